/** Lines between the cells of different units. The file has no borders of its own, only cells. */

import type { Numbers } from "../reader/hdf5";

export type Point = readonly [number, number];

/** Lines between neighbouring cells of different units, in columns and rows of cell corners.
 *
 *  Both cells must have a unit (>= 0), or the line would follow the edge of what is known.
 *  @param unit Unit of each cell, (row, column); negative: none.
 *  @param columns Columns of the grid.
 *  @returns Lines that end only where others meet them or where the grid ends. */
export function borderLines(unit: Numbers, columns: number): Point[][] {
  return chains(borderEdges(unit, columns), columns + 1).map(smooth);
}

// Edges as pairs of corner numbers; corner = row * (columns + 1) + column.
function borderEdges(unit: Numbers, columns: number): [number, number][] {
  const rows = unit.length / columns;
  const edges: [number, number][] = [];
  const differ = (a: number, b: number): boolean => unit[a]! >= 0 && unit[b]! >= 0 && unit[a] !== unit[b];
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < columns; ++column) {
      const cell = row * columns + column;
      const corner = row * (columns + 1) + column;
      if (column + 1 < columns && differ(cell, cell + 1)) edges.push([corner + 1, corner + columns + 2]);
      if (row + 1 < rows && differ(cell, cell + columns)) {
        edges.push([corner + columns + 1, corner + columns + 2]);
      }
    }
  }
  return edges;
}

// Join edges to lines as long as they can be without passing a corner where three or more meet.
function chains(edges: [number, number][], width: number): Point[][] {
  const at = new Map<number, number[]>();
  edges.forEach((edge, i) => edge.forEach((corner) => at.set(corner, [...(at.get(corner) ?? []), i])));
  const used = new Uint8Array(edges.length);
  const follow = (start: number, first: number): Point[] => {
    const line = [start];
    for (let corner = start, edge: number | undefined = first; edge !== undefined; ) {
      used[edge] = 1;
      const [a, b] = edges[edge]!;
      corner = a === corner ? b : a;
      line.push(corner);
      const next = at.get(corner)!;
      edge = next.length === 2 ? next.find((one) => !used[one]) : undefined;
    }
    return line.map((corner): Point => [corner % width, Math.floor(corner / width)]);
  };
  const lines: Point[][] = [];
  const from = (corners: Iterable<number>): void => {
    for (const corner of corners) {
      for (const edge of at.get(corner)!) if (!used[edge]) lines.push(follow(corner, edge));
    }
  };
  from([...at].filter(([, touching]) => touching.length !== 2).map(([corner]) => corner));
  from(at.keys()); // what is left are rings
  return lines;
}

// Average neighbours a few times, then cut corners once (Chaikin), keeping the ends where they are. The
// steps of the cells, not the shape of the border, are what goes.
function smooth(line: Point[]): Point[] {
  let points = line;
  for (let time = 0; time < 5; ++time) {
    points = points.map((point, i): Point => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (!before || !after) return point;
      return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
    });
  }
  return cutCorners(points);
}

function cutCorners(points: Point[]): Point[] {
  const cut = points.slice(0, -1).flatMap(([ax, ay], i): Point[] => {
    const [bx, by] = points[i + 1]!;
    const near: Point = [0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by];
    const far: Point = [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by];
    return [...(i > 0 ? [near] : []), ...(i + 2 < points.length ? [far] : [])];
  });
  return [points[0]!, ...cut, points[points.length - 1]!];
}
