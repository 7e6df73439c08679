/** Names on the map, none over another. */

export interface Label {
  text: string;
  /** Where the thing is [px]. */
  x: number;
  y: number;
  /** Size of the text [px]. */
  width: number;
  height: number;
  /** Greater goes first. */
  weight: number;
  /** Whether the text stands on the point rather than beside it. */
  centred: boolean;
}

/** A label and the left end of the middle of its text [px]. */
export interface PlacedLabel {
  label: Label;
  x: number;
  y: number;
}

type Rectangle = readonly [number, number, number, number];

const gap = 6;
const air = 2;

/** Choose places for as many labels as fit, the weightiest first: right of the point, left, above, below.
 *  A label that would cover another, or leave the picture, is left out. @param most Labels at most. */
export function placeLabels(
  labels: readonly Label[],
  width: number,
  height: number,
  most = Infinity,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken: Rectangle[] = [];
  for (const label of [...labels].sort((a, b) => b.weight - a.weight)) {
    if (placed.length >= most) break;
    for (const [x, y] of candidates(label)) {
      const box: Rectangle = [
        x - air,
        y - label.height / 2 - air,
        x + label.width + air,
        y + label.height / 2 + air,
      ];
      const inside = box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
      if (!inside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      if (!label.centred) taken.push([label.x - 3, label.y - 3, label.x + 3, label.y + 3]);
      placed.push({ label, x, y });
      break;
    }
  }
  return placed;
}

function candidates(label: Label): [number, number][] {
  const middle = label.x - label.width / 2;
  if (label.centred) return [[middle, label.y]];
  return [
    [label.x + gap, label.y],
    [label.x - gap - label.width, label.y],
    [middle, label.y - gap - label.height / 2],
    [middle, label.y + gap + label.height / 2],
  ];
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
