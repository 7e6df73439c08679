/** What does not change with the date: land, borders, rivers, names. */

import type { Cells, Run } from "../model/run";
import type { View } from "../model/view";
import { borderLines, type Point } from "./borders";
import { landPixels, type Pixels } from "./field_image";
import type { Box, Frame } from "./frame";
import { placeLabels, type Label } from "./labels";
import rivers from "./rivers.json";

type Context = CanvasRenderingContext2D;

const fonts = {
  country: "600 11px system-ui, sans-serif",
  town: "500 11.5px system-ui, sans-serif",
  small: "400 11px system-ui, sans-serif",
};

/** Degrees around the country of the scenario that the whole map shows. */
const margin = 0.7;

/** Names at most on the whole map; more when it is enlarged. */
const mostNames = 40;

export class Backdrop {
  /** What the whole map shows, and what the grid covers. */
  readonly box: Box;
  readonly grid: Box;
  readonly land: Pixels | null;
  private readonly countries: Point[][] = [];
  private readonly regions: Point[][] = [];
  private readonly names: NamedPoint[];
  private readonly columns: number;

  constructor(run: Run) {
    const { cells } = run;
    this.columns = cells?.lon.length ?? 1;
    this.grid = cells ? boxOf(cells, () => true) : boxOfPlaces(run);
    this.box = cells ? within(boxOf(cells, (cell) => cells.region[cell]! >= 0), this.grid) : this.grid;
    this.land = cells ? land(cells) : null;
    if (cells) {
      const toDegrees = degreesOf(cells, this.grid);
      this.countries = borderLines(cells.country, cells.lon.length).map(toDegrees);
      this.regions = borderLines(cells.region, cells.lon.length).map(toDegrees);
    }
    this.names = [...(cells ? countryNames(cells) : []), ...placeNames(run)];
  }

  /** Pixels of the grid, one for each cell, where they lie. */
  drawPixels(context: Context, frame: Frame, pixels: Pixels): void {
    const rows = pixels.length / 4 / this.columns;
    const image = new OffscreenCanvas(this.columns, rows);
    image.getContext("2d")!.putImageData(new ImageData(pixels, this.columns, rows), 0, 0);
    const [west, south, east, north] = this.grid;
    const [x, y] = [frame.x(west), frame.y(north)];
    context.imageSmoothingEnabled = false;
    context.drawImage(image, x, y, frame.x(east) - x, frame.y(south) - y);
  }

  /** Borders and rivers. */
  drawLines(context: Context, frame: Frame, view: View): void {
    context.lineJoin = "round";
    context.lineCap = "round";
    for (const river of rivers) {
      const width = (river.rank <= 3 ? 2 : 1.1) * Math.min(1.8, Math.sqrt(frame.zoom));
      stroke(context, frame, river.lines as unknown as Point[][], "#1c5580", width);
    }
    if (view.layers.has("regions")) {
      context.setLineDash([3, 3]);
      stroke(context, frame, this.regions, "#8b8f8a", 0.9);
      context.setLineDash([]);
    }
    stroke(context, frame, this.countries, "#ffffff", 3.2);
    stroke(context, frame, this.countries, "#3c4247", 1.5);
  }

  /** Names of countries and, with the layer of places, of towns and camps. */
  drawNames(context: Context, frame: Frame, view: View): void {
    const towns = view.layers.has("places");
    const labels = this.names
      .filter((name) => towns || name.style === "country")
      .map((name): Label & { style: NamedPoint["style"] } => {
        context.font = fonts[name.style];
        const spaced = name.style === "country" ? 1.12 : 1;
        return {
          text: name.text,
          x: frame.x(name.lon),
          y: frame.y(name.lat),
          width: context.measureText(name.text).width * spaced,
          height: name.style === "small" ? 12 : 13,
          weight: name.weight,
          centred: name.style === "country",
          style: name.style,
        };
      })
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const { label, x, y } of placeLabels(labels, frame.width, frame.height, mostNames * frame.zoom)) {
      const { style } = label as Label & { style: NamedPoint["style"] };
      context.font = fonts[style];
      context.letterSpacing = style === "country" ? "1px" : "0px";
      context.strokeStyle = style === "country" ? "rgba(255,255,255,0.5)" : "rgba(255,255,255,0.8)";
      context.lineWidth = 2.6;
      context.strokeText(label.text, x, y);
      context.fillStyle = style === "country" ? "#7a7d78" : style === "town" ? "#16191c" : "#3f464c";
      context.fillText(label.text, x, y);
    }
    context.letterSpacing = "0px";
  }
}

interface NamedPoint {
  text: string;
  lon: number;
  lat: number;
  weight: number;
  style: keyof typeof fonts;
}

// The smallest box around the cells that count.
function boxOf(cells: Cells, counts: (cell: number) => boolean): Box {
  const half = Math.abs(cells.lat[1]! - cells.lat[0]!) / 2 || 0.05;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let cell = 0; cell < cells.country.length; ++cell) {
    if (!counts(cell)) continue;
    const lon = cells.lon[cell % cells.lon.length]!;
    const lat = cells.lat[Math.floor(cell / cells.lon.length)]!;
    [west, east] = [Math.min(west, lon - half), Math.max(east, lon + half)];
    [south, north] = [Math.min(south, lat - half), Math.max(north, lat + half)];
  }
  return [west, south, east, north];
}

// A box with a margin, no larger than the grid; all of the grid if nothing is in the box.
function within(box: Box, grid: Box): Box {
  if (!(box[0] < box[2])) return grid;
  return [
    Math.max(grid[0], box[0] - margin),
    Math.max(grid[1], box[1] - margin),
    Math.min(grid[2], box[2] + margin),
    Math.min(grid[3], box[3] + margin),
  ];
}

// Without a grid the map is what the places need.
function boxOfPlaces(run: Run): Box {
  const lon = run.places?.lon ?? run.events?.lon ?? Float64Array.of(-1, 1);
  const lat = run.places?.lat ?? run.events?.lat ?? Float64Array.of(-1, 1);
  const smallest = (values: Iterable<number>): number => [...values].reduce((a, b) => Math.min(a, b), Infinity);
  const largest = (values: Iterable<number>): number => [...values].reduce((a, b) => Math.max(a, b), -Infinity);
  return [smallest(lon) - 0.5, smallest(lat) - 0.5, largest(lon) + 0.5, largest(lat) + 0.5];
}

// Cells without a country are beyond what the scenario covers; those without a region are abroad.
function land(cells: Cells): Pixels {
  const inside = (cell: number): boolean | null =>
    cells.country[cell]! < 0 ? null : cells.region[cell]! >= 0;
  return landPixels(inside, cells.country.length, cells.lon.length);
}

function degreesOf(cells: Cells, box: Box): (line: Point[]) => Point[] {
  const [west, south, east, north] = box;
  const width = (east - west) / cells.lon.length;
  const height = (north - south) / cells.lat.length;
  return (line) => line.map(([column, row]): Point => [west + column * width, south + row * height]);
}

// Each neighbour's name in the middle of its cells. Where few cells are on the map, none.
function countryNames(cells: Cells): NamedPoint[] {
  const columns = cells.lon.length;
  return [...cells.countries].flatMap(([number, text]) => {
    let [cellsOf, lon, lat] = [0, 0, 0];
    cells.country.forEach((country, cell) => {
      if (country !== number) return;
      ++cellsOf;
      lon += cells.lon[cell % columns]!;
      lat += cells.lat[Math.floor(cell / columns)]!;
    });
    const abroad = cells.region[cells.country.indexOf(number)]! < 0;
    if (cellsOf < 200 || !abroad) return [];
    const at = { lon: lon / cellsOf, lat: lat / cellsOf };
    return [{ text: text.toUpperCase(), ...at, weight: 1e9 + cellsOf, style: "country" as const }];
  });
}

// Towns that gave a region its name come first, then those with many residents around them, then camps, then what lies abroad.
function placeNames(run: Run): NamedPoint[] {
  const { places, cells } = run;
  if (!places) return [];
  const capitals = new Set(cells?.regions.values());
  return places.name.flatMap((text, i) => {
    const kind = places.kind[i]!;
    if (kind === "base") return [];
    const [lon, lat] = [places.lon[i]!, places.lat[i]!];
    const weight =
      residents(cells, lon, lat) * (kind === "town" ? 1 : 0.001) +
      (kind === "camp" ? 2000 : 0) +
      (capitals.has(text) ? 1e7 : 0);
    return [{ text, lon, lat, weight, style: kind === "town" ? ("town" as const) : ("small" as const) }];
  });
}

function residents(cells: Cells | null, lon: number, lat: number): number {
  if (!cells) return 0;
  const step = cells.lon[1]! - cells.lon[0]!;
  const column = Math.round((lon - cells.lon[0]!) / step);
  const row = Math.round((lat - cells.lat[0]!) / step);
  let people = 0;
  for (let y = row - 1; y <= row + 1; ++y) {
    for (let x = column - 1; x <= column + 1; ++x) {
      if (x < 0 || y < 0 || x >= cells.lon.length || y >= cells.lat.length) continue;
      people += Math.max(0, cells.population[y * cells.lon.length + x]!);
    }
  }
  return people;
}

function stroke(context: Context, frame: Frame, lines: readonly Point[][], colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (const line of lines) {
    line.forEach(([lon, lat], i) => {
      if (i === 0) context.moveTo(frame.x(lon), frame.y(lat));
      else context.lineTo(frame.x(lon), frame.y(lat));
    });
  }
  context.stroke();
}
