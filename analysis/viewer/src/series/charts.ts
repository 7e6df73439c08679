/** The charts under the map: of all open files, linked with the date. */

import type { Contents } from "../model/run";
import type { ViewStore } from "../model/view";
import { fileColours } from "../map/palette";
import { element } from "../ui/dom";
import { Chart } from "./chart";
import { areaLines, civilianLines, deathLines, peopleLines, type Line } from "./lines";

/** An open file and the name by which the page tells it from the other. */
export interface Shown {
  contents: Contents;
  label: string;
  /** Row of the scenario that is shown of an ensemble. */
  scenario: number;
}

export class Charts {
  readonly node = element("div", { class: "charts" });
  private readonly charts: Chart[];

  constructor(files: readonly Shown[], store: ViewStore, colours: ReadonlyMap<string, string>) {
    const span = [
      Math.min(...files.map(({ contents }) => contents.firstDay)),
      Math.max(...files.map(({ contents }) => contents.lastDay)),
    ] as const;
    const specifications: [string, Line[]][] = [
      ["Deaths in the month", deaths(files)],
      ["Displaced inside", people(files, "idps")],
      ["Refugees abroad", people(files, "refugees")],
      [files.length === 1 ? "Area held [km\u00b2], colours of the map" : "Area the state holds [km\u00b2]", areas(files, colours)],
    ];
    this.charts = specifications
      .filter(([, lines]) => lines.length > 0)
      .map(([title, lines]) => {
        const chart = new Chart(title, store, span);
        this.node.append(chart.node);
        chart.show(lines);
        return chart;
      });
  }

  update(day: number): void {
    for (const chart of this.charts) chart.update(day);
  }
}

function deaths(files: readonly Shown[]): Line[] {
  const [only] = files;
  if (files.length === 1 && only!.contents.type === "run") {
    return [
      ...deathLines(only!.contents, "all", fileColours[0], 0),
      ...civilianLines(only!.contents, "civilians", "#b0123b"),
    ];
  }
  return files.flatMap(({ contents, label, scenario }, i) => deathLines(contents, label, fileColours[i]!, scenario));
}

function people(files: readonly Shown[], which: "idps" | "refugees"): Line[] {
  const single = files.length === 1;
  return files.flatMap(({ contents, label, scenario }, i) => {
    const text = single && contents.type === "run" ? "" : label;
    return peopleLines(contents, which, text, single ? "#6a2c91" : fileColours[i]!, scenario);
  });
}

// Of one run, the actors with most land; of two, the one with most in each.
function areas(files: readonly Shown[], colours: ReadonlyMap<string, string>): Line[] {
  const [only] = files;
  if (files.length === 1) return only!.contents.type === "run" ? areaLines(only!.contents, colours, 5).map((line) => ({ ...line, unlisted: true })) : [];
  return files.flatMap(({ contents, label }, i) => {
    if (contents.type !== "run") return [];
    const state = contents.actors?.className.indexOf("state") ?? -1;
    const key = contents.actors?.key[state];
    const line = areaLines(contents, colours, Infinity).find((one) => one.label === key);
    return line ? [{ ...line, label, colour: fileColours[i]! }] : [];
  });
}
