import type { ContributionKind } from '../../generated/graphql';
import type { Picked } from '../../parts/pick';
import { type Change, type ChangeKind, type Condition, amountOf } from './scenario';
import { texts } from './words';

export type ConditionKind = 'none' | 'parties' | 'budget' | 'inhabitants' | 'includes' | 'level';

/** What stands in the form, as it was typed. */
export interface Draft {
  kind: ChangeKind;
  who: Picked | null;
  body: Picked | null;
  line: string;
  commitment: string;
  brings: ContributionKind | '';
  amount: string;
  condition: ConditionKind;
  value: string;
  includes: Picked | null;
}

export type Field = keyof Draft;

export const EMPTY: Draft = {
  kind: 'leaves', who: null, body: null, line: '', commitment: '', brings: 'BUDGET', amount: '', condition: 'none', value: '', includes: null,
};

/** What is wrong with it, by field. */
export function wrongIn(draft: Draft): Partial<Record<Field, string>> {
  const said = texts.value.wrong;
  const { kind } = draft;
  const wrong: Partial<Record<Field, string>> = {};
  if (kind !== 'adopts' && kind !== 'funded' && draft.who === null) wrong.who = said.missing;
  if (kind === 'adopts' && draft.body === null) wrong.body = said.missing;
  if ((kind === 'adopts' || kind === 'pledges') && draft.line === '') wrong.line = said.missing;
  if ((kind === 'ratifies' || kind === 'withdraws' || kind === 'drops') && draft.who !== null && draft.commitment === '') wrong.commitment = said.missing;
  if (kind !== 'pledges') return wrong;
  if (draft.brings !== '' && draft.amount.trim() !== '' && amountOf(draft.amount) === null) wrong.amount = said.amount;
  if (draft.condition === 'budget' && !(Number(amountOf(draft.value)) > 0)) wrong.value = said.amount;
  if (draft.condition === 'parties' && !(whole(draft.value) >= 1)) wrong.value = said.whole;
  if (draft.condition === 'inhabitants' && !(whole(draft.value) >= 1 && whole(draft.value) <= 100)) wrong.value = said.percent;
  if (draft.condition === 'includes' && draft.includes === null) wrong.includes = said.missing;
  return wrong;
}

function whole(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** The change that it makes; null as long as something is missing. */
export function drafted(draft: Draft): Change | null {
  const { kind, who, body, line, commitment } = draft;
  switch (kind) {
    case 'funded': return { kind };
    case 'adopts': return body === null || line === '' ? null : { kind, body: body.slug, line };
    case 'leaves':
    case 'joins': return who === null ? null : { kind, who: who.slug };
    case 'pledges': {
      if (who === null || line === '') return null;
      const means = draft.brings === '' ? null : { kind: draft.brings, amount: draft.amount.trim() === '' ? null : amountOf(draft.amount) };
      return { kind, who: who.slug, line, means, condition: conditionIn(draft) };
    }
    default: return commitment === '' ? null : { kind, commitment };
  }
}

function conditionIn({ condition, value, includes }: Draft): Condition | null {
  switch (condition) {
    case 'none': return null;
    case 'parties': return { parties: whole(value) };
    case 'inhabitants': return { inhabitants: whole(value) };
    case 'budget': return { budget: amountOf(value) ?? '' };
    case 'includes': return includes === null ? null : { includes: includes.slug };
    case 'level': return { level: 'PLUS' };
  }
}
