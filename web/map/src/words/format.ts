import { codes, words } from '.';
import * as dates from './dates';

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
export const date = (text: string) => dates.date(text, words.value);

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

/** A partial date (an EDTF text of the API) in words. */
export const partialDate = (text: string) => dates.partialDate(text, words.value);

/** From when until when, or since when, in words. */
export const period = (since: string | null, until: string | null) => dates.period(since, until, words.value);
