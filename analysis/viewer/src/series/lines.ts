/** Series of a file as lines of charts. */

import { firstOfMonth, lastOfMonth } from "../model/calendar";
import type { Contents, Ensemble, Run } from "../model/run";
import { quantile } from "../model/search";
import type { Numbers } from "../reader/hdf5";

/** One line; with `low` and `high` the middle of a band. NaN where there is no value. */
export interface Line {
  label: string;
  colour: string;
  dashed?: boolean;
  /** Whether the legend leaves it out. */
  unlisted?: boolean;
  /** Days since 1970-01-01, rising. */
  day: number[];
  value: number[];
  low?: number[];
  high?: number[];
}

/** Ends of the band of an ensemble [share of runs]. */
export const band = [0.05, 0.95] as const;

/** Deaths by calendar month, on its first day and on its last, so that the line is level in between. */
export function deathLines(file: Contents, label: string, colour: string, scenario: number): Line[] {
  if (file.type === "ensemble") return [spread(file, file.deaths, label, colour, scenario, "month")];
  const { totals } = file;
  const all = monthly(totals.day, rowSums(totals.deaths, totals.day.length));
  return [level({ label, colour, ...all })];
}

/** Deaths of civilians by calendar month; none of an ensemble. */
export function civilianLines(file: Contents, label: string, colour: string): Line[] {
  if (file.type === "ensemble") return [];
  const { day, deaths, sides } = file.totals;
  const side = sides.indexOf("civilian");
  if (side < 0) return [];
  const civilian = day.map((_, i) => deaths[i * sides.length + side]!);
  return [level({ label, colour, ...monthly(day, civilian) })];
}

/** Internally displaced people or refugees: of a run daily, of an ensemble at the end of each month. */
export function peopleLines(
  file: Contents,
  which: "idps" | "refugees",
  label: string,
  colour: string,
  scenario: number,
): Line[] {
  if (file.type === "ensemble") return [spread(file, file[which], label, colour, scenario, "end")];
  const { totals } = file;
  return [{ label, colour, day: Array.from(totals.day), value: Array.from(totals[which]) }];
}

/** Area that actors control: those that ever have most of it. @param most How many. */
export function areaLines(run: Run, colours: ReadonlyMap<string, string>, most: number): Line[] {
  const { actors } = run;
  if (!actors) return [];
  const width = actors.key.length;
  const largest = actors.key.map((key, row) => {
    const value = Array.from(actors.day, (_, i) => actors.area[i * width + row]!);
    return { key, row, value, peak: value.reduce((a, b) => Math.max(a, b), 0) };
  });
  largest.sort((a, b) => b.peak - a.peak);
  return largest
    .filter(({ peak }) => peak > 0)
    .slice(0, most)
    .map(({ key, value }) => ({
      label: key,
      colour: colours.get(key) ?? "#9aa0a6",
      day: Array.from(actors.day),
      value,
    }));
}

/** Sum of the columns of each row. */
export function rowSums(values: Numbers, rows: number): Float64Array {
  const width = rows > 0 ? values.length / rows : 0;
  const sums = new Float64Array(rows);
  for (let i = 0; i < values.length; ++i) sums[Math.floor(i / width)]! += values[i]!;
  return sums;
}

/** Sums of days by calendar month. */
export function monthly(day: ArrayLike<number>, value: ArrayLike<number>): { day: number[]; value: number[] } {
  const months = new Map<number, number>();
  for (let i = 0; i < day.length; ++i) {
    const month = firstOfMonth(day[i]!);
    months.set(month, (months.get(month) ?? 0) + value[i]!);
  }
  return { day: [...months.keys()], value: [...months.values()] };
}

/** Values of the runs of one scenario in one month. @param at Entries of the other dimensions. */
export function valuesOfRuns(file: Pick<Ensemble, "runs" | "scenarioOfRun">, scenario: number, at: (run: number) => number): number[] {
  const values: number[] = [];
  for (let run = 0; run < file.runs; ++run) {
    if (file.scenarioOfRun[run] === scenario) values.push(at(run));
  }
  return values;
}

function spread(
  file: Ensemble,
  values: Float64Array,
  label: string,
  colour: string,
  scenario: number,
  when: "month" | "end",
): Line {
  const months = file.month.length;
  const of = (share: number): number[] =>
    Array.from(file.month, (_, m) => quantile(valuesOfRuns(file, scenario, (run) => values[run * months + m]!), share));
  const day = Array.from(file.month, (month) => (when === "end" ? lastOfMonth(month) : month));
  const line: Line = { label, colour, day, value: of(0.5), low: of(band[0]), high: of(band[1]) };
  return when === "month" ? level(line) : line;
}

// Each month on its first and its last day.
function level(line: Line): Line {
  const twice = (values: number[]): number[] => values.flatMap((value) => [value, value]);
  const made: Line = {
    ...line,
    day: line.day.flatMap((day) => [day, lastOfMonth(day) + 0.999]),
    value: twice(line.value),
  };
  if (line.low && line.high) {
    made.low = twice(line.low);
    made.high = twice(line.high);
  }
  return made;
}
