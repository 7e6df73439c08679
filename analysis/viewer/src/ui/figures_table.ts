/** Figures of the day, one column for each file. */

import { firstOfMonth } from "../model/calendar";
import { count } from "../model/numbers";
import type { Contents, Run } from "../model/run";
import { lastUpTo } from "../model/search";
import { rowSums } from "../series/lines";
import { element } from "./dom";

const names = ["Deaths so far", "Deaths this month", "Displaced inside", "Refugees abroad"];

export class FiguresTable {
  readonly node = element("table", { class: "figures" });
  /** Deaths up to each day, so that a figure is a difference. */
  private readonly runs: { run: Run; deaths: Float64Array }[];
  /** One row for each name, one cell for each run. */
  private readonly cells: HTMLElement[][];

  /** @param labels By which the page tells the runs apart. */
  constructor(files: readonly Contents[], labels: readonly string[]) {
    this.runs = files.flatMap((run) => {
      if (run.type !== "run") return [];
      let sum = 0;
      const deaths = rowSums(run.totals.deaths, run.totals.day.length).map((of) => (sum += of));
      return [{ run, deaths }];
    });
    this.cells = names.map(() => this.runs.map(() => element("td")));
    if (this.runs.length > 1) this.node.append(element("tr", {}, element("th"), ...labels.map((text) => element("th", {}, text))));
    if (this.runs.length === 0) return;
    names.forEach((name, i) => this.node.append(element("tr", {}, element("th", { scope: "row" }, name), ...this.cells[i]!)));
  }

  update(day: number): void {
    this.runs.forEach(({ run, deaths }, column) => {
      figures(run, deaths, day).forEach((value, i) => (this.cells[i]![column]!.textContent = count(value)));
    });
  }
}

function figures(run: Run, deaths: Float64Array, day: number): number[] {
  const { totals } = run;
  const at = lastUpTo(totals.day, day);
  if (at < 0) return [NaN, NaN, NaN, NaN];
  const before = lastUpTo(totals.day, firstOfMonth(day) - 1);
  const past = day >= run.lastDay + 1;
  if (past) return [NaN, NaN, NaN, NaN];
  return [deaths[at]!, deaths[at]! - (before < 0 ? 0 : deaths[before]!), totals.idps[at]!, totals.refugees[at]!];
}
