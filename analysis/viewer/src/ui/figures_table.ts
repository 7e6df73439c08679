/** Figures of the day, one column for each file. */

import { firstOfMonth } from "../model/calendar";
import { count } from "../model/numbers";
import type { Contents, Run } from "../model/run";
import { lastUpTo } from "../model/search";
import { rowSums } from "../series/lines";
import { element } from "./dom";

/** Deaths up to each day, so that a figure is a difference. */
export class FiguresTable {
  readonly node = element("table", { class: "figures" });
  private readonly runs: { run: Run; deaths: Float64Array }[];

  constructor(files: readonly Contents[]) {
    this.runs = files.flatMap((run) => {
      if (run.type !== "run") return [];
      let sum = 0;
      const deaths = rowSums(run.totals.deaths, run.totals.day.length).map((of) => (sum += of));
      return [{ run, deaths }];
    });
  }

  update(day: number, labels: readonly string[]): void {
    const columns = this.runs.map(({ run, deaths }) => figures(run, deaths, day));
    const names = ["Deaths so far", "Deaths this month", "Displaced inside", "Refugees abroad"];
    const head = this.runs.length > 1 ? [element("tr", {}, element("th"), ...labels.map((text) => element("th", {}, text)))] : [];
    const rows = names.map((name, i) => {
      const cells = columns.map((column) => element("td", {}, count(column[i]!)));
      return element("tr", {}, element("th", { scope: "row" }, name), ...cells);
    });
    this.node.replaceChildren(...head, ...(this.runs.length > 0 ? rows : []));
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
