/** Rows of sorted columns. */

/** How many values are at most `limit`. @param sorted In rising order. */
export function countUpTo(sorted: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last row whose value is at most `limit`, or -1. */
export function lastUpTo(sorted: ArrayLike<number>, limit: number): number {
  return countUpTo(sorted, limit) - 1;
}

/** A quantile by linear interpolation; NaN of no values. @param share In [0, 1]. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}
