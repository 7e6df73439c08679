/** Numbers for people. */

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** `12,345`. */
export function count(value: number): string {
  return Number.isFinite(value) ? whole.format(value) : "\u2013";
}

/** For axes: `0`, `500`, `20k`, `1.5M`. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${Number((value / 1e6).toFixed(1))}M`;
  if (size >= 1e3) return `${Number((value / 1e3).toFixed(1))}k`;
  return String(Number(value.toFixed(2)));
}
