import type { DeskTalkFragment } from '../../generated/graphql';
import { linkToForm } from '../edit/place';
import type { Verb } from '../edit/shape';
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

/** Quiet links to forms that are about what stands beside them; what is seldom wanted stands behind a word. */
export function Ways({ about, of, more = [] }: { about: string; of: Way[]; more?: Way[] }) {
  const link = ({ verb, of: subject, topic, said }: Way) => (
    <a key={`${verb} ${subject}`} href={linkToForm(verb, subject ?? null, topic === undefined ? {} : { topic })}>
      <bdi>{said}</bdi>
      <span class="hidden-visually">
        : <bdi>{about}</bdi>
      </span>
    </a>
  );
  return (
    <div class="ways small" role="group" aria-label={texts.value.ways.of(about)}>
      {of.map(link)}
      {more.length > 0 && (
        <details>
          <summary>
            {texts.value.ways.more}
            <span class="hidden-visually">
              : <bdi>{about}</bdi>
            </span>
          </summary>
          <div class="ways">{more.map(link)}</div>
        </details>
      )}
    </div>
  );
}

/** What can be done with a talk that stands there. */
export function TalkWays({ of }: { of: DeskTalkFragment }) {
  const said = texts.value.ways;
  const whom = of.target === null ? of.theirPersons.map(({ name }) => name).join(', ') : nameOf(of.target);
  const planned = of.status === 'PLANNED';
  return (
    <Ways
      about={said.talk(whom)}
      of={[{ verb: 'correctContact', of: of.id, said: said.mend }, ...(planned ? [{ verb: 'cancelContact' as const, of: of.id, said: said.callOff }] : [])]}
      more={[
        { verb: 'recordContactNote', of: of.id, said: said.addNote },
        ...of.confidentialNotes.map((note): Way => ({ verb: 'correctContactNote', of: note.id, said: said.changeNote(brief(note.text)) })),
        { verb: 'recordFollowUp', of: of.id, said: said.addAction },
        { verb: 'removeContact', of: of.id, said: said.remove },
      ]}
    />
  );
}

const brief = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
