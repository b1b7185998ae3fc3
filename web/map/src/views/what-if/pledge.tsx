import type { ContributionKind } from '../../generated/graphql';
import { Pick } from '../../parts/pick';
import { codes } from '../../words';
import type { ConditionKind } from './draft';
import { Chosen, type FieldsProps, Typed } from './fields';
import { texts } from './words';

const BRINGS: readonly ContributionKind[] = ['BUDGET', 'CAPACITY', 'IN_KIND', 'EXPERTISE', 'NETWORK'];
const CONDITIONS: readonly ConditionKind[] = ['none', 'parties', 'budget', 'inhabitants', 'includes', 'level'];

/** What a pledge brings and on what it depends. */
export function PledgeFields({ draft, set, wrong }: FieldsProps) {
  const said = texts.value;
  const values: Partial<Record<ConditionKind, string>> = { parties: said.howMany, budget: said.howMuch, inhabitants: said.percent };
  const value = values[draft.condition];
  return (
    <>
      <Chosen
        id="change-brings" label={said.brings} value={draft.brings} set={(brings) => set({ brings: brings as ContributionKind | '' })}
        options={[...BRINGS.map((kind): [string, string] => [kind, codes.value.contribution[kind]]), ['', said.nothing]]}
      />
      {draft.brings !== '' && (
        <Typed id="change-amount" label={said.amount[draft.brings]} value={draft.amount} set={(amount) => set({ amount })} wrong={wrong('amount')} />
      )}
      <Chosen
        id="change-condition" label={said.condition} value={draft.condition} set={(condition) => set({ condition: condition as ConditionKind, value: '' })}
        options={CONDITIONS.map((kind) => [kind, said.conditions[kind]])}
      />
      {value !== undefined && <Typed id="change-value" label={value} value={draft.value} set={(text) => set({ value: text })} wrong={wrong('value')} />}
      {draft.condition === 'includes' && (
        <Pick label={said.includes} types={['ORGANISATION']} picked={draft.includes} pick={(includes) => set({ includes })} wrong={wrong('includes')} />
      )}
    </>
  );
}
