/** The column beside the map: the date, figures, ground, layers, events, and what all this is. */

import { longDate } from "../model/calendar";
import { eventGroups } from "../model/event_groups";
import { count } from "../model/numbers";
import type { Run } from "../model/run";
import { fields, layers, type Field, type Layer, type View, type ViewStore } from "../model/view";
import { eventWords, flowDays, shownEvents } from "../map/marks";
import { arrivalColour, displacedColour, ink } from "../map/palette";
import type { Shown } from "../series/charts";
import { element } from "./dom";
import { FiguresTable } from "./figures_table";
import { icon } from "./icon";
import { fieldNames, legendLines } from "./legend";

/** Shortest time between two fillings of the lists while playing [ms]. */
const calm = 200;
const listed = 12;

const layerNames: Record<Layer, string> = {
  events: "Events of the last 30 days",
  displaced: "Displaced people and camps",
  flows: `Arrivals and departures, ${flowDays} days`,
  units: "Units",
  places: "Towns, camps and names",
  regions: "Regions",
};

export class Panel {
  readonly node = element("aside", { class: "panel", "aria-label": "Layers and figures" });
  private readonly date = element("h2");
  private readonly of = element("p", { class: "quiet" });
  private readonly figures: FiguresTable;
  private readonly ground = element("select", { "aria-label": "Colour of the ground", title: "Next one: G" });
  private readonly legend = element("div", { class: "legend" });
  private readonly switches = new Map<string, HTMLInputElement>();
  private readonly least = element("select", { "aria-label": "Deaths at least" });
  private readonly events = element("ol", { class: "events" });
  private readonly run: Run | undefined;
  private readonly label: string;
  private readonly flowNote = element(
    "p",
    { class: "quiet note" },
    "How the number of displaced people in each place changed. The file does not hold from where they came, so there are no lines between places.",
  );
  private day = NaN;
  private choices = "";
  private lists = "";
  private filled = 0;

  constructor(
    files: readonly Shown[],
    private readonly store: ViewStore,
    private readonly colours: ReadonlyMap<string, string>,
    labels: readonly string[],
  ) {
    const contents = files.map((file) => file.contents);
    this.run = contents.find((one): one is Run => one.type === "run");
    this.label = files.find(({ contents: one }) => one === this.run)?.label ?? "";
    this.figures = new FiguresTable(contents, labels);
    const parts: Node[] = [section("", this.date, this.of, this.figures.node)];
    if (this.run) parts.push(...this.layerParts(this.run), section("Deadliest events shown", this.events));
    this.node.append(...parts);
    this.update(true);
  }

  /** @param all Whether to fill the lists at once. */
  update(all: boolean): void {
    const { view } = this.store;
    const day = Math.floor(view.day);
    if (day !== this.day) {
      this.day = day;
      this.date.textContent = longDate(day);
      this.figures.update(day);
    }
    const choices = [view.field, view.leastDeaths, ...view.layers, ...view.groups].join();
    if (choices !== this.choices) this.showChoices(choices, view);
    const lists = [day, view.field, ...view.groups, view.leastDeaths].join();
    const now = performance.now();
    if (lists === this.lists || (!all && now - this.filled < calm)) return;
    this.lists = lists;
    this.filled = now;
    this.fillLists(view);
  }

  private showChoices(choices: string, view: View): void {
    this.choices = choices;
    this.ground.value = view.field;
    this.least.value = String(view.leastDeaths);
    this.flowNote.hidden = !view.layers.has("flows");
    for (const [name, input] of this.switches) {
      input.checked = view.layers.has(name as Layer) || view.groups.has(name.slice("group/".length));
    }
  }

  private fillLists(view: View): void {
    const { run } = this;
    if (!run) return;
    const day = Math.floor(view.day);
    const number = day - run.firstDay + 1;
    const days = run.lastDay - run.firstDay + 1;
    this.of.textContent =
      number < 1 || number > days ? "outside the first run" : `end of day ${count(number)} of ${count(days)}`;
    this.legend.replaceChildren(...legendLines(run, view, this.colours, this.label));
    const { events } = run;
    if (!events) return;
    const rows = shownEvents(events, view);
    rows.sort((a, b) => events.deaths[b]! - events.deaths[a]! || b - a);
    const items = rows.slice(0, listed).map((row) => {
      const [what = "", ...rest] = eventWords(run, events, row);
      return element("li", {}, element("b", {}, what), ...rest.map((line) => element("span", {}, line)));
    });
    const none = element("li", { class: "quiet" }, "None with these filters.");
    this.events.replaceChildren(...(items.length > 0 ? items : [none]));
  }

  private layerParts(run: Run): HTMLElement[] {
    const known = fields.filter((field) => field === "none" || field === "population" || run.cells?.fields.includes(field));
    for (const field of known) this.ground.append(element("option", { value: field }, fieldNames[field]));
    this.ground.addEventListener("change", () => this.store.change({ field: this.ground.value as Field }));
    for (const deaths of [0, 1, 5, 10, 20, 50]) {
      this.least.append(element("option", { value: String(deaths) }, deaths === 0 ? "any" : String(deaths)));
    }
    this.least.addEventListener("change", () => this.store.change({ leastDeaths: Number(this.least.value) }));
    return [
      ...(run.cells ? [section("Ground", this.ground, this.legend)] : []),
      section("Layers", ...layers.flatMap((layer, i) => (has(run, layer) ? this.layerSwitch(layer, i + 1) : []))),
    ];
  }

  private layerSwitch(layer: Layer, key: number): HTMLElement[] {
    const line = this.switchLine(layer, layerNames[layer], layerIcon(layer), String(key), () =>
      this.store.toggle("layers", layer),
    );
    if (layer === "flows") return [line, this.flowNote];
    if (layer !== "events") return [line];
    const groups = eventGroups.map((group) => {
      const hollow = group.shape === "ring" || group.shape === "cross";
      const mark = icon(group.shape, hollow ? null : group.colour, hollow ? group.colour : null);
      return this.switchLine(`group/${group.id}`, group.label, mark, "", () => this.store.toggle("groups", group.id));
    });
    const least = element("label", { class: "least" }, "Deaths at least ", this.least);
    return [line, element("div", { class: "groups" }, ...groups, least)];
  }

  private switchLine(
    name: string,
    text: string,
    mark: Node | null,
    key: string,
    act: () => void,
  ): HTMLElement {
    const input = element("input", { type: "checkbox", name });
    input.addEventListener("change", act);
    this.switches.set(name, input);
    const end = key === "" ? [] : [element("kbd", {}, key)];
    return element("label", { class: "switch" }, input, ...(mark ? [mark] : []), element("span", {}, text), ...end);
  }
}

function has(run: Run, layer: Layer): boolean {
  if (layer === "events") return run.events !== null;
  if (layer === "units") return run.hasUnits;
  if (layer === "regions") return run.cells !== null;
  return run.places !== null;
}

function layerIcon(layer: Layer): Node | null {
  if (layer === "displaced") return icon("circle", `${displacedColour}50`, displacedColour);
  if (layer === "flows") return icon("up", arrivalColour, null);
  if (layer === "units") return icon("square", "#e69f00", ink, 4.5);
  if (layer === "places") return icon("circle", "#ffffff", ink, 3);
  return null;
}

function section(title: string, ...children: Node[]): HTMLElement {
  return element("section", {}, ...(title === "" ? [] : [element("h3", {}, title)]), ...children);
}
