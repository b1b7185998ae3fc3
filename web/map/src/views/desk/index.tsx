import type { ComponentType } from 'preact';
import { change, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type DeskTopicsQuery, DeskTopicsDocument } from '../../generated/graphql';
import { For } from '../../parts/for';
import { useArrival } from '../../parts/arrival';
import { useTitle } from '../../parts/title';
import { DESK_PARTS, type DeskPart } from '../../settings';
import { deskCodes } from '../../words/desk';
import { linkToEdit } from '../edit/place';
import { Agenda } from './agenda';
import { Calendar } from './calendar';
import { FollowUps } from './follow-ups';
import { useMayChange } from './may-change';
import { linkToDesk } from './parts';
import { Plan } from './plan';
import { Targets } from './targets';
import { Warnings } from './warnings';
import { Ways } from './ways';
import { texts } from './words';
import './desk.css';

const PARTS: Record<DeskPart, ComponentType> = {
  agenda: Agenda, targets: Targets, plan: Plan, calendar: Calendar, warnings: Warnings, 'follow-ups': FollowUps,
};

type DeskTopic = NonNullable<DeskTopicsQuery['network']['publicAffairs']>['topics']['nodes'][number];

/** What public affairs plans: whom to reach, by whom and when. Nothing of it is kept, and all of it goes with who signs out (parts/kept.ts). */
export function DeskView() {
  const said = texts.value;
  const { part, target } = state.value;
  useArrival(target === null ? '' : `${part} ${target}`);
  useTitle(said.title);
  return (
    <article class="page desk">
      <header>
        <h1>{said.title}</h1>
      </header>
      <For who={(viewer) => viewer.mayPlanContacts}>{({ organisation }) => <Desk organisation={organisation?.name ?? null} />}</For>
    </article>
  );
}

function Desk({ organisation }: { organisation: string | null }) {
  const said = texts.value;
  const { part, topic, target } = state.value;
  const topics = useAnswer(DeskTopicsDocument, viewArguments.value).data?.network.publicAffairs?.topics.nodes ?? [];
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
        <Topics of={topics} />
      </nav>
      {(part === 'agenda' || (part === 'targets' && target === null)) && <Begin topic={topics.find(({ slug }) => slug === topic)} />}
      <Part />
    </>
  );
}

/** What one can begin here; `topic` is the one that the desk is about. */
function Begin({ topic }: { topic: DeskTopic | undefined }) {
  const said = texts.value.ways;
  const mayChange = useMayChange();
  return (
    <div class="begin">
      <Ways
        about={said.here}
        of={[
          { verb: 'putOnAgenda', said: said.putTopic },
          { verb: 'recordTarget', said: said.addTarget },
          { verb: 'recordDecisionMoment', said: said.addMoment },
        ]}
        more={[
          ...(topic === undefined || !mayChange(topic.holder) ? [] : [{ verb: 'correctTopic' as const, of: topic.id, said: said.changeTopic }]),
          { verb: 'declareTie', said: said.tie },
          { verb: 'recordPersonContact', said: said.reach },
          { verb: 'recordPreference', said: said.preference },
        ]}
      />
      <a class="small" href={linkToEdit({})}>
        {said.all}
      </a>
    </div>
  );
}

/** What the desk is about: everything, or one topic. */
function Topics({ of: topics }: { of: DeskTopic[] }) {
  const said = texts.value;
  return (
    <label class="inline">
      {said.topic}
      <select value={state.value.topic ?? ''} onChange={(event) => change({ topic: event.currentTarget.value || null, target: null })}>
        <option value="">{said.allTopics}</option>
        {topics.map((topic) => (
          <option key={topic.slug} value={topic.slug}>
            {topic.title} ({deskCodes.value.topic[topic.status]}
            {topic.audience === 'HOLDER_ONLY' && `, ${said.onlyUs.toLowerCase()}`})
          </option>
        ))}
      </select>
    </label>
  );
}
