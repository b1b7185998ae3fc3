import { useRef, useState } from 'preact/hooks';
import { change, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { VERBS } from '../../generated/edit/changes';
import { EditFactDocument } from '../../generated/edit/graphql';
import { arrive } from '../../parts/arrival';
import { useFrame } from '../../parts/frame';
import { kept, useKeeper } from '../../parts/kept';
import { Failed, Loading } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { isSlug } from '../../settings';
import { useTopic } from './desk-list';
import { asDesk, begins, titleOf } from './catalogue';
import { Done } from './done';
import { type Chosen, type Draft, type Group, blank, draftOf, isAround } from './draft';
import { FieldRow } from './field';
import { type Begun, ChangeForm } from './form';
import { given, pointsAt, usual } from './given';
import { type Kept, keyOf } from './kept';
import { namedAs, useNamed } from './named';
import { linkBackToDesk, linkToEdit } from './place';
import { type Row, lineOf } from './rows';
import { type Outcome, readingOf, toldBy } from './send';
import { type Noun, type Verb, corrects, removes, subjectOf, takenBy } from './shape';
import { texts } from './words';

/** One change: what it is about, then its form, then what came of it. */
export function OneChange({ verb }: { verb: Verb }) {
  const title = titleOf(verb);
  const viewer = useFrame().data?.viewer;
  const desk = viewer !== undefined && asDesk(viewer, verb);
  useTitle(title);
  const { of } = state.value;
  const subject = subjectOf(verb);
  const wanted = subject !== null && subject.kind.is === 'reference' ? subject.kind : null;
  const about = useAbout(wanted?.to ?? null, wanted === null ? null : of);
  const others = useGiven(verb);
  const [done, setDone] = useState<{ outcome: Outcome; before: Kept; of: string | null } | null>(null);
  // By its id the fact is asked for first; what it points at is a field among the others.
  const byId = wanted !== null && !wanted.by;
  const name = useKeeper()(keyOf(verb, byId ? (about.found?.id ?? null) : of));
  // It may be gone because the answer alone was lost.
  const asked = removes(verb) && kept<Kept>(name)?.lost !== undefined;
  const loading = about.loading || others.loading;
  const shown = done !== null && done.of === of ? done : null;
  // What was pressed goes, and what comes may be the form of the same address.
  const again = () => {
    setDone(null);
    arrive();
  };
  return (
    <article class="page edit">
      <header>
        <p>
          {desk && (
            <>
              <a href={linkBackToDesk()}>← {state.value.target === null ? texts.value.backToDesk : texts.value.backToTarget}</a> ·{' '}
            </>
          )}
          <a href={linkToEdit({})}>{texts.value.all}</a>
        </p>
        <h1>{title}</h1>
      </header>
      {about.failure !== null && <Failed failure={about.failure} again={about.again} />}
      {about.missing && shown === null && (
        <p class="meanwhile" role="alert">
          {about.found === null ? texts.value.notThere : asked ? texts.value.goneAsAsked : texts.value.gone}
        </p>
      )}
      {shown !== null && <Done verb={verb} outcome={shown.outcome} before={shown.before} again={again} />}
      {shown === null && byId && <About subject={subject as NonNullable<typeof subject>} found={about.found} loading={loading} />}
      {shown === null && loading && <Loading />}
      {shown === null && !loading && (!byId || about.found !== null) && (
        <Opened
          key={name}
          verb={verb}
          name={name}
          about={byId ? about.found : null}
          given={{
            ...others.found,
            ...(!byId && subject !== null && about.found !== null && { [subject.name]: about.found }),
          }}
          recorded={(outcome, before) => setDone({ outcome, before, of })}
        />
      )}
    </article>
  );
}

/** What the change is about, when that is asked for by its id: chosen first. */
function About({ subject, found, loading }: { subject: NonNullable<ReturnType<typeof subjectOf>>; found: Chosen | null; loading: boolean }) {
  const { of } = state.value;
  const [typed, setTyped] = useState<{ of: string | null; draft: Draft } | null>(null);
  const choose = (draft: Draft) => {
    const id = typeof draft === 'object' && 'id' in draft ? (draft.id as string) : null;
    // What was chosen stands there while it is asked for, so that who chose keeps their place.
    setTyped({ of: id, draft });
    change({ of: id }, 'replace');
  };
  const own = typed !== null && typed.of === of ? typed.draft : undefined;
  if (loading && own === undefined) return null;
  return (
    <section class="panel">
      <h2>{texts.value.what}</h2>
      <FieldRow field={subject} path={['about']} draft={own ?? found ?? undefined} set={choose} errors={new Map()} />
      {of === null && <p class="help">{texts.value.pick}</p>}
    </section>
  );
}

/** What the address names, by slug or by id. */
function useAbout(noun: Noun | null, of: string | null) {
  const slug = of !== null && isSlug(of) ? of : null;
  const id = of !== null && slug === null ? of : null;
  const named = useNamed(noun, slug);
  const asked = useAnswer(EditFactDocument, noun === null || id === null ? null : { id, lang: viewArguments.value.lang });
  const row = (asked.data?.network.fact ?? null) as Row | null;
  const byId = row === null || id === null || row.id !== id || row.__typename !== noun ? null : { id: row.id, name: lineOf(row) };
  const there = slug !== null ? (named.found === 'none' ? null : named.found) : byId;
  // When somebody removes it meanwhile, what was typed stays on the page.
  const last = useRef<{ of: string | null; found: Chosen } | null>(null);
  if (there !== null) last.current = { of, found: there };
  const found = there ?? (last.current?.of === of ? last.current.found : null);
  const failure = named.failure ?? asked.failure;
  const waits = slug === null ? asked.loading || asked.data === null : named.found === null;
  const loading = noun !== null && of !== null && found === null && failure === null && waits;
  const missing = noun !== null && of !== null && there === null && failure === null && !waits;
  return { found, failure, loading, missing, again: slug === null ? asked.again : named.again };
}

/** What else the address names: the line, the topic of the desk, and what one came from. */
function useGiven(verb: Verb): { found: Group; loading: boolean } {
  const { line, select, topic } = state.value;
  const [shown = '', slug = ''] = (select ?? '').split('/');
  const noun = begins(verb) ? namedAs(shown) : null;
  const onLine = useNamed(line === null ? null : 'ProgrammeLine', line);
  const from = useNamed(noun, slug);
  const about = useTopic(begins(verb) && pointsAt(verb, 'Topic') !== null ? topic : null);
  const there = (of: Noun | null, { found }: typeof from) => (of === null || found === null || found === 'none' ? {} : given(verb, of, found));
  const waits = (wanted: boolean, { found, failure }: typeof from) => wanted && found === null && failure === null;
  return {
    found: { ...there(noun, from), ...there(line === null ? null : 'ProgrammeLine', onLine), ...(about.found !== null && given(verb, 'Topic', about.found)) },
    loading: waits(line !== null, onLine) || waits(noun !== null, from) || about.loading,
  };
}

interface Opening {
  verb: Verb;
  name: string;
  about: Chosen | null;
  given: Group;
  recorded: (outcome: Outcome, before: Kept) => void;
}

/** A correction begins with what is there, and stays with that however often the answer is renewed. */
function Opened(props: Opening) {
  const { verb, about } = props;
  const { noun } = VERBS[verb];
  const reading = corrects(verb) ? readingOf(noun) : null;
  const [opened, setOpened] = useState<Begun | null>(null);
  const frame = useFrame();
  const asked = useAnswer(reading ?? NOTHING, reading === null || opened !== null ? null : { ...(about !== null && { id: about.id }), lang: viewArguments.value.lang });
  const begun = opened ?? (reading === null ? fresh() : read());
  if (begun === null) return asked.failure === null ? <Loading /> : <Failed failure={asked.failure} again={asked.again} />;
  if (opened === null) setOpened(begun);
  return <ChangeForm {...props} begun={begun} />;

  function fresh(): Begun | null {
    const revision = frame.data?.network.revision;
    const start = { ...blank(takenBy(verb)), ...usual(verb), ...props.given };
    return revision === undefined ? null : { base: start, draft: start, revision, sources: [] };
  }
  function read(): Begun | null {
    const told = asked.data === null || asked.loading ? null : toldBy(asked.data, noun);
    if (told === null || asked.data === null) return null;
    const base = draftOf(takenBy(verb).filter(({ name }) => !isAround(name)), told);
    return { base, draft: base, revision: asked.data.network.revision, sources: told.sources };
  }
}

/** Stands where there is no question; it is never sent. */
const NOTHING = EditFactDocument as unknown as NonNullable<ReturnType<typeof readingOf>>;
