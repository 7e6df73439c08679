/** Figures of the day, one column for each file. */

import { firstOfMonth } from "../model/calendar";
import { count } from "../model/numbers";
import type { Contents, Run } from "../model/run";
import { lastUpTo } from "../model/search";
import { rowSums } from "../series/lines";
import { element } from "./dom";

const names = ["Deaths so far", "Deaths this month", "Displaced inside", "Refugees abroad", "Left this month", "Returned this month"];

/** A run, and sums up to each day, so that a figure is a difference. */
interface Summed {
  run: Run;
  deaths: Float64Array;
  departures: Float64Array;
  returns: Float64Array;
}

export class FiguresTable {
  readonly node = element("table", { class: "figures" });
  private readonly runs: Summed[];
  /** One row for each name, one cell for each run. */
  private readonly cells: HTMLElement[][];

  /** @param labels By which the page tells the runs apart. */
  constructor(files: readonly Contents[], labels: readonly string[]) {
    this.runs = files.filter((file) => file.type === "run").map(summed);
    this.cells = names.map(() => this.runs.map(() => element("td")));
    if (this.runs.length > 1) this.node.append(element("tr", {}, element("th"), ...labels.map((text) => element("th", {}, text))));
    if (this.runs.length === 0) return;
    names.forEach((name, i) => this.node.append(element("tr", {}, element("th", { scope: "row" }, name), ...this.cells[i]!)));
  }

  update(day: number): void {
    this.runs.forEach((run, column) => {
      figures(run, day).forEach((value, i) => (this.cells[i]![column]!.textContent = count(value)));
    });
  }
}

function summed(run: Run): Summed {
  const { day, deaths, departures, returns } = run.totals;
  const upTo = (values: ArrayLike<number>): Float64Array => {
    let sum = 0;
    return Float64Array.from(values, (value) => (sum += value));
  };
  return { run, deaths: upTo(rowSums(deaths, day.length)), departures: upTo(departures), returns: upTo(returns) };
}

function figures({ run, deaths, departures, returns }: Summed, day: number): number[] {
  const { totals } = run;
  const at = lastUpTo(totals.day, day);
  if (at < 0 || day >= run.lastDay + 1) return names.map(() => NaN);
  const before = lastUpTo(totals.day, firstOfMonth(day) - 1);
  const inMonth = (sums: Float64Array): number => sums[at]! - (before < 0 ? 0 : sums[before]!);
  return [deaths[at]!, inMonth(deaths), totals.idps[at]!, totals.refugees[at]!, inMonth(departures), inMonth(returns)];
}
