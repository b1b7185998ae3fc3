import type { Chosen, Group } from './draft';
import { type Field, type FieldName, type Noun, type Verb, takenBy } from './shape';

/** Fields that point at somebody who is beside the matter. */
const BESIDE: readonly FieldName[] = ['parent', 'territory', 'holder', 'suppliedBy', 'buildsOn', 'refersTo', 'speaker', 'agenda'];

/** The field of a change that points at such a thing; of what it gives a choice of, the choice. */
export function pointsAt(verb: Verb, noun: Noun): Field | null {
  return takenBy(verb).find(({ name, kind }) => {
    if (kind.is === 'group') return noun === 'ProgrammeLine' && name === 'subject';
    return kind.is === 'reference' && kind.by && kind.to === noun && !BESIDE.includes(name);
  }) ?? null;
}

/** What a form begins with that is unusual: what was said in confidence is for whose talk it was, unless somebody says otherwise. */
export function usual(verb: Verb): Group {
  return verb === 'recordContactNote' ? { audience: 'HOLDER_ONLY' } : {};
}

/** What the address names, where a form asks for it. */
export function given(verb: Verb, noun: Noun, one: Chosen): Group {
  const field = pointsAt(verb, noun);
  if (field === null) return {};
  if (field.kind.is === 'group') return { [field.name]: { programmeLine: one } };
  return { [field.name]: field.list ? [one] : one };
}
