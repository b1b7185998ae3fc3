import type { Sent } from '../../api/key';
import type { SourceFragment } from '../../generated/graphql';
import { type Group, same } from './draft';
import type { Field, Verb } from './shape';

/** What somebody is busy with: what stood there when the form was opened, at which revision, and what they made of it. */
export interface Kept {
  base: Group;
  revision: number;
  sources: SourceFragment[];
  draft: Group;
  /** Whether it was made ready for them, and they typed nothing of it. */
  ready?: true;
  /** What was sent of it with a key of its own. */
  sent?: readonly Sent[];
  /** What was sent and got no answer: it may have been recorded. */
  lost?: readonly Group[];
}

export const keyOf = (verb: Verb, of: string | null) => `${verb} ${of ?? ''}`;

/** Whether something was typed that is not recorded. */
export const isTouched = ({ base, draft }: Kept) => !same(base, draft);

/** A field that somebody else changed meanwhile: what it said, what it says, and what was typed, when that is something else. */
export interface Clash {
  field: Field;
  was: Group[string];
  now: Group[string];
  typed: Group[string];
}

/** What was typed, on what is there now: what one left alone follows, what one changed stays. */
export function rebased(form: Kept, now: { base: Group; revision: number; sources: SourceFragment[] }, fields: Field[]): { form: Kept; clashes: Clash[] } {
  const draft = { ...form.draft };
  const clashes: Clash[] = [];
  for (const field of fields) {
    const { name } = field;
    const [was, is, typed] = [form.base[name], now.base[name], form.draft[name]];
    if (same(was, is)) continue;
    const mine = !same(was, typed) && !same(is, typed);
    if (!mine) draft[name] = is;
    clashes.push({ field, was, now: is, typed: mine ? typed : undefined });
  }
  return { form: { ...now, draft }, clashes };
}
