import { type Row, lineOf } from './rows';
import { type Field, type FieldName, type Kind, fieldsOf } from './shape';

/** Something that was chosen by its name. */
export interface Chosen {
  id: string;
  name: string;
}

/** What stands in a field: text, also for numbers and dates, as people type it; what was chosen; several; fields of its own. */
export type Draft = string | Chosen | Draft[] | Group | undefined;
export interface Group {
  [field: string]: Draft;
}

/** What is wrong with a field before it is sent, by its path. */
export type Wrong = 'required' | 'whole' | 'amount' | 'chosen' | 'day' | 'noDay' | 'address';
export type Wrongs = Map<string, Wrong>;

/** What the API takes as a whole number at most. */
const LARGEST = 2 ** 31 - 1;

/** Fields of every change that are not fields of the fact. */
const AROUND: readonly FieldName[] = ['id', 'source', 'reason', 'ifRevision', 'idempotencyKey'];
export const isAround = (name: FieldName) => AROUND.includes(name);

/** What the API takes for a draft of these fields; what was left empty is left out. Tells what is wrong into `wrongs`. */
export function inputOf(fields: Field[], draft: Group, wrongs: Wrongs, path: string[] = []): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const at = [...path, field.name];
    const value = field.list ? listOf(field, draft[field.name], wrongs, at) : valueOf(field.kind, draft[field.name], wrongs, at);
    if (value !== undefined) input[field.name] = value;
    else if (field.required && ![...wrongs.keys()].some((wrong) => wrong.startsWith(at.join('.')))) wrongs.set(at.join('.'), 'required');
  }
  return input;
}

function listOf(field: Field, draft: Draft, wrongs: Wrongs, path: string[]): unknown[] | undefined {
  const values = Array.isArray(draft) ? draft.map((one, index) => valueOf(field.kind, one, wrongs, [...path, String(index)])) : [];
  const there = values.filter((value) => value !== undefined);
  return there.length === 0 ? undefined : there;
}

function valueOf(kind: Kind, draft: Draft, wrongs: Wrongs, path: string[]): unknown {
  if (kind.is === 'group') return groupOf(kind, (draft ?? {}) as Group, wrongs, path);
  if (kind.is === 'reference') {
    // Words that chose nothing.
    if (typeof draft === 'string' && draft.trim() !== '') wrongs.set(path.join('.'), 'chosen');
    if (typeof draft !== 'object') return undefined;
    const { id } = draft as Chosen;
    return kind.by ? { id } : id;
  }
  const text = typeof draft === 'string' ? draft.trim() : '';
  if (text === '') return undefined;
  switch (kind.is) {
    case 'yes': return text === 'true';
    case 'score': return Number(text);
    case 'day': {
      const day = dayOf(text);
      if (!/\d{4}/.test(day) || /[^\d./[\]~-]/.test(day)) wrongs.set(path.join('.'), 'day');
      else if (!exists(day)) wrongs.set(path.join('.'), 'noDay');
      return day;
    }
    case 'address': {
      if (!/^https?:\/\/\S+$/i.test(text)) wrongs.set(path.join('.'), 'address');
      return text;
    }
    case 'whole': {
      // Whole numbers of the API count something.
      if (!/^\d{1,10}$/.test(text) || Number(text) > LARGEST) wrongs.set(path.join('.'), 'whole');
      return Number(text);
    }
    case 'amount': {
      const exact = amountOf(text);
      if (!/^-?\d+(\.\d+)?$/.test(exact)) wrongs.set(path.join('.'), 'amount');
      return exact;
    }
    default: return text;
  }
}

function groupOf(kind: Kind & { is: 'group' }, draft: Group, wrongs: Wrongs, path: string[]): unknown {
  const inner: Wrongs = new Map();
  const fields = fieldsOf(kind.of).filter(({ name }) => !kind.one || name in draft);
  const input = inputOf(fields, draft, inner, path);
  // A group in which nothing stands is none, whatever it would have to hold.
  if (Object.values(input).every((value) => value === false) && [...inner.values()].every((wrong) => wrong === 'required')) return undefined;
  for (const [at, wrong] of inner) wrongs.set(at, wrong);
  return input;
}

/** `14-3-2024` and `3-2024` as the API writes them; anything else as it is, for the server to judge. */
export function dayOf(text: string): string {
  const two = (part: string) => part.padStart(2, '0');
  const day = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(~?)$/.exec(text);
  if (day !== null) return `${day[3]}-${two(day[2] ?? '')}-${two(day[1] ?? '')}${day[4]}`;
  const month = /^(\d{1,2})[-/](\d{4})(~?)$/.exec(text);
  return month === null ? text : `${month[2]}-${two(month[1] ?? '')}${month[3]}`;
}

/** Whether each day that a date names exactly is one of its month, as 31 November is not. */
export function exists(day: string): boolean {
  return [...day.matchAll(/(\d{4})-(0[1-9]|1[0-2])-(\d{2})/g)].every(([, year, month, on]) => {
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return Number(on) >= 1 && Number(on) <= last;
  });
}

/** `€ 250.000,50` and `250,000.50` as the API writes them: what stands last and is not followed by three digits is the decimal sign. */
export function amountOf(text: string): string {
  const plain = text.replace(/[€\s]/g, '');
  const [, whole = plain, , part] = /^(.*?)(?:([.,])(\d{1,2}|\d{4,}))?$/.exec(plain) ?? [];
  return whole.replace(/[.,](?=\d{3}(?:\D|$))/g, '') + (part === undefined ? '' : `.${part}`);
}

/** What the API tells of a fact, as it would be typed. An English text that only repeats the Dutch one is none. */
export function draftOf(fields: Field[], answer: Record<string, unknown>): Group {
  const draft: Group = {};
  for (const { name, kind, list } of fields) {
    const told = answer[name];
    if (told === undefined || told === null) continue;
    if (name.endsWith('En') && told === answer[name.replace(/En$/, 'Nl')]) continue;
    if (kind.is === 'reference') {
      const there = (list ? (told as Partial<Chosen>[]) : [told as Partial<Chosen>]).filter((one): one is Chosen => one.id !== undefined);
      // What is called nothing comes with what its line tells.
      const chosen = there.map((one) => ({ id: one.id, name: one.name ?? lineOf(one as unknown as Row) }));
      if (chosen.length > 0) draft[name] = list ? chosen : chosen[0];
    } else draft[name] = String(told);
  }
  return draft;
}

/** What a new fact begins with. */
export function blank(fields: Field[]): Group {
  return Object.fromEntries(fields.filter(({ kind, required }) => kind.is === 'yes' && required).map(({ name }) => [name, 'false']));
}

/** Only what differs from what was there: null empties a field. */
export function correctionOf(fields: Field[], base: Group, draft: Group, wrongs: Wrongs): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields.filter(({ name }) => !isAround(name))) {
    const one = [field];
    const was = inputOf(one, base, new Map())[field.name];
    const is = inputOf(one, draft, wrongs)[field.name];
    if (!same(was, is)) input[field.name] = is ?? (field.list ? [] : null);
  }
  return input;
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
