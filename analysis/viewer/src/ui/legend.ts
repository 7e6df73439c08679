/** What the colours of the ground mean. */

import { longDate } from "../model/calendar";
import { count } from "../model/numbers";
import type { Run } from "../model/run";
import { lastUpTo } from "../model/search";
import type { Field, View } from "../model/view";
import { fieldClasses, sharedColour, type Classes } from "../map/palette";
import { element } from "./dom";

/** Actors named at most. */
const most = 7;

/** Names of what colours the ground. */
export const fieldNames: Record<Field, string> = {
  control: "Who controls it",
  displaced: "Displaced people",
  deaths: "Deaths",
  events: "Events",
  services: "Services of the state",
  grievance: "Grievance",
  population: "Residents",
  none: "Nothing",
};

/** Lines of the legend on one day. @param label Of the run, if another one is beside it. */
export function legendLines(run: Run, view: View, colours: ReadonlyMap<string, string>, label: string): HTMLElement[] {
  const lines = view.field === "control" ? controlLines(run, view.day, colours) : classLines(view.field);
  const when = mapDate(run, view);
  if (when !== undefined) {
    const whose = label === "" ? "" : `, figures of ${label}`;
    lines.push(element("p", { class: "quiet" }, `Ground as mapped on ${longDate(when)}${whose}.`));
  }
  return lines;
}

/** The day of the map that is shown; undefined if the ground does not change with the date. */
export function mapDate(run: Run, view: View): number | undefined {
  if (view.field === "none" || view.field === "population" || !run.cells) return undefined;
  const step = lastUpTo(run.cells.day, view.day);
  return step >= 0 ? run.cells.day[step] : undefined;
}

function classLines(field: Field): HTMLElement[] {
  const classes = fieldClasses[field];
  return classes ? classScale(classes) : [];
}

/** Title and colours of classes. */
export function classScale(classes: Classes): HTMLElement[] {
  const swatches = classes.colours.map((colour, i) =>
    element("span", { class: "class" }, element("i", { style: `background:${colour}` }), classes.labels[i]!),
  );
  return [element("p", {}, classes.title), element("div", { class: "classes" }, ...swatches)];
}

function controlLines(run: Run, day: number, colours: ReadonlyMap<string, string>): HTMLElement[] {
  const { actors } = run;
  const step = actors ? lastUpTo(actors.day, day) : -1;
  if (!actors || step < 0) return [];
  const width = actors.key.length;
  const holders = actors.key
    .map((key, row) => ({ name: actors.name[row]!, colour: colours.get(key)!, area: actors.area[step * width + row]! }))
    .filter(({ area }) => area >= 1)
    .sort((a, b) => b.area - a.area);
  const named = holders.filter(({ colour }) => colour !== sharedColour).slice(0, most);
  const others = holders.filter((holder) => !named.includes(holder)).reduce((sum, { area }) => sum + area, 0);
  const rows = named.map(({ name, colour, area }) => holderLine(name, colour, area));
  if (others >= 1) rows.push(holderLine("Others", sharedColour, others));
  return [...rows, element("p", { class: "quiet" }, "Area in km\u00b2. The stronger the colour, the larger the share of control.")];
}

function holderLine(name: string, colour: string, area: number): HTMLElement {
  return element(
    "div",
    { class: "holder", title: name },
    element("i", { style: `background:${colour}` }),
    element("span", {}, name),
    element("b", {}, count(area)),
  );
}
