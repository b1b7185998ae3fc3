import type { Chosen, Draft } from './draft';
import type { Field } from './shape';
import { choices, scores, texts } from './words';

/** What stands in a field, in words. */
export function shown(field: Field, draft: Draft): string {
  if (draft === undefined) return '';
  if (Array.isArray(draft)) return draft.map((one) => shown({ ...field, list: false }, one)).join(', ');
  if (typeof draft === 'object') return 'name' in draft ? (draft as Chosen).name : '';
  if (field.kind.is === 'yes') return draft === '' ? '' : draft === 'true' ? texts.value.yes : texts.value.no;
  if (field.kind.is === 'score') return scores.value[field.kind.of].find(([code]) => code === draft)?.[1] ?? draft;
  if (field.kind.is === 'choice') return (choices.value[field.kind.of] as Record<string, string>)[draft] ?? draft;
  return draft;
}
