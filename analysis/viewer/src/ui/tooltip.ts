/** What is under the pointer. */

import type { MapView } from "../map/map_view";
import { element } from "./dom";

export class Tooltip {
  private readonly node = element("div", { class: "tooltip", hidden: "" });

  constructor(pane: HTMLElement, map: MapView) {
    pane.append(this.node);
    map.node.addEventListener("pointermove", (event) => {
      const box = map.node.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      this.show(event.buttons === 0 ? map.wordsAt(x, y) : [], event.clientX, event.clientY);
    });
    map.node.addEventListener("pointerleave", () => this.show([], 0, 0));
  }

  private show(lines: readonly string[], x: number, y: number): void {
    this.node.hidden = lines.length === 0;
    if (this.node.hidden) return;
    this.node.replaceChildren(...lines.map((line, i) => element(i === 0 ? "b" : "span", {}, line)));
    const { offsetWidth: width, offsetHeight: height } = this.node;
    const left = x + 14 + width > innerWidth ? x - 14 - width : x + 14;
    const top = y + 14 + height > innerHeight ? y - 14 - height : y + 14;
    this.node.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  }
}
