import { words } from '../../words';

/** Arithmetic on days written as `2024-03-14`, without time zones. */

const DAY_MS = 86_400_000;

/** The first day that a partial date may mean; null: none is known. */
export function firstDay(partial: string): string | null {
  const [, year, month = '01', day = '01'] = /(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(partial) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

/** Days from one day to another; below 0 when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** How far away a day is: tomorrow, in 3 days, 5 days ago. */
export function away(from: string, to: string): string {
  return new Intl.RelativeTimeFormat(words.value.locale, { numeric: 'auto' }).format(daysBetween(from, to), 'day');
}

/** The name of the month of a day. */
export function monthOf(day: string): string {
  return new Intl.DateTimeFormat(words.value.locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(new Date(`${day}T00:00:00Z`));
}

/** The day of the week with the date: `do 10 dec 2026`. */
export function weekday(day: string): string {
  return new Intl.DateTimeFormat(words.value.locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
    .format(new Date(`${day}T00:00:00Z`));
}
