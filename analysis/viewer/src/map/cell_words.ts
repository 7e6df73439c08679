/** What the pointer says of a cell. */

import type { Run } from "../model/run";
import { count } from "../model/numbers";
import { lastUpTo } from "../model/search";
import type { View } from "../model/view";
import type { MapCache } from "./map_cache";
import { actorName } from "./marks";

/** Where a place is and what the ground shows there; empty outside the grid. */
export function cellWords(run: Run, view: View, maps: MapCache, lon: number, lat: number): string[] {
  const { cells } = run;
  if (!cells) return [];
  const step = cells.lon[1]! - cells.lon[0]!;
  const column = Math.round((lon - cells.lon[0]!) / step);
  const row = Math.round((lat - cells.lat[0]!) / step);
  if (column < 0 || row < 0 || column >= cells.lon.length || row >= cells.lat.length) return [];
  const cell = row * cells.lon.length + column;
  const country = cells.countries.get(cells.country[cell]!);
  if (country === undefined) return [];
  const units = [cells.cercles.get(cells.cercle[cell]!), cells.regions.get(cells.region[cell]!), country];
  const where = units.filter((name, i) => name !== undefined && name !== units[i - 1]).join(", ");
  return [where, ...fieldWords(run, view, maps, cell)];
}

function fieldWords(run: Run, view: View, maps: MapCache, cell: number): string[] {
  const cells = run.cells!;
  if (view.field === "none") return [];
  if (view.field === "population") return [`${count(Math.max(0, cells.population[cell]!))} residents on the first day`];
  const step = lastUpTo(cells.day, view.day);
  if (step < 0 || !cells.fields.includes(view.field)) return [];
  const map = maps.get(view.field, step);
  const value = map?.values[cell];
  if (!map || value === undefined || value === map.fill) return [];
  switch (view.field) {
    case "control": {
      const actor = maps.get("dominant_actor", step);
      const row = actor?.values[cell] ?? -1;
      return row < 0 || !(value > 0) ? ["nobody controls it"] : [`${actorName(run, row)}: ${count(100 * value)} % of control`];
    }
    case "displaced":
      return [`${count(value)} people away from home`];
    case "deaths":
    case "events":
      return [`${count(value)} ${view.field} since the map before`];
    case "services":
      return [`services ${value.toFixed(2)} (1: as in peace)`];
    case "grievance":
      return [`grievance ${value.toFixed(2)} events`];
  }
}
