/** An ensemble: which cercles have how many reported deaths in the month, how far runs differ, and in how many
 *  there are any, on a map if a run lends its grid. */

import { monthName } from "../model/calendar";
import { count } from "../model/numbers";
import type { Ensemble, Run } from "../model/run";
import { lastUpTo, quantile } from "../model/search";
import { CercleMap } from "../map/cercle_map";
import { shareClasses } from "../map/palette";
import { element } from "../ui/dom";
import { classScale } from "../ui/legend";
import { band, valuesOfRuns } from "./lines";

/** Cercles shown at most. */
const most = 16;

/** What observers would write down in one cercle in one month, over the runs. */
export interface CercleSpread {
  name: string;
  low: number;
  middle: number;
  mean: number;
  high: number;
}

/** Share of the runs of a scenario with a reported death in a month, for each cercle [%]. */
export function sharesOfRuns({ reported, cercles, month: months, ...file }: Ensemble, scenario: number, month: number): number[] {
  if (!reported || month < 0) return [];
  return cercles.map((_, cercle) => {
    const at = (run: number): number => reported[(run * months.length + month) * cercles.length + cercle]!;
    const values = valuesOfRuns(file, scenario, at).filter((value) => !Number.isNaN(value));
    return (100 * values.filter((value) => value > 0).length) / Math.max(1, values.length);
  });
}

/** The cercles with most reported deaths in a month, by the mean over the runs of a scenario. */
export function cercleSpreads(file: Ensemble, scenario: number, month: number): CercleSpread[] {
  const { reported, cercles } = file;
  if (!reported || month < 0) return [];
  const width = cercles.length;
  const rows = cercles.map((name, cercle): CercleSpread => {
    const at = (run: number): number => reported[(run * file.month.length + month) * width + cercle]!;
    const values = valuesOfRuns(file, scenario, at).filter((value) => !Number.isNaN(value));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const [low, middle, high] = [band[0], 0.5, band[1]].map((share) => quantile(values, share));
    return { name, low: low!, middle: middle!, high: high!, mean };
  });
  return rows.filter(({ high, mean }) => high > 0 || mean > 0).sort((a, b) => b.mean - a.mean).slice(0, most);
}

export class EnsembleView {
  readonly node = element("div", { class: "ensemble" });
  private readonly map: CercleMap | undefined;
  private readonly body = element("div");
  private month = -2;

  /** @param run Lends its grid to the map; an ensemble has none. */
  constructor(
    private readonly file: Ensemble,
    private readonly scenario: number,
    run: Run | undefined,
  ) {
    if (run?.cells && file.reported) this.map = new CercleMap(run, file.cercles, shareClasses);
    const lent = "Cercles on the grid of the run beside it.";
    const missing = "The file of an ensemble has no grid, so there is no map of it: open a run of the same country beside it to see the cercles on a map.";
    const parts = this.map ? [...classScale(shareClasses), this.map.node] : [];
    this.node.append(...parts, element("p", { class: "quiet" }, this.map ? lent : missing), this.body);
  }

  /** Bars of the month of a day; drawn anew only when the month changes. */
  update(day: number): void {
    const month = lastUpTo(this.file.month, day);
    if (month === this.month) return;
    this.month = month;
    const rows = cercleSpreads(this.file, this.scenario, month);
    const largest = Math.max(1, ...rows.map(({ high }) => high));
    const name = month >= 0 ? monthName(this.file.month[month]!) : "no month";
    this.map?.show(sharesOfRuns(this.file, this.scenario, month));
    this.body.replaceChildren(
      element("h3", {}, `Deaths that observers would report, ${name}`),
      element("p", { class: "quiet" }, this.explanation(rows.length)),
      element("div", { class: "bars" }, ...rows.flatMap((row) => barsOf(row, largest))),
    );
  }

  private explanation(rows: number): string {
    if (!this.file.reported) return "The file leaves out what observers report, so there is nothing by cercle.";
    if (rows === 0) return "No run has any in this month.";
    const runs = valuesOfRuns(this.file, this.scenario, () => 1).length;
    return `Cercles with most, over ${count(runs)} runs: bar from the 5 % to the 95 % quantile, dot at the mean.`;
  }
}

function barsOf({ name, low, mean, high }: CercleSpread, largest: number): HTMLElement[] {
  const share = (value: number): string => `${((100 * value) / largest).toFixed(1)}%`;
  const bar = element("i", { class: "bar", style: `left:${share(low)};width:${share(Math.max(0, high - low))}` });
  const dot = element("i", { class: "dot", style: `left:${share(Math.min(mean, largest))}` });
  return [
    element("span", { class: "bar-name" }, name),
    element("span", { class: "bar-track" }, bar, dot),
    element("span", { class: "bar-value" }, `${mean.toFixed(1)} (${count(low)}\u2013${count(high)})`),
  ];
}
