/** Play, date and speed. */

import { isoDate, newYears, parseIsoDate } from "../model/calendar";
import { speeds, type ViewStore } from "../model/view";
import { button, element } from "./dom";
import type { Player } from "./player";

export class Transport {
  readonly node = element("div", { class: "transport" });
  private readonly play: HTMLButtonElement;
  private readonly slider = element("input", { type: "range", step: "1", "aria-label": "Date" });
  private readonly date = element("input", { type: "date", "aria-label": "Date", required: "" });
  private readonly speed = element("select", { "aria-label": "Speed", title: "Speed of play ([ and ])" });

  constructor(
    private readonly store: ViewStore,
    player: Player,
    span: readonly [number, number],
  ) {
    this.play = button("\u25b6", "Play or pause (space)", () => player.toggle(), "play");
    const [first, last] = span;
    Object.assign(this.slider, { min: String(first), max: String(last) });
    Object.assign(this.date, { min: isoDate(first), max: isoDate(last) });
    for (const days of speeds) {
      this.speed.append(element("option", { value: String(days) }, `${days} days a second`));
    }
    this.slider.addEventListener("input", () => player.go(Number(this.slider.value)));
    this.date.addEventListener("change", () => {
      const day = parseIsoDate(this.date.value);
      if (day !== undefined) player.go(day);
    });
    this.speed.addEventListener("change", () => store.change({ speed: Number(this.speed.value) }));
    const years = newYears(first, last).map((day) => {
      const left = (100 * (day - first)) / Math.max(1, last - first);
      return element("span", { style: `left:${left.toFixed(2)}%` }, isoDate(day).slice(0, 4));
    });
    this.node.append(
      this.play,
      button("\u2039", "A day back (left)", () => player.step(-1)),
      button("\u203a", "A day on (right)", () => player.step(1)),
      element("div", { class: "slider" }, this.slider, element("div", { class: "years" }, ...years)),
      this.date,
      this.speed,
    );
    this.update();
  }

  showPlaying(playing: boolean): void {
    this.play.textContent = playing ? "\u275a\u275a" : "\u25b6";
    this.play.setAttribute("aria-pressed", String(playing));
  }

  update(): void {
    const { day, speed } = this.store.view;
    const whole = String(Math.floor(day));
    if (this.slider.value !== whole) {
      this.slider.value = whole;
      if (document.activeElement !== this.date) this.date.value = isoDate(day);
    }
    if (this.date.value === "") this.date.value = isoDate(day);
    if (this.speed.value !== String(speed)) this.speed.value = String(speed);
  }
}
