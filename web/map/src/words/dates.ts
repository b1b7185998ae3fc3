import type { nl } from './nl';

/** What dates need of the words of a language. */
export type DateWords = Pick<typeof nl, 'locale' | 'dates'>;

/** A day, month or year, as precise as it is written. */
export function date(text: string, { locale }: DateWords): string {
  const [year = '', month, day] = text.split('-');
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = day === undefined ? 'long' : 'short';
  if (day !== undefined) options.day = 'numeric';
  const moment = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return text;
  return new Intl.DateTimeFormat(locale, options).format(moment);
}

/** A partial date in words: `2024`, `2024-03`, `2024-02-14~`, `2023-07/2024-01~`, `[2022..2023]`, `[..2018]`, `[2018..]`. */
export function partialDate(text: string, words: DateWords): string {
  const range = rangeIn(text);
  if (range === null) return roughly(text, words);
  return range.lasts ? words.dates.span(roughly(range.from, words), roughly(range.to, words)) : oneOf(range, words);
}

/** From when until when, or since when. */
export function period(since: string | null, until: string | null, words: DateWords): string {
  const said = words.dates;
  if (since === null) return until === null ? said.unknown : ending(until, words);
  if (until === null) return said.since(bound(since, words));
  // Two plain dates need no words between them; a dash between ranges would not tell which is which.
  if (rangeIn(since) === null && rangeIn(until) === null) return said.span(roughly(since, words), roughly(until, words));
  return `${said.from(bound(since, words))} ${ending(until, words)}`;
}

interface Range {
  from: string;
  to: string;
  /** It takes all that time; otherwise it is one moment of it. */
  lasts: boolean;
}

function rangeIn(text: string): Range | null {
  const [, from = '', sign, to = ''] = /^\[?([^./\]]*)(\.\.|\/)([^\]]*)\]?$/.exec(text) ?? [];
  return sign === undefined ? null : { from, to, lasts: sign === '/' && from !== '' && to !== '' };
}

function roughly(text: string, words: DateWords): string {
  return text.endsWith('~') ? words.dates.about(date(text.slice(0, -1), words)) : date(text, words);
}

function oneOf({ from, to }: Range, words: DateWords): string {
  const said = words.dates;
  if (from === '') return said.before(roughly(to, words));
  if (to === '') return said.after(roughly(from, words));
  return follows(from, to) ? said.either(roughly(from, words), roughly(to, words)) : said.between(roughly(from, words), roughly(to, words));
}

/** Where a period begins or ends: one moment, also when what marks it takes a while. */
function bound(text: string, words: DateWords): string {
  const range = rangeIn(text);
  return range === null ? roughly(text, words) : oneOf(range, words);
}

/** An end is on a day that still counts; one that nobody knows exactly has no such day. */
function ending(text: string, words: DateWords): string {
  const range = rangeIn(text);
  const exact = range === null ? !text.endsWith('~') : range.to === '' || follows(range.from, range.to);
  return exact ? words.dates.until(bound(text, words)) : words.dates.upTo(bound(text, words));
}

/** Whether two dates, equally precise, are neighbours: then it is the one or the other. */
function follows(from: string, to: string): boolean {
  if (from.length !== to.length) return false;
  const [year = 0, month, day] = from.split('-').map(Number);
  const next = day !== undefined ? [year, month! - 1, day + 1] : month !== undefined ? [year, month, 1] : [year + 1, 0, 1];
  const moment = new Date(Date.UTC(next[0]!, next[1], next[2]));
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(to);
}
