import { useEffect, useRef } from 'preact/hooks';
import { linkTo, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { EditFactDocument } from '../../generated/edit/graphql';
import { useFrame } from '../../parts/frame';
import { keep, useKeeper } from '../../parts/kept';
import { Organisation } from '../../parts/named';
import { Status } from '../../parts/status';
import { asDesk, begins } from './catalogue';
import { type Kept, keyOf } from './kept';
import { type Row, lineOf, lookAt } from './rows';
import type { Outcome } from './send';
import { linkBackToDesk, linkToEdit, linkToForm } from './place';
import { type Verb, corrects, removes, verb as verbOf } from './shape';
import { nouns, texts } from './words';

/** What was recorded, where it is looked at, what changed by it, and the way back. `again` opens the form anew, also where a link leads to the address that one is at. */
export function Done({ verb, outcome, before, again }: { verb: Verb; outcome: Outcome; before: Kept; again: () => void }) {
  const said = texts.value;
  const keeper = useKeeper();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { fact, standings } = outcome;
  const id = removes(verb) ? null : (fact?.id ?? null);
  const asked = useAnswer(EditFactDocument, id === null ? null : { id, lang: viewArguments.value.lang });
  const row = (asked.data?.network.fact ?? null) as Row | null;
  const viewer = useFrame().data?.viewer;
  const desk = viewer !== undefined && asDesk(viewer, verb);
  // What only the desk sees is looked at there.
  const look = row === null || (desk && row.__typename !== 'Target') ? null : lookAt(row);
  const correct = fact === null ? null : verbOf(`correct${named(fact.__typename)}`);
  const remove = fact === null ? null : verbOf(`remove${named(fact.__typename)}`);
  const creates = id !== null && begins(verb);
  const putBack = () => {
    if (correct === null || id === null) return;
    keep<Kept>(keeper(keyOf(correct, id)), { base: before.draft, draft: before.base, revision: outcome.revision, sources: [], ready: true });
    again();
  };
  return (
    <section class="panel came-of-it" aria-labelledby="done">
      <h2 id="done" ref={heading} tabIndex={-1}>
        <span aria-hidden="true">✓ </span>
        {said.done}
      </h2>
      <p>
        {fact !== null && `${nouns.value[fact.__typename]}: `}
        {row !== null && <bdi>{lineOf(row)}. </bdi>}
        {said.revision(outcome.revision)}
      </p>
      {standings.length > 0 && (
        <>
          <h3>{said.moved}</h3>
          <ul class="plain moved">
            {standings.map(({ organisation, programmeLine, status }) => (
              <li key={`${organisation.slug} ${programmeLine.slug}`}>
                <Organisation of={organisation} />
                <Status of={status} />
                <a href={linkTo({ name: 'line', slug: programmeLine.slug })}>
                  <bdi>{said.stands(programmeLine.name)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        {desk && (
          <a class="button primary" href={linkBackToDesk()}>
            {state.value.target === null ? said.backToDesk : said.backToTarget}
          </a>
        )}
        {look !== null && (
          <a class={desk ? 'button' : 'button primary'} href={look.href}>
            <bdi>{said.look(look.name)}</bdi>
          </a>
        )}
        <button type="button" onClick={again}>
          {said.again}
        </button>
        {correct !== null && id !== null && (
          <a class="button" href={linkToForm(correct, id)} onClick={again}>
            {said.adjust}
          </a>
        )}
        {creates && remove !== null && (
          <a class="button" href={linkToForm(remove, id)}>
            {said.takeAway}
          </a>
        )}
        {corrects(verb) && id !== null && (
          <a class="button" href={linkToForm(verb, id)} title={said.undoHelp} onClick={putBack}>
            {said.undo}
          </a>
        )}
        <a class="button quiet" href={linkToEdit({})}>
          {said.all}
        </a>
      </div>
    </section>
  );
}

/** Verbs call some nouns by a word of their own. */
function named(noun: string): string {
  const otherwise: Partial<Record<string, string>> = { Contact: 'ContactDetail', MunicipalityStatistics: 'Statistics', ContactMoment: 'Contact' };
  return otherwise[noun] ?? noun;
}
