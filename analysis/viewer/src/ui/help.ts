/** The panel of keys, and what the picture is and is not. */

import { button, element } from "./dom";

/** Keys and what they do; ui/keys.ts acts on them. */
const keys: readonly (readonly [string, string])[] = [
  ["Space", "play or pause"],
  ["\u2190  \u2192", "a day back or on; with Shift 30 days"],
  ["Home  End", "first or last day"],
  ["[  ]", "slower or faster"],
  ["N  P", "next or previous event with 10 deaths or more"],
  ["G", "next colour of the ground"],
  ["1 \u2026 6", "events, displaced people, arrivals, units, towns, regions"],
  ["+  \u2212  0", "closer, farther, whole map"],
  ["W A S D", "move the map"],
  ["L", "copy a link to this view"],
  ["O", "open a file"],
  ["?  Esc", "this panel; close it"],
];

const notes: readonly string[] = [
  "All of this is simulated. Nothing here is a record of what happened to anyone.",
  "A run is one of many that its scenario allows: another seed gives other events in other places. Compare seeds, or an ensemble, before you conclude anything.",
  "An event is known to its cell of the grid only. Marks of one cell stand around its centre so that none hides another.",
  "A map of the ground is made every so many days, the days named beside the legend; marks, places and series are of the date shown, units of the last day on which positions were kept.",
  "Arrivals and departures are how the number of people in a place changed; the file does not say from where each came.",
  "Borders are drawn between cells, so they are as coarse as the grid. Rivers are Natural Earth's (public domain), not the file's.",
];

export class Help {
  readonly node = element("dialog", { class: "help", "aria-label": "Help" });

  constructor() {
    const rows = keys.map(([key, what]) => element("tr", {}, element("th", {}, element("kbd", {}, key)), element("td", {}, what)));
    this.node.append(
      element("h2", {}, "Keys"),
      element("table", {}, ...rows),
      element("h2", {}, "What you see"),
      element("ul", {}, ...notes.map((note) => element("li", {}, note))),
      element("p", { class: "quiet" }, "The file stays on this computer: the page loads nothing and sends nothing."),
      button("Close", "Close the help (Esc)", () => this.node.close()),
    );
  }

  toggle(): void {
    if (this.node.open) this.node.close();
    else this.node.showModal();
  }
}
