/** A map of the grid as a picture of one pixel a cell, north up. */

import type { CellMap } from "../model/run";
import { rgb, type Classes, type Rgb } from "./palette";

/** Pixels of an image, four bytes each; transparent where there is no value. */
export type Pixels = Uint8ClampedArray<ArrayBuffer>;

/** Who holds each cell: the colour of the actor, the stronger the larger its share.
 *  @param colours Colour of each row of /actors. */
export function controlPixels(
  actor: CellMap,
  share: CellMap,
  columns: number,
  colours: readonly string[],
): Pixels {
  const known = colours.map(rgb);
  return paint(actor.values.length, columns, (cell) => {
    const row = actor.values[cell]!;
    const part = share.values[cell]!;
    if (row === actor.fill || row < 0 || part === share.fill || !(part > 0)) return null;
    return [known[row] ?? [128, 128, 128], 0.12 + 0.58 * Math.min(1, part)];
  });
}

/** Numbers by their class; below the lowest class nothing is drawn. */
export function classPixels(map: CellMap, columns: number, classes: Classes): Pixels {
  const known = classes.colours.map(rgb);
  return paint(map.values.length, columns, (cell) => {
    const value = map.values[cell]!;
    if (value === map.fill || !(value >= classes.from[0]!)) return null;
    const found = classes.from.filter((from) => value >= from).length - 1;
    return [known[found]!, 0.88];
  });
}

/** The land under everything: the country of the scenario light, others darker. */
export function landPixels(inside: (cell: number) => boolean | null, cells: number, columns: number): Pixels {
  return paint(cells, columns, (cell) => {
    const where = inside(cell);
    if (where === null) return null;
    return [where ? [253, 252, 249] : [235, 232, 224], 1];
  });
}

function paint(
  cells: number,
  columns: number,
  colour: (cell: number) => readonly [Rgb, number] | null,
): Pixels {
  const pixels = new Uint8ClampedArray(4 * cells);
  const rows = cells / columns;
  for (let cell = 0; cell < cells; ++cell) {
    const found = colour(cell);
    if (!found) continue;
    const row = Math.floor(cell / columns);
    const pixel = 4 * ((rows - 1 - row) * columns + (cell % columns));
    pixels.set(found[0], pixel);
    pixels[pixel + 3] = 255 * found[1];
  }
  return pixels;
}
