import { useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client';
import { type Failure, mayBeDone } from '../../api/failure';
import { keyed } from '../../api/key';
import { madeHere } from '../../api/live';
import { VERBS } from '../../generated/edit/changes';
import type { SourceFragment } from '../../generated/graphql';
import { viewArguments } from '../../address';
import { forget, keep, kept } from '../../parts/kept';
import { Resumed } from '../../parts/resumed';
import { useFrame } from '../../parts/frame';
import { NotAnswered } from '../../parts/not-answered';
import { useUnsaved } from '../../parts/unsaved';
import { sentence } from '../../words/sentence';
import { asDesk, begins } from './catalogue';
import { Changed } from './changed';
import { Conflict } from './conflict';
import { type Chosen, type Draft, type Group, type Wrong, type Wrongs, correctionOf, draftOf, inputOf, isAround } from './draft';
import { FieldRow } from './field';
import { type Clash, type Kept, isTouched, rebased } from './kept';
import { LookThere } from './look-there';
import { type Outcome, readingOf, send, toldBy } from './send';
import { CALLED, type Field, type Verb, corrects, kindAt, removes, takenBy } from './shape';
import { slugOf } from './slug';
import { Summary } from './summary';
import { Whose } from './whose';
import { type Errors, focusWrong } from './wiring';
import { texts } from './words';

/** What every fact has beside what it says. */
const BESIDE = ['confidence', 'audience', 'note'];

export interface Begun {
  base: Group;
  draft: Group;
  revision: number;
  sources: SourceFragment[];
}

/** The form of any change: it follows from the input that the API takes. */
export function ChangeForm({ verb, about, name, begun, recorded }: {
  verb: Verb;
  /** The fact that it is about, when its id is asked for. */
  about: Chosen | null;
  /** Under what it is kept while it is not recorded. */
  name: string;
  begun: Begun;
  recorded: (outcome: Outcome, before: Kept) => void;
}) {
  const said = texts.value;
  const { noun } = VERBS[verb];
  const viewer = useFrame().data?.viewer;
  const desk = viewer !== undefined && asDesk(viewer, verb);
  // Who acts for an organisation records for it; only who acts for none says for whom.
  const all = takenBy(verb).filter(({ name: field }) => field !== 'holder' || !desk || viewer.organisation === null);
  const subject = all.find(({ kind, required }) => about !== null && kind.is === 'reference' && !kind.by && required) ?? null;
  const own = all.filter((field) => !isAround(field.name) && field !== subject);
  const takes = (wanted: string) => all.find((field) => field.name === wanted) ?? null;
  const before = kept<Kept>(name);
  const form: Kept = before ?? begun;
  const [resumed, setResumed] = useState(before === undefined || !isTouched(before) ? null : before.ready === true ? 'ready' : 'typed');
  const box = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors>(new Map());
  const [clashes, setClashes] = useState<Clash[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const touched = isTouched(form);
  useUnsaved(touched);

  const setAll = (draft: Group) => {
    const { ready: _, ...others } = form;
    keep<Kept>(name, { ...others, draft });
  };
  const anew = () => {
    forget(name);
    setErrors(new Map());
    setClashes(null);
    setResumed(null);
    // What was pressed goes or waits now: one goes on where the form begins.
    box.current?.querySelector<HTMLElement>('.fields :is(input, select, textarea, button)')?.focus();
  };
  const set = (field: string, value: Draft) => {
    const draft = { ...form.draft, [field]: value };
    // A key follows the name until somebody gives one.
    const called = CALLED.find((one) => takes(one) !== null);
    const follows = called !== undefined && takes('slug') !== null && (form.draft.slug ?? '') === slugOf(String(form.draft[called] ?? ''));
    if (follows && field === called) draft.slug = slugOf(String(value ?? ''));
    setAll(draft);
  };
  const point = (told: Errors) => {
    setErrors(told);
    // Once they stand there.
    setTimeout(() => box.current !== null && focusWrong(box.current));
  };

  /** Puts what was typed on what is there now, which is newer than what it was typed on. */
  const renew = async (revision: number, onward: boolean) => {
    const reading = corrects(verb) ? readingOf(noun) : null;
    if (reading === null) {
      keep<Kept>(name, { ...form, revision });
      return setClashes([]);
    }
    const answer = await ask(reading, { ...(about !== null && { id: about.id }), lang: viewArguments.value.lang });
    const told = answer.data === null ? null : toldBy(answer.data, noun);
    if (answer.data === null || told === null) return setFailure(answer.failure);
    const now = { base: draftOf(own, told), revision: answer.data.network.revision, sources: told.sources };
    if (form.lost?.some((sent) => isThere(sent, now.base)) === true) return resume({ ...now, draft: form.draft }, onward);
    const { form: changed, clashes: found } = rebased(form, now, own);
    keep<Kept>(name, changed);
    setClashes(found);
  };
  const isThere = (wanted: Group, now: Group) => Object.keys(correctionOf(own, now, wanted, new Map())).length === 0;
  /** What was sent without an answer was recorded: nobody else was first. What was typed since then is on top of it. */
  const resume = async (now: Kept, onward: boolean) => {
    if (isThere(now.draft, now.base)) return finish({ fact: { __typename: noun, ...(about !== null && { id: about.id }) }, standings: [], revision: now.revision, userErrors: [] });
    keep<Kept>(name, now);
    if (onward) await submit(now);
  };
  const finish = (outcome: Outcome) => {
    forget(name);
    madeHere(outcome.revision);
    recorded(outcome, form);
  };

  const submit = async (form: Kept) => {
    const wrongs: Wrongs = new Map();
    const around = all.filter((field) => ['source', 'reason'].includes(field.name));
    const input: Record<string, unknown> = {
      ...(corrects(verb) ? correctionOf(own, form.base, form.draft, wrongs) : inputOf(own, form.draft, wrongs)),
      ...inputOf(around, form.draft, wrongs),
    };
    setFailure(null);
    if (wrongs.size > 0) return point(new Map([...wrongs].map(([path, wrong]) => [path, said.wrong[wrong]])));
    if (corrects(verb) && Object.keys(input).every((key) => key === 'reason')) return point(new Map([['', said.nothing]]));
    if (subject !== null && about !== null) input[subject.name] = about.id;
    if (takes('ifRevision') !== null) input.ifRevision = form.revision;
    let { sent } = form;
    if (takes('idempotencyKey') !== null) {
      const [now, ...others] = keyed(sent ?? [], input);
      input.idempotencyKey = now.key;
      sent = [now, ...others];
    }
    setErrors(new Map());
    setSending(true);
    const { data, failure: failed } = await send(verb, input);
    setSending(false);
    const unread = failed === null ? null : unreadable(failed, all);
    if (unread !== null) return point(unread);
    if (data === null) {
      // It may have been recorded: the same goes with the same key, and is known again where it stands.
      if (failed !== null && mayBeDone(failed)) keep<Kept>(name, { ...(kept<Kept>(name) ?? form), ...(sent !== undefined && { sent }), lost: [...(form.lost ?? []), form.draft] });
      return setFailure(failed);
    }
    const { userErrors } = data.answer;
    const stale = userErrors.some(({ code }) => code === 'VERSION_CONFLICT');
    if (stale) await renew(data.answer.revision, true);
    const others = userErrors.filter(({ code }) => code !== 'VERSION_CONFLICT');
    if (others.length > 0) return point(new Map(others.map(({ path, message }) => [path.join('.'), sentence(message)])));
    if (!stale) finish(data.answer);
  };

  // Who will see it is no matter beside for who plans contacts.
  const isBeside = ({ name: field }: Field) => BESIDE.includes(field) && !(desk && field === 'audience');
  const main = own.filter((field) => !isBeside(field));
  const beside = own.filter(isBeside);
  const row = (field: Field) => (
    <FieldRow key={field.name} field={field} path={[field.name]} draft={form.draft[field.name]} set={(value) => set(field.name, value)} errors={errors} help={desk && begins(verb) && field.name === 'audience' ? said.seenBy : undefined} />
  );
  const watched = new Set([...(about === null ? [] : [about.id]), ...Object.values(form.draft).flatMap(idsIn)]);
  return (
    <form
      ref={box}
      class={corrects(verb) ? 'form change corrects' : 'form change'}
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void submit(form);
      }}
      noValidate
      aria-busy={sending}
    >
      {resumed !== null && <Resumed said={resumed === 'ready' ? said.undoHelp : undefined} anew={anew} />}
      <Changed about={watched} since={clashes !== null && !corrects(verb) ? begun.revision : form.revision} show={corrects(verb) && clashes === null ? () => void renew(form.revision, false) : null} />
      {clashes !== null && <Conflict clashes={clashes} lost={form.lost !== undefined} draft={(field) => form.draft[field]} set={set} done={() => setClashes(null)} />}
      <Summary errors={errors} fields={all} />
      {removes(verb) && <p class="help">{said.removeHelp}</p>}
      {verb === 'mergeOrganisations' && <p class="help">{said.mergeHelp}</p>}
      {corrects(verb) && <p class="help">{said.correctHelp}</p>}
      <div class="fields">{main.map(row)}</div>
      {beside.length > 0 && (
        <details class="further">
          <summary>{desk ? said.moreOfDesk : said.more}</summary>
          <div class="fields">{beside.map(row)}</div>
        </details>
      )}
      <Whose desk={desk} source={takes('source')} reason={takes('reason')} draft={form.draft} set={set} setAll={setAll} errors={errors} now={form.sources} />
      {failure !== null && (
        <NotAnswered failure={failure}>
          <LookThere verb={verb} desk={desk} />
        </NotAnswered>
      )}
      <div class="actions">
        <button class="primary" aria-disabled={sending}>
          {said.saves[verb] ?? (removes(verb) ? said.saveRemoval : corrects(verb) ? said.saveCorrection : said.save)}
        </button>
        <button type="button" aria-disabled={!touched || sending} onClick={() => touched && !sending && anew()}>
          {said.cancel}
        </button>
        <span role="status">{sending ? said.saving : ''}</span>
      </div>
    </form>
  );
}

/** A value that the server could not read, at its field. Its own message is for developers; what the field wants is told in words. */
function unreadable(failure: Failure, fields: Field[]): Errors | null {
  if (failure.kind !== 'refused' || failure.argument === undefined) return null;
  const path = failure.argument.slice(1);
  const kind = kindAt(fields, path);
  const wrong = kind !== null && kind.is in texts.value.wrong ? texts.value.wrong[kind.is as Wrong] : null;
  return new Map([[path.join('.'), wrong ?? sentence(failure.message)]]);
}

function idsIn(draft: Draft): string[] {
  return typeof draft === 'object' && 'id' in draft && typeof draft.id === 'string' ? [draft.id] : [];
}
