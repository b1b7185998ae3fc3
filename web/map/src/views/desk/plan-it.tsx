import { useId } from 'preact/hooks';
import { type Sent, keyed } from '../../api/key';
import { type ContactChannel, type DeskHolderFragment, type InformChannel, DeskPlanContactDocument } from '../../generated/graphql';
import { useFrame } from '../../parts/frame';
import { forget, keep, kept, useKeeper } from '../../parts/kept';
import { NotAnswered } from '../../parts/not-answered';
import { Refused } from './field';
import type { Introduced } from './introduced';
import { holderOf } from './people';
import { nameOf } from './parts';
import type { Visit } from './visit';
import { texts } from './words';
import { useWriting } from './writing';

/** How one talks to somebody who wants to hear in this way; a meeting of two when they did not say. */
const CHANNELS: Partial<Record<InformChannel, ContactChannel>> = { CALL: 'CALL', MEETING: 'SMALL_MEETING', EMAIL: 'CALL' };

interface Planning {
  of: Visit;
  /** Whose it can be; null: not known yet. */
  holders: readonly DeskHolderFragment[] | null;
  /** Which introductions are there; null: not known yet. */
  introduced: Introduced | null;
  planned: () => void;
}

/** Puts a talk of the plan on the agenda of all, after the introduction that it needs. What is to be done after another talk stands there already. */
export function PlanIt({ of, holders, introduced, planned }: Planning) {
  const said = texts.value;
  const id = useId();
  const keeper = useKeeper();
  const { send, waiting, refusals, failure } = useWriting(DeskPlanContactDocument, (data) => data.planContact);
  const { first, purpose, person, owner, targets, preference } = of;
  const target = targets[0];
  const actsFor = useFrame().data?.viewer.organisation ?? null;
  // Who acts for nobody says whose talk it is: that of who has it.
  const holder = actsFor === null ? holderOf(owner, holders ?? []) : null;
  if (first === null || purpose === 'FOLLOW_UP' || target === undefined) return null;
  const missing = of.after.filter((one) => introduced !== null && introduced(one) === null);
  const after = of.after.map((one) => introduced?.(one)).find((one) => one != null);
  const waits = introduced === null || missing.length > 0 || (actsFor === null && holders === null);
  const plan = async () => {
    if (waits) return;
    const input = {
      channel: CHANNELS[preference?.channel ?? 'LETTER'] ?? 'ONE_ON_ONE',
      date: first,
      // An introduction is a talk about the topic with who introduces; it does not reach the target yet.
      ...(purpose === 'TALK' ? { target: target.id } : target.topic !== null && { topic: { key: target.topic.slug } }),
      ourPersons: [{ id: owner.id }],
      theirPersons: person === null ? [] : [{ id: person.id }],
      ...(after !== undefined && { after: after.id }),
      ...(holder !== null && { holder: { slug: holder } }),
    };
    // Who looked elsewhere while no answer came sends it under the same key, and it stands there once.
    const name = keeper(`plan ${purpose} ${target.id} ${person?.id}`);
    const sent = keyed(kept<readonly Sent[]>(name) ?? [], input);
    keep(name, sent);
    if ((await send({ input: { ...input, idempotencyKey: sent[0].key } })) !== 'recorded') return;
    forget(name);
    planned();
  };
  return (
    <>
      <button
        type="button"
        aria-label={`${said.toPlan}: ${person?.name ?? nameOf(target)}`}
        aria-describedby={`${id}-first`}
        aria-disabled={waiting || waits}
        onClick={() => void plan()}
      >
        {said.toPlan}
      </button>
      <div id={`${id}-first`} class="soft small">
        {missing.length > 0 && said.introduceFirst(missing.flatMap(({ person }) => person?.name ?? []).join(', '))}
      </div>
      <Refused of={refusals} />
      {failure !== null && <NotAnswered failure={failure} />}
    </>
  );
}
