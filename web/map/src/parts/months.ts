/** Arithmetic on days written as `2024-03-14`, by months and without time zones. */

/** Months from one day to another, counted by calendar month. */
export function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** The first day of the month so many months later. */
export function addMonths(from: string, months: number): string {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** Where time begins: when the cooperation did, or fifteen years before the day when nobody knows. */
export function firstMonth(since: string | null, day: string): string {
  const known = since === null ? null : /\d{4}(?:-\d{2})?/.exec(since)?.[0];
  const first = known === undefined || known === null
    ? `${String(Number(day.slice(0, 4)) - 15).padStart(4, '0')}-01-01`
    : `${known.length === 4 ? `${known}-01` : known}-01`;
  return first <= day ? first : `${day.slice(0, 4)}-01-01`;
}

/** The day so many days later. */
export function addDays(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
