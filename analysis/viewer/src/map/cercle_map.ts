/** A map of an ensemble: one number for each cercle, on the grid of a run of the same country. */

import type { Run } from "../model/run";
import { firstView } from "../model/view";
import { element } from "../ui/dom";
import { Backdrop } from "./backdrop";
import { classPixels } from "./field_image";
import { Frame } from "./frame";
import type { Classes } from "./palette";

/** Stands for cells without a number. */
const none = -1;

export class CercleMap {
  readonly node = element("canvas", { class: "cercles", role: "img" });
  private readonly backdrop: Backdrop;
  /** Row of the cercle of each cell, or none. */
  private readonly rows: Int32Array;
  private shares: readonly number[] = [];

  /** @param run Has the grid. @param cercles Names, as the run has them. */
  constructor(
    private readonly run: Run,
    cercles: readonly string[],
    private readonly classes: Classes,
  ) {
    const cells = run.cells!;
    this.backdrop = new Backdrop(run);
    this.rows = Int32Array.from(cells.cercle, (number) => cercles.indexOf(cells.cercles.get(number) ?? ""));
    this.node.setAttribute("aria-label", classes.title);
    new ResizeObserver(() => this.draw()).observe(this.node);
  }

  /** @param shares One number for each cercle. */
  show(shares: readonly number[]): void {
    this.shares = shares;
    this.draw();
  }

  private draw(): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0) return;
    this.node.width = Math.round(width * devicePixelRatio);
    this.node.height = Math.round(height * devicePixelRatio);
    const context = this.node.getContext("2d")!;
    context.scale(devicePixelRatio, devicePixelRatio);
    const frame = new Frame(this.backdrop.box, width, height);
    if (this.backdrop.land) this.backdrop.drawPixels(context, frame, this.backdrop.land);
    const values = Float64Array.from(this.rows, (row) => this.shares[row] ?? none);
    const columns = this.run.cells!.lon.length;
    this.backdrop.drawPixels(context, frame, classPixels({ values, fill: none }, columns, this.classes));
    const view = { ...firstView(0), layers: new Set(["regions"] as const) };
    this.backdrop.drawLines(context, frame, view);
    this.backdrop.drawNames(context, frame, view);
  }
}
