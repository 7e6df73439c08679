/** What the page says before it has a file, and when it cannot show one. */

import { button, element } from "./dom";

/** The first page. */
export function startPage(openFile: () => void): HTMLElement {
  return element(
    "main",
    { class: "start" },
    element("h1", {}, "Azalai viewer"),
    element("p", {}, "Shows what a simulated run says, day by day: who controls what, events, displaced people."),
    element(
      "div",
      { class: "drop" },
      element("p", {}, "Drop a result file here, or two to compare them"),
      button("Choose files\u2026", "Open result files", openFile, "primary"),
      element("p", { class: "quiet" }, "HDF5 files that azalai run or azalai sweep wrote"),
    ),
    element("p", { class: "quiet" }, "The file stays on this computer: the page loads nothing and sends nothing."),
  );
}

/** Messages about files, each until it is closed. */
export class Messages {
  readonly node = element("div", { class: "messages", role: "alert" });

  /** @param name Of the file, which may be anything. */
  show(name: string, text: string, kind: "error" | "note" = "error"): void {
    const message = element(
      "div",
      { class: `message ${kind}` },
      element("p", {}, element("b", {}, name), element("span", {}, text)),
      button("\u00d7", "Close this message", () => message.remove()),
    );
    this.node.append(message);
  }
}
