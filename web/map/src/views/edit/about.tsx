import { viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { EditFactsAboutDocument } from '../../generated/edit/graphql';
import { Answered, Failed, Loading, NotFound } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { type Entry, begins, catalogue, useCatalogue } from './catalogue';
import type { Chosen } from './draft';
import { Entries } from './entries';
import { namedAs, placeOf, useNamed } from './named';
import { type Row, lineOf, rowsIn } from './rows';
import { linkToEdit, linkToForm } from './place';
import { type Named, type Noun, type Verb, corrects, subjectOf } from './shape';
import { pointsAt } from './given';
import { nouns, texts } from './words';

/** Something that has a name, with all that is recorded about it and what one can do with each of it. */
export function AboutOne({ select }: { select: string }) {
  const [shown = '', slug = ''] = select.split('/');
  const noun = namedAs(shown);
  const { found, failure, again } = useNamed(noun, slug);
  if (noun === null || found === 'none') return <NotFound />;
  if (found === null) return failure === null ? <Loading /> : <Failed failure={failure} again={again} />;
  return <About noun={noun} slug={slug} one={found} select={select} />;
}

function About({ noun, slug, one, select }: { noun: Named; slug: string; one: Chosen; select: string }) {
  const said = texts.value;
  useTitle(said.about.title(one.name));
  const entries = useCatalogue().flatMap(({ entries: some }) => some);
  const asked = useAnswer(EditFactsAboutDocument, { id: one.id, lang: viewArguments.value.lang });
  return (
    <article class="page edit">
      <header>
        <p>
          <a href={linkToEdit({})}>{said.all}</a>
        </p>
        <h1>
          <bdi>{one.name}</bdi>
        </h1>
        <p>{said.about.lead}</p>
        <div class="actions">
          <a class="button" href={placeOf(noun, slug)}>
            <bdi>{said.look(one.name)}</bdi>
          </a>
        </div>
      </header>
      <div class="two">
        <section class="panel" aria-labelledby="todo">
          <h2 id="todo">{said.about.todo}</h2>
          <Entries of={todoFor(noun, entries)} given={({ verb }) => ({ select, of: isAbout(verb, noun) ? slug : null })} />
        </section>
        <section class="panel" aria-labelledby="recorded">
          <h2 id="recorded">{said.listed}</h2>
          <Answered asked={asked}>{(data) => <Recorded rows={rowsIn(data.network.node).filter(({ id }) => id !== one.id)} select={select} />}</Answered>
        </section>
      </div>
    </article>
  );
}

function Recorded({ rows, select }: { rows: Row[]; select: string }) {
  const entries = useCatalogue().flatMap(({ entries: some }) => some);
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  const order = catalogue.value.flatMap(({ entries }) => entries.map(({ noun }) => noun));
  const kinds = [...new Set(once.map((row) => row.__typename))].sort((one, other) => order.indexOf(one) - order.indexOf(other));
  if (once.length === 0) return <p class="help">{texts.value.about.none}</p>;
  return (
    <>
      {kinds.map((noun) => (
        <section key={noun} aria-labelledby={`about-${noun}`}>
          <h3 id={`about-${noun}`}>{nouns.value[noun]}</h3>
          <ul class="plain recorded">
            {once.filter((row) => row.__typename === noun).map((row) => (
              <li key={row.id}>
                <bdi>{lineOf(row)}</bdi>
                {ownOf(noun, entries).length > 0 && (
                  <div class="brief" role="group" aria-label={texts.value.about.actions(lineOf(row))}>
                    {ownOf(noun, entries).map(({ verb, title }) => (
                      <a key={verb} href={linkToForm(verb, row.id, { select })}>
                        {title}
                      </a>
                    ))}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What one can do with something that has a name: with itself first, then what begins at it. */
function todoFor(noun: Named, entries: Entry[]): Entry[] {
  const own = entries.filter((entry) => entry.noun === noun && isAbout(entry.verb, noun)).sort((one, other) => Number(corrects(other.verb)) - Number(corrects(one.verb)));
  const others = entries.filter((entry) => entry.noun !== noun && (isAbout(entry.verb, noun) || (begins(entry.verb) && pointsAt(entry.verb, noun))));
  return [...own, ...others];
}

/** The changes of a fact itself. */
function ownOf(noun: Noun, entries: Entry[]): Entry[] {
  return entries.filter((entry) => entry.noun === noun && isAbout(entry.verb, noun));
}

function isAbout(verb: Verb, noun: Noun): boolean {
  const subject = subjectOf(verb)?.kind;
  return subject?.is === 'reference' && subject.to === noun;
}
