/** One chart under the map, with a line at the date that the map shows. */

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { longDate } from "../model/calendar";
import { count, short } from "../model/numbers";
import type { ViewStore } from "../model/view";
import { element } from "../ui/dom";
import type { Line } from "./lines";

const dayLength = 86_400; // uPlot counts in seconds
const axisFont = "11px system-ui, sans-serif";
const axisColour = "#59626a";

export class Chart {
  readonly node = element("figure", { class: "chart" });
  private readonly body = element("div", { class: "chart-body" });
  private readonly marker = element("div", { class: "chart-date" });
  private readonly legend = element("span", { class: "chart-legend" });
  private plot: uPlot | undefined;

  constructor(
    title: string,
    private readonly store: ViewStore,
    private readonly span: readonly [number, number],
  ) {
    this.node.append(element("figcaption", {}, element("b", {}, title), this.legend), this.body);
    new ResizeObserver(() => this.fit()).observe(this.body);
  }

  /** Draw lines; what was there goes. */
  show(lines: readonly Line[]): void {
    this.plot?.destroy();
    this.legend.replaceChildren(
      ...lines.filter(({ label, unlisted }) => label !== "" && !unlisted).map((line) => {
        const key = element("i", { style: `border-color:${line.colour}` });
        return element("span", {}, key, line.label);
      }),
    );
    this.plot = new uPlot(this.options(lines), joined(lines), this.body);
    this.plot.over.append(this.marker);
    this.fit();
  }

  /** Move the line at the date; cheap enough for every frame. */
  update(day: number): void {
    if (!this.plot) return;
    const x = this.plot.valToPos(day * dayLength, "x");
    this.marker.style.transform = `translateX(${x.toFixed(1)}px)`;
  }

  private fit(): void {
    const { clientWidth: width, clientHeight: height } = this.body;
    if (width > 0 && height > 0) this.plot?.setSize({ width, height });
    this.update(this.store.view.day);
  }

  private options(lines: readonly Line[]): uPlot.Options {
    const axis: uPlot.Axis = { font: axisFont, stroke: axisColour, grid: { stroke: "#e4e2da", width: 1 } };
    return {
      width: 300,
      height: 120,
      padding: [6, 8, 0, 0],
      legend: { show: false },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      scales: {
        x: { time: true, range: [this.span[0] * dayLength, this.span[1] * dayLength] },
        y: { range: (_plot, _low, high) => [0, high > 0 ? high * 1.08 : 1] },
      },
      axes: [
        { ...axis, ticks: { show: false }, size: 22, gap: 5, space: 48 },
        { ...axis, ticks: { show: false }, size: 38, gap: 4, space: 26, values: (_, ticks) => ticks.map(short) },
      ],
      cursor: { x: true, y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
      series: [{}, ...lines.flatMap(seriesOf)],
      bands: bandsOf(lines),
      hooks: { ready: [(plot) => this.listen(plot, lines)] },
    };
  }

  // A click or a drag sets the date; the pointer alone tells the values.
  private listen(plot: uPlot, lines: readonly Line[]): void {
    const go = (event: PointerEvent): void => {
      const day = plot.posToVal(event.offsetX, "x") / dayLength;
      this.store.change({ day: Math.min(this.span[1], Math.max(this.span[0], Math.round(day))) });
    };
    plot.over.addEventListener("pointerdown", go);
    plot.over.addEventListener("pointermove", (event) => {
      if (event.buttons === 1) go(event);
      const day = plot.posToVal(event.offsetX, "x") / dayLength;
      plot.over.title = [longDate(day), ...lines.map((line) => lineWords(line, day))].join("\n");
    });
  }
}

function lineWords(line: Line, day: number): string {
  let at = 0;
  while (at + 1 < line.day.length && line.day[at + 1]! <= day) ++at;
  const spread = line.low && line.high ? ` (${count(line.low[at]!)} to ${count(line.high[at]!)})` : "";
  return `${line.label}: ${count(line.value[at]!)}${spread}`;
}

function seriesOf(line: Line): uPlot.Series[] {
  const middle: uPlot.Series = { stroke: line.colour, width: 1.5, points: { show: false }, spanGaps: true };
  if (line.dashed) middle.dash = [4, 3];
  if (!line.low) return [middle];
  const edge: uPlot.Series = { stroke: "transparent", width: 0, points: { show: false }, spanGaps: true };
  return [middle, { ...edge }, { ...edge }];
}

function bandsOf(lines: readonly Line[]): uPlot.Band[] {
  const bands: uPlot.Band[] = [];
  let series = 1;
  for (const line of lines) {
    if (line.low) bands.push({ series: [series + 2, series + 1], fill: `${line.colour}30` });
    series += line.low ? 3 : 1;
  }
  return bands;
}

// One x axis for all lines.
function joined(lines: readonly Line[]): uPlot.AlignedData {
  const seconds = (line: Line): number[] => line.day.map((day) => day * dayLength);
  const values = (column: number[]): (number | null)[] => column.map((value) => (Number.isNaN(value) ? null : value));
  const tables = lines.map((line): uPlot.AlignedData => {
    const edges = line.low && line.high ? [values(line.low), values(line.high)] : [];
    return [seconds(line), values(line.value), ...edges];
  });
  return tables.length === 0 ? [[]] : uPlot.join(tables);
}
