import type { ComponentChildren } from 'preact';
import { linkTo, state } from '../../address';
import type { Audience, DeskPersonFragment, DeskTalkFragment, DeskTargetFragment } from '../../generated/graphql';
import { When } from '../../parts/evidence';
import type { Settings } from '../../settings';
import { deskCodes } from '../../words/desk';
import { texts } from './words';

/** The address of a part of the desk, about the same topic. */
export function linkToDesk(own: Partial<Settings>): string {
  return linkTo({ name: 'desk' }, { topic: state.value.topic, ...own });
}

/** Who a target is, as text. */
export function nameOf(target: DeskTargetFragment): string {
  return target.person?.name ?? target.body?.bodyName ?? target.organisation?.organisationName ?? texts.value.somebody;
}

/** Who a target is, as a link to what is known of it. */
export function Target({ of }: { of: DeskTargetFragment }) {
  return (
    <a href={linkToDesk({ part: 'targets', target: of.id })}>
      <bdi>{nameOf(of)}</bdi>
    </a>
  );
}

/** Names of people, with commas in between. */
export function People({ of }: { of: readonly DeskPersonFragment[] }) {
  if (of.length === 0) return <span class="soft">{texts.value.nobody}</span>;
  return (
    <>
      {of.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          <bdi>{person.name}</bdi>
        </span>
      ))}
    </>
  );
}

/** Who of ours speaks with whom. */
export function Between({ of }: { of: DeskTalkFragment }) {
  const { target } = of;
  return (
    <>
      <People of={of.ourPersons} /> <span aria-hidden="true">→</span>
      <span class="hidden-visually">{texts.value.with}</span>{' '}
      {of.theirPersons.length > 0 || target === null ? <People of={of.theirPersons} /> : <Target of={target} />}
    </>
  );
}

/** Says of what its holder alone may see that nobody else does. */
export function OnlyUs({ of }: { of: Audience }) {
  return of === 'HOLDER_ONLY' ? <span class="tag">{texts.value.onlyUs}</span> : null;
}

/** Where somebody stands: a shape and a word. */
export function Stance({ of }: { of: number | null }) {
  if (of === null) return <span class="soft">–</span>;
  return (
    <span class="stance">
      <span aria-hidden="true">{of > 0 ? '▲' : of < 0 ? '▼' : '●'}</span> {deskCodes.value.position[String(of)] ?? String(of)}
    </span>
  );
}

/** A talk in a few lines: when, how, who, about what, and what came of it. */
export function Talk({ of, children }: { of: DeskTalkFragment; children?: ComponentChildren }) {
  const codes = deskCodes.value;
  return (
    <div class="talk">
      <div class="facts">
        <strong>
          <When date={of.date} />
        </strong>
        <span class={`tag ${of.status}`}>{codes.status[of.status]}</span>
        <span>{codes.channel[of.channel]}</span>
        <OnlyUs of={of.audience} />
        {of.topic !== null && (
          <span class="soft">
            <bdi>{of.topic.title}</bdi>
          </span>
        )}
        {of.holder !== null && (
          <span class="soft">
            <bdi>{of.holder.name}</bdi>
          </span>
        )}
      </div>
      <div>
        <Between of={of} />
      </div>
      {of.outcome !== null && (
        <div>
          <bdi>{of.outcome}</bdi>
        </div>
      )}
      {of.confidentialNotes.map((note) => (
        <div key={note.id} class="note">
          <span class="tag">{texts.value.onlyUs}</span> <bdi>{note.text}</bdi>
        </div>
      ))}
      {children}
    </div>
  );
}
