import type { DeskTalkFragment } from '../../generated/graphql';
import { linkToForm } from '../edit/place';
import type { Verb } from '../edit/shape';
import { useMayChange } from './may-change';
import { nameOf } from './parts';
import { texts } from './words';

/** A form that one may want here, and to what. */
export interface Way {
  verb: Verb;
  /** A slug, or an id. */
  of?: string;
  /** Slug of the topic that it is about, when the desk is not about one. */
  topic?: string;
  said: string;
}

interface WaysProps {
  about: string;
  of: Way[];
  more?: Way[];
  /** Whose it is, where it is not theirs to change. */
  theirs?: { name: string } | null;
}

/** Quiet links to forms that are about what stands beside them; what is seldom wanted stands behind a word. */
export function Ways({ about, of, more = [], theirs = null }: WaysProps) {
  const link = ({ verb, of: subject, topic, said }: Way) => (
    <a key={`${verb} ${subject}`} href={linkToForm(verb, subject ?? null, topic === undefined ? {} : { topic })}>
      <About said={said} about={about} />
    </a>
  );
  return (
    <div class="ways small" role="group" aria-label={texts.value.ways.of(about)}>
      {theirs !== null && (
        <span class="soft">
          {texts.value.ways.theirs} <bdi>{theirs.name}</bdi>
        </span>
      )}
      {of.map(link)}
      {more.length > 0 && (
        <details>
          <summary>
            <About said={texts.value.ways.more} about={about} />
          </summary>
          <div class="ways">{more.map(link)}</div>
        </details>
      )}
    </div>
  );
}

/** A word, and for who does not see where it stands also what it is about: in one piece, as parts are read with a space between them. */
function About({ said, about }: { said: string; about: string }) {
  return (
    <>
      <bdi aria-hidden="true">{said}</bdi>
      <span class="hidden-visually">
        {said}: <bdi>{about}</bdi>
      </span>
    </>
  );
}

/** A talk by whom it is with. */
export function talkWith(of: DeskTalkFragment): string {
  return texts.value.ways.talk(of.target === null ? of.theirPersons.map(({ name }) => name).join(', ') : nameOf(of.target));
}

/** What can be done with a talk that stands there. */
export function TalkWays({ of }: { of: DeskTalkFragment }) {
  const said = texts.value.ways;
  const mayChange = useMayChange();
  const ours = mayChange(of.holder);
  const planned = of.status === 'PLANNED';
  const changes: Way[] = [{ verb: 'correctContact', of: of.id, said: said.mend }, ...(planned ? [{ verb: 'cancelContact' as const, of: of.id, said: said.callOff }] : [])];
  return (
    <Ways
      about={talkWith(of)}
      theirs={ours ? null : of.holder}
      of={ours ? changes : []}
      more={[
        { verb: 'recordContactNote', of: of.id, said: said.addNote },
        ...of.confidentialNotes.filter(({ holder }) => mayChange(holder)).map((note): Way => ({ verb: 'correctContactNote', of: note.id, said: said.changeNote(brief(note.text)) })),
        { verb: 'recordFollowUp', of: of.id, said: said.addAction },
        ...(ours ? [{ verb: 'removeContact' as const, of: of.id, said: said.remove }] : []),
      ]}
    />
  );
}

const brief = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
