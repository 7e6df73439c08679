/** Small pictures of marks for legends. */

import { drawShape } from "../map/draw";
import type { MarkShape } from "../map/marks";
import { element } from "./dom";

const size = 16;

/** A mark as it stands on the map. */
export function icon(shape: MarkShape, fill: string | null, line: string | null, radius = 5): HTMLCanvasElement {
  const sharpness = window.devicePixelRatio;
  const pixels = String(Math.round(size * sharpness));
  const canvas = element("canvas", { class: "icon", width: pixels, height: pixels, "aria-hidden": "true" });
  const context = canvas.getContext("2d")!;
  context.scale(sharpness, sharpness);
  drawShape(context, shape, size / 2, size / 2, radius, fill, line);
  return canvas;
}
