/** The line above a map: which file it is. */

import type { Shown } from "../series/charts";
import { button, element } from "./dom";

/** Title, seed and program of a file. */
export function paneHead({ contents, label }: Shown, close: () => void, several: boolean): HTMLElement {
  const { about } = contents;
  const what =
    contents.type === "run"
      ? `${several ? "" : "simulated, one run, "}seed ${about.seed}`
      : `${several ? "" : "simulated, "}${contents.runs} runs from seed ${about.seed}`;
  const from = `${about.program} (${about.commit.slice(0, 12)})`;
  return element(
    "div",
    { class: "pane-head", title: `${about.fileName}\n${about.comment}\n${from}, format ${about.version}` },
    ...(several ? [element("b", { class: `label label-${label}` }, label)] : []),
    element("h1", {}, about.title === "" ? about.fileName : about.title),
    element("span", { class: "quiet" }, what),
    ...(several ? [button("\u00d7", "Close this file", close, "close")] : []),
  );
}
