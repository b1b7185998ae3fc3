import { useState } from 'preact/hooks';
import { type ContactChannel, type DeskHolderFragment, type InformChannel, DeskPlanContactDocument } from '../../generated/graphql';
import { useFrame } from '../../parts/frame';
import { NotAnswered } from '../../parts/not-answered';
import { Refused } from './field';
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
  planned: () => void;
}

/** Puts a talk of the plan on the agenda of all. What is to be done after another talk stands there already. */
export function PlanIt({ of, holders, planned }: Planning) {
  const said = texts.value;
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { send, waiting, refusals, failure } = useWriting(DeskPlanContactDocument, (data) => data.planContact);
  const { first, purpose, person, owner, targets, preference } = of;
  const target = targets[0];
  const actsFor = useFrame().data?.viewer.organisation ?? null;
  // Who acts for nobody says whose talk it is: that of who has it.
  const holder = actsFor === null ? holderOf(owner, holders ?? []) : null;
  if (first === null || purpose === 'FOLLOW_UP' || target === undefined) return null;
  const plan = async () => {
    if (actsFor === null && holders === null) return;
    const done = await send({
      input: {
        channel: CHANNELS[preference?.channel ?? 'LETTER'] ?? 'ONE_ON_ONE',
        date: first,
        // An introduction is a talk about the topic with who introduces; it does not reach the target yet.
        ...(purpose === 'TALK' ? { target: target.id } : target.topic !== null && { topic: { key: target.topic.slug } }),
        ourPersons: [{ id: owner.id }],
        theirPersons: person === null ? [] : [{ id: person.id }],
        ...(holder !== null && { holder: { slug: holder } }),
        idempotencyKey,
      },
    });
    if (done) planned();
  };
  return (
    <>
      <button type="button" onClick={() => void plan()} aria-disabled={waiting || (actsFor === null && holders === null)}>
        {said.toPlan}
        <span class="hidden-visually">: {nameOf(target)}</span>
      </button>
      <Refused of={refusals} />
      {failure !== null && <NotAnswered failure={failure} />}
    </>
  );
}
