/** The runs of a sweep from their file. */

import { lastOfMonth } from "../model/calendar";
import type { About, Ensemble } from "../model/run";
import { FileError } from "./file_error";
import type { ResultFile } from "./hdf5";
import { days } from "./read_run";

/** Read what the page shows of an ensemble: its months. */
export function readEnsemble(file: ResultFile, about: About): Ensemble {
  if (!file.has("monthly/deaths")) {
    throw new FileError(
      "This ensemble has no monthly series, so there is nothing to show. " +
        'Run the sweep again with "monthly" in its [output], or see azalai info.',
    );
  }
  const month = days(file, "month");
  const runs = file.shape("monthly/deaths")[0]!;
  if (runs === 0 || month.length === 0) throw new FileError("This ensemble holds no run.");
  return {
    type: "ensemble",
    about,
    firstDay: month[0]!,
    lastDay: lastOfMonth(month[month.length - 1]!),
    runs,
    scenarios: file.texts("scenarios/title"),
    scenarioOfRun: file.numbers("runs/scenario"),
    month,
    deaths: summed(file, "monthly/deaths"),
    idps: summed(file, "monthly/idps"),
    refugees: summed(file, "monthly/refugees"),
    events: summed(file, "monthly/events"),
    cercles: file.has("cercle") ? [...file.flags("cercle").values()] : [],
    reported: file.has("reports/deaths") ? byCercle(file) : null,
  };
}

// Sum over all dimensions after (run, month). A month that a scenario does not cover is NaN.
function summed(file: ResultFile, path: string): Float64Array {
  const [runs = 0, months = 0, ...rest] = file.shape(path);
  return groupSums(file, path, runs * months, rest.reduce((product, extent) => product * extent, 1));
}

// Sum over the event types of (run, month, cercle, event type).
function byCercle(file: ResultFile): Float64Array {
  const [runs = 0, months = 0, cercles = 0, types = 1] = file.shape("reports/deaths");
  return groupSums(file, "reports/deaths", runs * months * cercles, types);
}

function groupSums(file: ResultFile, path: string, groups: number, width: number): Float64Array {
  const values = file.numbers(path);
  const fill = file.fillValue(path);
  const sums = new Float64Array(groups);
  for (let group = 0; group < groups; ++group) {
    for (let i = group * width; i < (group + 1) * width; ++i) {
      sums[group]! += values[i] === fill ? NaN : values[i]!;
    }
  }
  return sums;
}
