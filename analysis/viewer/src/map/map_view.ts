/** The map of one run: ground, marks and names on three canvases, so that play redraws only the marks. */

import { select } from "d3-selection";
import { zoom as zoomBehaviour, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from "d3-zoom";
import type { Run, Units } from "../model/run";
import { lastUpTo } from "../model/search";
import type { View, ViewStore } from "../model/view";
import type { OpenFile } from "../reader/client";
import { element } from "../ui/dom";
import { Backdrop } from "./backdrop";
import { cellWords } from "./cell_words";
import { drawMarks } from "./draw";
import { classPixels, controlPixels, type Pixels } from "./field_image";
import { Frame } from "./frame";
import { MapCache } from "./map_cache";
import { marksOf, type Mark } from "./marks";
import { fieldClasses } from "./palette";

/** How near the pointer must be to a mark [px]. */
const reach = 6;

export class MapView {
  readonly node = element("div", { class: "map", tabindex: "-1" });
  private readonly ground = element("canvas");
  private readonly overlay = element("canvas");
  private readonly names = element("canvas");
  private readonly backdrop: Backdrop;
  private readonly cache: MapCache;
  private readonly colours: readonly string[];
  private readonly behaviour: ZoomBehavior<HTMLElement, unknown>;
  private frame: Frame;
  private readonly painted = new Map<string, Pixels>();
  private marks: Mark[] = [];
  private units: Units | null = null;
  private unitsAsked = false;
  private groundKey = "";
  private marksDay = NaN;
  private settingZoom = false;

  /** @param report Called with what goes wrong while maps are read. */
  constructor(
    private readonly file: OpenFile,
    private readonly run: Run,
    private readonly store: ViewStore,
    colours: ReadonlyMap<string, string>,
    private readonly report: (error: unknown) => void,
  ) {
    this.colours = run.actors?.key.map((key) => colours.get(key)!) ?? [];
    this.backdrop = new Backdrop(run);
    this.frame = new Frame(this.backdrop.box, 1, 1);
    this.cache = new MapCache(file, () => this.drawGround(store.view), report);
    this.node.append(this.ground, this.overlay, this.names);
    this.behaviour = zoomBehaviour<HTMLElement, unknown>().scaleExtent([1, 40]);
    this.behaviour.on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => this.zoomed(event));
    select<HTMLElement, unknown>(this.node).call(this.behaviour).on("dblclick.zoom", null);
    new ResizeObserver(() => this.resize()).observe(this.node);
  }

  /** Bring the picture up to date. */
  update(view: View, change: Partial<View>): void {
    if ("zoom" in change || "centre" in change) this.place(view);
    else if ("layers" in change) this.drawAll(view);
    else {
      this.drawGround(view);
      const onlyDay = Object.keys(change).every((key) => key === "day");
      if (!onlyDay || Math.floor(view.day) !== this.marksDay) this.drawMarks(view);
    }
  }

  /** What is at a point, in words; the topmost mark or the cell. */
  wordsAt(x: number, y: number): string[] {
    for (let i = this.marks.length - 1; i >= 0; --i) {
      const mark = this.marks[i]!;
      if (Math.hypot(mark.x - x, mark.y - y) <= Math.max(reach, mark.radius)) return mark.words();
    }
    return cellWords(this.run, this.store.view, this.cache, this.frame.lon(x), this.frame.lat(y));
  }

  private zoomed(event: D3ZoomEvent<HTMLElement, unknown>): void {
    if (this.settingZoom) return;
    const { k, x, y } = event.transform;
    const { width, height, box } = this.frame;
    const whole = new Frame(box, width, height);
    const lon = whole.lon((width / 2 - x) / k);
    const lat = whole.lat((height / 2 - y) / k);
    this.store.change({ zoom: k, centre: k === 1 && x === 0 && y === 0 ? null : [lon, lat] });
  }

  private resize(): void {
    const width = Math.max(1, this.node.clientWidth);
    const height = Math.max(1, this.node.clientHeight);
    const sharpness = window.devicePixelRatio;
    for (const canvas of [this.ground, this.overlay, this.names]) {
      canvas.width = Math.round(width * sharpness);
      canvas.height = Math.round(height * sharpness);
      canvas.getContext("2d")!.scale(sharpness, sharpness);
    }
    this.frame = new Frame(this.backdrop.box, width, height);
    this.place(this.store.view);
  }

  // Set the frame, and tell the zoom where it stands, for the next gesture starts there.
  private place(view: View): void {
    const { width, height, box } = this.frame;
    this.frame = new Frame(box, width, height, view.zoom, view.centre);
    const whole = new Frame(box, width, height);
    const [lon, lat] = view.centre ?? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const transform = zoomIdentity
      .translate(width / 2 - view.zoom * whole.x(lon), height / 2 - view.zoom * whole.y(lat))
      .scale(view.zoom);
    this.settingZoom = true;
    select<HTMLElement, unknown>(this.node).call(this.behaviour.transform, transform);
    this.settingZoom = false;
    this.drawAll(view);
  }

  private drawAll(view: View): void {
    this.groundKey = "";
    this.drawGround(view);
    this.drawMarks(view);
    this.backdrop.drawNames(this.cleared(this.names), this.frame, view);
  }

  private drawMarks(view: View): void {
    if (view.layers.has("units")) this.askForUnits();
    this.marksDay = Math.floor(view.day);
    this.marks = marksOf(this.run, this.units, view, this.frame, this.colours);
    drawMarks(this.cleared(this.overlay), this.marks);
  }

  private askForUnits(): void {
    if (this.unitsAsked || !this.run.hasUnits) return;
    this.unitsAsked = true;
    this.file.units().then((units) => {
      this.units = units;
      this.drawMarks(this.store.view);
    }, this.report);
  }

  private drawGround(view: View): void {
    const step = this.run.cells ? lastUpTo(this.run.cells.day, view.day) : -1;
    const key = `${view.field}/${step}`;
    if (key === this.groundKey) return;
    const pixels = this.fieldPixels(view, step);
    if (pixels === undefined && this.groundKey !== "") return; // until the map is there, the one before stays
    const context = this.cleared(this.ground);
    for (const one of [this.backdrop.land, pixels]) if (one) this.backdrop.drawPixels(context, this.frame, one);
    this.backdrop.drawLines(context, this.frame, view);
    this.groundKey = pixels === undefined ? `wait ${key}` : key;
    if (pixels !== undefined) this.node.dataset["ground"] = key; // for tests: what is drawn
    if (step >= 0 && step + 1 < this.run.cells!.day.length) this.fieldPixels(view, step + 1);
  }

  // The same, kept from the last few times.
  private fieldPixels(view: View, step: number): Pixels | null | undefined {
    const key = `${view.field}/${view.field === "population" ? 0 : step}`;
    const kept = this.painted.get(key);
    if (kept) return kept;
    const pixels = this.paintField(view, step);
    if (pixels) this.painted.set(key, pixels);
    if (this.painted.size > 6) this.painted.delete(this.painted.keys().next().value!);
    return pixels;
  }

  // Pixels of the field, null if it has none to show, undefined while they are read.
  private paintField(view: View, step: number): Pixels | null | undefined {
    const { cells } = this.run;
    if (!cells || view.field === "none") return null;
    const columns = cells.lon.length;
    if (view.field === "population") {
      return classPixels({ values: cells.population, fill: -1 }, columns, fieldClasses.population!);
    }
    if (step < 0 || !cells.fields.includes(view.field)) return null;
    const values = this.cache.get(view.field, step);
    if (view.field === "control") {
      const actor = this.cache.get("dominant_actor", step);
      return actor && values && controlPixels(actor, values, columns, this.colours);
    }
    return values && classPixels(values, columns, fieldClasses[view.field]!);
  }

  private cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const context = canvas.getContext("2d")!;
    context.clearRect(0, 0, this.frame.width, this.frame.height);
    return context;
  }
}
