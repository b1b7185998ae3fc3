import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { change, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { lapsed, signedIn } from '../../api/session';
import { DeskTopicsDocument } from '../../generated/graphql';
import { For } from '../../parts/sign-in';
import { useArrival } from '../../parts/arrival';
import { useTitle } from '../../parts/title';
import { DESK_PARTS, type DeskPart } from '../../settings';
import { Agenda } from './agenda';
import { Calendar } from './calendar';
import { FollowUps } from './follow-ups';
import { forgetAll } from './kept';
import { linkToDesk } from './parts';
import { Plan } from './plan';
import { Targets } from './targets';
import { Warnings } from './warnings';
import { deskCodes, texts } from './words';
import './desk.css';

const PARTS: Record<DeskPart, ComponentType> = {
  agenda: Agenda, targets: Targets, plan: Plan, calendar: Calendar, warnings: Warnings, 'follow-ups': FollowUps,
};

/** What public affairs plans: whom to reach, by whom and when. Nothing of it is kept, and all of it goes with who signs out. */
export function DeskView() {
  const said = texts.value;
  const { part, target } = state.value;
  useArrival(target === null ? '' : `${part} ${target}`);
  useTitle(said.title);
  useForgetting();
  return (
    <article class="page desk">
      <header>
        <h1>{said.title}</h1>
      </header>
      <For who={(viewer) => viewer.mayPlanContacts}>{({ organisation }) => <Desk organisation={organisation?.name ?? null} />}</For>
    </article>
  );
}

/** What one looked at and typed goes along with who signs out, from the address too; whose token ended goes on with it. */
function useForgetting() {
  const inside = signedIn.value;
  const before = useRef(inside);
  useEffect(() => {
    if (before.current && !inside && !lapsed.peek()) {
      forgetAll();
      change({ topic: null, target: null }, 'replace');
    }
    before.current = inside;
  }, [inside]);
}

function Desk({ organisation }: { organisation: string | null }) {
  const said = texts.value;
  const { part } = state.value;
  const Part = PARTS[part];
  return (
    <>
      <p class="confidential">
        {said.confidential}{' '}
        {organisation === null ? said.forAll : (
          <>
            {said.forOne} <bdi>{organisation}</bdi>.
          </>
        )}
      </p>
      <nav class="parts" aria-label={said.parts}>
        <ul class="plain">
          {DESK_PARTS.map((one) => (
            <li key={one}>
              <a href={linkToDesk({ part: one })} aria-current={one === part ? 'page' : undefined}>
                {deskCodes.value.part[one]}
              </a>
            </li>
          ))}
        </ul>
        <Topics />
      </nav>
      <Part />
    </>
  );
}

/** What the desk is about: everything, or one topic. */
function Topics() {
  const said = texts.value;
  const { data } = useAnswer(DeskTopicsDocument, viewArguments.value);
  const topics = data?.network.publicAffairs?.topics.nodes ?? [];
  return (
    <label class="inline">
      {said.topic}
      <select value={state.value.topic ?? ''} onChange={(event) => change({ topic: event.currentTarget.value || null, target: null })}>
        <option value="">{said.allTopics}</option>
        {topics.map((topic) => (
          <option key={topic.slug} value={topic.slug}>
            {topic.title} ({deskCodes.value.topic[topic.status]})
          </option>
        ))}
      </select>
    </label>
  );
}
