import { codes, words } from '.';

/** A number as the language writes it. */
export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(words.value.locale, { maximumFractionDigits: digits }).format(value);
}

export function percent(share: number): string {
  return new Intl.NumberFormat(words.value.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** An exact amount of the API, which is text, so that no digit is lost on the way. */
export function amount(value: string, unit: string | null, per: string | null = null): string {
  const exact = value as Intl.StringNumericLiteral;
  const locale = words.value.locale;
  const shown = unit === 'EUR'
    ? new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' }).format(exact)
    : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(exact)}${unit === null ? '' : ` ${codes.value.unit[unit] ?? unit}`}`;
  return per === null ? shown : `${shown} ${codes.value.per[per] ?? words.value.dates.per(per)}`;
}

export const euros = (value: string) => amount(value, 'EUR');

/** A day, month or year, as precise as it is written. */
export function date(text: string): string {
  const [year = '', month, day] = text.split('-');
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = day === undefined ? 'long' : 'short';
  if (day !== undefined) options.day = 'numeric';
  const moment = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return text;
  return new Intl.DateTimeFormat(words.value.locale, options).format(moment);
}

/** A moment, in the time of who looks. */
export function moment(text: string): string {
  return new Intl.DateTimeFormat(words.value.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
}

/** Whether a text is a partial date that is more than a number: `2024` alone may be one. */
export function isPartialDate(text: string): boolean {
  return /^(?:\[?(?:\.\.)?)?\d{4}-\d{2}(?:-\d{2})?~?(?:(?:\/|\.\.).*)?\]?$/.test(text);
}

/** Whether a partial date (an EDTF text of the API) is not known to the day. */
export function isApproximate(text: string): boolean {
  return !/^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** A partial date in words: `2024`, `2024-03`, `2024-02-14~`, `2023-07/2024-01~`, `[2022..2023]`, `[..2018]`. */
export function partialDate(text: string): string {
  const said = words.value.dates;
  const range = /^\[?([^./\]]*)(?:\.\.|\/)([^\]]*)\]?$/.exec(text);
  if (range === null) return text.endsWith('~') ? said.about(date(text.slice(0, -1))) : date(text);
  const [, from = '', to = ''] = range;
  if (from === '') return said.before(partialDate(to));
  if (to === '') return said.after(partialDate(from));
  return said.between(partialDate(from), partialDate(to));
}

/** From when until when, or since when; nothing when neither is known. */
export function period(since: string | null, until: string | null): string {
  const said = words.value.dates;
  if (since !== null && until !== null) return said.span(partialDate(since), partialDate(until));
  if (since !== null) return said.since(partialDate(since));
  if (until !== null) return said.until(partialDate(until));
  return said.unknown;
}
