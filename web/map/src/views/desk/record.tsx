import { useEffect, useRef, useState } from 'preact/hooks';
import { linkHere, state, viewArguments } from '../../address';
import { type Sent, keyed } from '../../api/key';
import { usePages } from '../../api/pages';
import {
  type ContactChannel, type DeskRefusalFragment, type RecordContactInput, DeskRecordContactDocument, DeskTargetsDocument,
} from '../../generated/graphql';
import { useFrame } from '../../parts/frame';
import { Resumed } from '../../parts/resumed';
import { NotAnswered } from '../../parts/not-answered';
import { keeping } from '../../words/keeping';
import { sentence } from '../../words/sentence';
import { deskCodes } from '../../words/desk';
import { Field, PositionField, refusedAt } from './field';
import { useKept } from './kept';
import { Picker, holderOf, useHolders, usePeople } from './people';
import { nameOf } from './parts';
import { texts } from './words';
import { useWriting } from './writing';

const CHANNELS = ['ONE_ON_ONE', 'SMALL_MEETING', 'CALL', 'EMAIL_ANSWERED', 'EMAIL_UNANSWERED', 'WORKING_RELATION'] as const satisfies ContactChannel[];

const EMPTY = {
  date: '', channel: 'ONE_ON_ONE' as ContactChannel, ours: [] as string[], theirs: [] as string[], outcome: '', position: '', note: '', action: '', due: '',
  owner: '', holder: '',
};

interface Talk {
  target: string;
  given: typeof EMPTY;
  sent: readonly Sent[];
}

/** Whom one talks to follows from the target. */
const isTouched = ({ given }: Talk) => JSON.stringify({ ...given, theirs: [] }) !== JSON.stringify(EMPTY);

/** Records a talk that was held, with what has to be done after it. What the server refuses stands at its field. */
export function Record() {
  const said = texts.value;
  const codes = deskCodes.value;
  const people = usePeople();
  const holders = useHolders() ?? [];
  const targets = usePages(DeskTargetsDocument, { topic: state.value.topic, ...viewArguments.value }, (data) => data.network.publicAffairs?.targets ?? null).nodes;
  const frame = useFrame().data;
  const actsFor = frame?.viewer.organisation ?? null;
  const start = state.value.target ?? '';
  const { typed, type, resumed, begin, recorded } = useKept<Talk>(`talk ${start}`, { target: start, given: EMPTY, sent: [] }, isTouched);
  const { target, given, sent } = typed;
  const [tried, setTried] = useState(0);
  const { send, waiting, done, refusals, failure } = useWriting(DeskRecordContactDocument, (data) => data.recordContact);
  const form = useRef<HTMLFormElement>(null);
  const set = (changed: Partial<typeof EMPTY>) => type((was) => ({ ...was, given: { ...was.given, ...changed } }));
  const personsOf = (wanted: string) => targets.filter(({ id }) => id === wanted).flatMap(({ person }) => (person === null ? [] : [person.id]));
  // Who is the target is who was spoken to, unless somebody says otherwise.
  const choose = (id: string) => {
    const follows = given.theirs.every((one) => personsOf(target).includes(one));
    type((was) => ({ ...was, target: id, given: follows ? { ...was.given, theirs: personsOf(id) } : was.given }));
  };
  const arrived = targets.length > 0;
  useEffect(() => {
    if (target !== '') choose(target);
  }, [arrived]);
  // Who comes back to what was sent without an answer is told that, too.
  const lost = failure ?? (resumed && sent.length > 0 && tried === 0 ? ({ kind: 'unreachable' } as const) : null);
  const wrong = (...path: string[]) => refusedAt(refusals, ...path);
  // The first field that is refused is where one goes on.
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals, tried]);

  const employer = people.filter(({ id }) => given.ours.includes(id)).map((one) => holderOf(one, holders)).find((slug) => slug !== null) ?? '';
  const holder = given.holder === '' ? employer : given.holder;
  const noDue = given.action !== '' && given.due === '';
  const day = (missing: boolean, ...path: string[]) => (tried > 0 && missing ? [said.noDay] : wrong(...path));
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(tried + 1);
    if (given.date === '' || noDue) return;
    const input = inputOf(given, target, actsFor === null ? holder : '');
    const now = keyed(sent, input);
    type((was) => ({ ...was, sent: now }));
    const came = await send({ input: { ...input, idempotencyKey: now[0].key } });
    // What was refused was not recorded.
    if (came === 'refused') type((was) => ({ ...was, sent }));
    if (came !== 'recorded') return;
    recorded();
    another('');
  };
  const another = (reaching: string) => {
    setTried(0);
    begin({ target: reaching, given: { ...EMPTY, theirs: personsOf(reaching) }, sent: [] });
  };
  const anew = () => {
    another(start);
    form.current?.querySelector('select')?.focus();
  };
  const text = (name: 'outcome' | 'note' | 'action', rows: number) => (at: object) => (
    <textarea {...at} rows={rows} value={given[name]} onInput={(event) => set({ [name]: event.currentTarget.value })} />
  );

  return (
    <form class="form record" ref={form} onSubmit={(event) => void submit(event)} noValidate>
      {resumed && <Resumed anew={anew} />}
      <p class="help">{said.logHelp}</p>
      <Field label={said.fields.target} wrong={wrong('target')}>
        {(at) => (
          <select {...at} value={target} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{said.choose}</option>
            {targets.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)} – {one.topic?.title ?? said.noTopic}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="abreast">
        <Field label={said.fields.date} wrong={day(given.date === '', 'date')}>
          {(at) => <input {...at} type="date" required max={frame?.network.validAt} value={given.date} onInput={(event) => set({ date: event.currentTarget.value })} />}
        </Field>
        <Field label={said.fields.channel} wrong={wrong('channel')}>
          {(at) => (
            <select {...at} value={given.channel} onChange={(event) => set({ channel: event.currentTarget.value as ContactChannel })}>
              {CHANNELS.map((one) => (
                <option key={one} value={one}>{codes.channel[one]}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div class="abreast">
        <Picker ours label={said.fields.ourPersons} people={people} chosen={given.ours} choose={(ours) => set({ ours })} wrong={wrong('ourPersons')} />
        <Picker label={said.fields.theirPersons} people={people} chosen={given.theirs} choose={(theirs) => set({ theirs })} wrong={wrong('theirPersons')} />
      </div>
      {actsFor === null && (
        <Field label={said.fields.holder} wrong={wrong('holder')}>
          {(at) => (
            <select {...at} value={holder} onChange={(event) => set({ holder: event.currentTarget.value })}>
              <option value="">{said.choose}</option>
              {holders.map((one) => (
                <option key={one.slug} value={one.slug}>{one.name}</option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={said.fields.outcome} wrong={wrong('outcome')}>{text('outcome', 3)}</Field>
      <PositionField value={given.position} set={(position) => set({ position })} wrong={wrong('position')} />
      <Field label={said.fields.note} help={said.help.note} wrong={wrong('confidentialNote')}>{text('note', 2)}</Field>
      <Field label={said.fields.action} help={said.help.action} wrong={wrong('followUps', '0', 'text')}>{text('action', 2)}</Field>
      {given.action !== '' && (
        <div class="abreast">
          <Field label={said.fields.due} wrong={day(noDue, 'followUps', '0', 'due')}>
            {(at) => <input {...at} type="date" value={given.due} onInput={(event) => set({ due: event.currentTarget.value })} />}
          </Field>
          <Field label={said.fields.owner} wrong={wrong('followUps', '0', 'owner')}>
            {(at) => (
              <select {...at} value={given.owner} onChange={(event) => set({ owner: event.currentTarget.value })}>
                <option value="">{said.choose}</option>
                {people.map((one) => (
                  <option key={one.id} value={one.id}>{one.name}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      <Elsewhere refusals={refusals} />
      {lost !== null && (
        <NotAnswered failure={lost}>
          <a class="button" href={linkHere(target === '' ? { part: 'calendar', target: null } : { part: 'targets', target })}>
            {keeping.value.look}
          </a>
        </NotAnswered>
      )}
      <div class="actions">
        <button class="primary" aria-disabled={waiting}>
          {said.save}
        </button>
        <span role="status">{done && said.saved}</span>
      </div>
    </form>
  );
}

const FIELDS = ['target', 'date', 'channel', 'ourPersons', 'theirPersons', 'holder', 'outcome', 'position', 'confidentialNote', 'followUps'];

/** What is refused and has no field of its own. */
function Elsewhere({ refusals }: { refusals: readonly DeskRefusalFragment[] }) {
  const others = refusals.filter(({ path }) => !FIELDS.includes(path[0] ?? ''));
  return (
    <div role="alert" class="wrong">
      {refusals.length > 0 && texts.value.refused} {others.map(({ message }) => sentence(message)).join(' ')}
    </div>
  );
}

function inputOf(given: typeof EMPTY, target: string, holder: string): RecordContactInput {
  const { date, channel, ours, theirs, outcome, position, note, action, due, owner } = given;
  return {
    date, channel,
    ourPersons: ours.map((id) => ({ id })),
    theirPersons: theirs.map((id) => ({ id })),
    ...(target !== '' && { target }),
    ...(holder !== '' && { holder: { slug: holder } }),
    ...(outcome !== '' && { outcome }),
    ...(position !== '' && { position: Number(position) }),
    ...(note !== '' && { confidentialNote: note }),
    ...(action !== '' && { followUps: [{ text: action, due, ...(owner !== '' && { owner: { id: owner } }) }] }),
  };
}
