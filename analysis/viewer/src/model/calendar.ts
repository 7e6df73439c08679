/** Dates as days since 1970-01-01, UTC. */

const dayLength = 86_400_000;
const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function date(day: number): Date {
  return new Date(Math.floor(day) * dayLength);
}

/** `10 Jan 2013`. */
export function longDate(day: number): string {
  const at = date(day);
  return `${at.getUTCDate()} ${names[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** `Jan 2013`. */
export function monthName(day: number): string {
  return longDate(firstOfMonth(day)).slice(2);
}

/** `2013-01-10`. */
export function isoDate(day: number): string {
  return date(day).toISOString().slice(0, 10);
}

/** The day of a text `2013-01-10`, or undefined if it is none. */
export function parseIsoDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / dayLength;
}

/** The first day of the month of a day. */
export function firstOfMonth(day: number): number {
  const at = date(day);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1) / dayLength;
}

/** The last day of the month of a day. */
export function lastOfMonth(day: number): number {
  const at = date(day);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0) / dayLength;
}

/** Every 1 January from the first to the last day. */
export function newYears(first: number, last: number): number[] {
  const years = [];
  for (let year = date(first).getUTCFullYear(); year <= date(last).getUTCFullYear(); ++year) {
    const day = Date.UTC(year, 0, 1) / dayLength;
    if (day >= first && day <= last) years.push(day);
  }
  return years;
}
