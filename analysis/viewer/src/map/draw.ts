/** Shapes on a canvas. */

import type { Mark, MarkShape } from "./marks";

type Context = CanvasRenderingContext2D;

/** Draw marks, the first below the others. */
export function drawMarks(context: Context, marks: readonly Mark[]): void {
  for (const mark of marks) {
    context.globalAlpha = mark.alpha;
    drawShape(context, mark.shape, mark.x, mark.y, mark.radius, mark.fill, mark.line);
  }
  context.globalAlpha = 1;
}

/** Draw one shape; `fill` or `line` may be none. */
export function drawShape(
  context: Context,
  shape: MarkShape,
  x: number,
  y: number,
  radius: number,
  fill: string | null,
  line: string | null,
): void {
  context.beginPath();
  outline(context, shape, x, y, radius);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (line) {
    context.strokeStyle = line;
    context.lineWidth = fill ? 1 : 1.8;
    context.stroke();
  }
}

function outline(context: Context, shape: MarkShape, x: number, y: number, r: number): void {
  switch (shape) {
    case "circle":
    case "ring":
      context.arc(x, y, r, 0, 2 * Math.PI);
      return;
    case "square":
      context.rect(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
      return;
    case "diamond":
      return polygon(context, x, y, [0, -1.25 * r, 1.25 * r, 0, 0, 1.25 * r, -1.25 * r, 0]);
    case "triangle":
    case "up":
      return polygon(context, x, y, [0, -1.25 * r, 1.1 * r, 0.8 * r, -1.1 * r, 0.8 * r]);
    case "down":
      return polygon(context, x, y, [0, 1.25 * r, 1.1 * r, -0.8 * r, -1.1 * r, -0.8 * r]);
    case "cross":
      context.moveTo(x - 0.8 * r, y - 0.8 * r);
      context.lineTo(x + 0.8 * r, y + 0.8 * r);
      context.moveTo(x + 0.8 * r, y - 0.8 * r);
      context.lineTo(x - 0.8 * r, y + 0.8 * r);
  }
}

// \p corners are offsets x, y, x, y, ...
function polygon(context: Context, x: number, y: number, corners: readonly number[]): void {
  for (let i = 0; i < corners.length; i += 2) context.lineTo(x + corners[i]!, y + corners[i + 1]!);
  context.closePath();
}
