import { viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { CommitmentsOfDocument } from '../../generated/graphql';
import { Failed, Loading } from '../../parts/states';
import { codes } from '../../words';
import { amount } from '../../words/format';
import { Chosen, type FieldsProps } from './fields';
import { venueName } from './names';
import { texts } from './words';

/** One of the promises of an organisation with which the change can be made. */
export function CommitmentOf({ slug, draft, set, wrong }: FieldsProps & { slug: string }) {
  const said = texts.value;
  const asked = useAnswer(CommitmentsOfDocument, { slug, ...viewArguments.value });
  if (asked.failure !== null) return <Failed failure={asked.failure} again={asked.again} />;
  if (asked.data === null || asked.loading) return <Loading />;
  const all = asked.data.network.organisation?.participations.nodes ?? [];
  const commitments = all.flatMap((one) => (one.__typename === 'Commitment' ? [one] : []));
  const fitting = commitments.filter((one) => {
    if (one.status === 'DECLINED' || one.status === 'WITHDRAWN') return false;
    if (draft.kind === 'drops') return one.condition !== null;
    return draft.kind !== 'ratifies' || one.status === 'INTENDED' || one.status === 'PLEDGED';
  });
  if (fitting.length === 0) return <p class="help">{said.noCommitments}</p>;
  const named = fitting.map((one): [string, string] => {
    const euros = one.contributions.find((brought) => brought.amount !== null);
    const parts = [
      venueName(one.venue), codes.value.commitment[one.status],
      ...(euros?.amount == null ? [] : [amount(euros.amount, euros.unit, euros.per)]), ...(one.condition === null ? [] : [one.condition.text]),
    ];
    return [one.id, parts.join(' · ')];
  });
  return (
    <Chosen
      id="change-commitment" label={said.commitment} value={draft.commitment} wrong={wrong('commitment')} set={(commitment) => set({ commitment })}
      options={[['', said.choose], ...named]}
    />
  );
}
