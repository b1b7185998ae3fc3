import { useEffect, useRef, useState } from 'preact/hooks';
import { state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { EditFactsAboutDocument, EditFactsAtLargeDocument } from '../../generated/edit/graphql';
import { Reference, type Referred, type Wiring } from '../../parts/reference';
import { Failed, Loading } from '../../parts/states';
import { isSlug } from '../../settings';
import { More } from '../../parts/more';
import { type OnDesk, ON_DESK, useDeskList } from './desk-list';
import type { Chosen } from './draft';
import { namedAs, searchedAs, useNamed } from './named';
import { lineOf, rowsIn } from './rows';
import type { Named, Noun } from './shape';
import { nouns, texts } from './words';

/** By whom facts without a name are found; `network`: they belong to all of it. What stands nowhere has an empty list. */
const FOUND_BY: Record<Exclude<Noun, Named | OnDesk | 'Network'>, readonly Named[] | 'network'> = {
  Commitment: ['Organisation', 'Initiative', 'Agreement'], Signature: ['Organisation', 'Agreement'], Seat: ['Organisation', 'Body', 'Person'], Partnership: ['Organisation'],
  Contribution: ['Organisation'], GroupMembership: ['Organisation'], Relation: ['Organisation', 'Body'], Name: ['Organisation', 'Body', 'ProgrammeLine'],
  Identifier: ['Organisation'], Contact: ['Organisation'], MunicipalityStatistics: ['Organisation'], Office: ['Person'], PersonContact: ['Person'], Place: ['Initiative'], Goal: ['Agreement', 'Initiative'],
  Ambition: ['Initiative'], Measure: ['Initiative'], Decision: 'network', Milestone: 'network', Meeting: 'network', Statement: 'network', Document: 'network', Rule: 'network', DeclaredCount: [],
};

const isOnDesk = (noun: Noun): noun is OnDesk => ON_DESK.some((one) => one === noun);

/** Longer lists can be searched. */
const LONG = 12;

interface Props {
  noun: Noun;
  label: string;
  value: Referred | string;
  chosen: (value: Chosen | string) => void;
  wiring: Wiring;
}

/** What a list to choose from is given. */
interface List extends Omit<Props, 'noun' | 'label'> {
  /** Says that it stands there. */
  arrived: () => void;
}

/** Chooses a fact that has no name of its own: by whom it is about, then from what is recorded there. */
export function FactReference({ noun, label, value, chosen, wiring }: Props) {
  const by = noun === 'Network' || noun in searchedAs || isOnDesk(noun) ? [] : FOUND_BY[noun as keyof typeof FOUND_BY];
  const [shown = '', slug = ''] = (state.value.select ?? '').split('/');
  const [owner, setOwner] = useState<Referred | string | null>(null);
  const among = by === 'network' ? [] : by;
  const given = namedAs(shown);
  const { found } = useNamed(given !== null && among.includes(given) && isSlug(slug) ? given : null, slug);
  const about = owner ?? (found === 'none' || found === null ? '' : found);
  // Who wants another one goes on where one chooses, as soon as that is there.
  const turning = useRef(false);
  const arrived = () => {
    if (!turning.current) return;
    const there = document.getElementById(wiring.id) ?? document.getElementById(`${wiring.id}-about`);
    turning.current = there === null;
    there?.focus();
  };
  useEffect(arrived);
  if (typeof value !== 'string') {
    return (
      <div class="picked">
        <bdi>{value.name === '' ? label : value.name}</bdi>
        <button
          type="button"
          {...wiring}
          aria-required={undefined}
          aria-invalid={undefined}
          onClick={() => {
            turning.current = true;
            chosen('');
          }}
        >
          {texts.value.chooseOther}
        </button>
      </div>
    );
  }
  const list = { value, chosen, wiring, arrived };
  if (isOnDesk(noun)) return <OnTheDesk noun={noun} {...list} />;
  if (by === 'network') return <AtLarge noun={noun} {...list} />;
  if (by.length === 0) return <p class="help">{texts.value.byAddress}</p>;
  const { id } = wiring;
  return (
    <div class="about">
      <label for={`${id}-about`} class="small">
        {texts.value.chooseAbout} <span class="soft">({by.map((one) => nouns.value[one].toLowerCase()).join(', ')})</span>
      </label>
      <Reference
        among={by.map((one) => searchedAs[one])}
        label={texts.value.chooseAbout}
        value={about}
        chosen={setOwner}
        wiring={typeof about === 'string' ? { ...wiring, id: `${id}-about` } : { id: `${id}-about`, 'aria-describedby': undefined, 'aria-invalid': false }}
      />
      {typeof about !== 'string' && <About noun={noun} id={about.id} {...list} />}
    </div>
  );
}

function About({ noun, id, ...list }: { noun: Noun; id: string } & List) {
  const asked = useAnswer(EditFactsAboutDocument, { id, lang: viewArguments.value.lang });
  if (asked.data === null) return asked.failure === null ? <Loading /> : <Failed failure={asked.failure} again={asked.again} />;
  return <Listed noun={noun} of={namesIn(asked.data, noun)} {...list} />;
}

function AtLarge({ noun, ...list }: { noun: Noun } & List) {
  const asked = useAnswer(EditFactsAtLargeDocument, {
    lang: viewArguments.value.lang, decisions: noun === 'Decision', milestones: noun === 'Milestone', meetings: noun === 'Meeting',
    statements: noun === 'Statement', documents: noun === 'Document', rules: noun === 'Rule',
  });
  if (asked.data === null) return asked.failure === null ? <Loading /> : <Failed failure={asked.failure} again={asked.again} />;
  return <Listed noun={noun} of={namesIn(asked.data, noun)} {...list} />;
}

function OnTheDesk({ noun, ...list }: { noun: OnDesk } & List) {
  const { rows, longer, failure, again } = useDeskList(noun);
  if (rows === null) return failure === null ? <Loading /> : <Failed failure={failure} again={again} />;
  return (
    <>
      <Listed noun={noun} of={rows} {...list} />
      {failure !== null && <Failed failure={failure} again={again} />}
      {longer.map((pages, at) => (
        <More key={at} of={pages} />
      ))}
    </>
  );
}

function namesIn(answer: unknown, noun: Noun): Chosen[] {
  return rowsIn(answer).filter((row) => row.__typename === noun).map((row) => ({ id: row.id, name: lineOf(row) }));
}

function Listed({ noun, of, value, chosen, wiring, arrived }: { noun: Noun; of: Chosen[] } & List) {
  const said = texts.value;
  const [text, setText] = useState('');
  const rows = [...new Map(of.map((row) => [row.id, row])).values()];
  const [at, setAt] = useState(() => rows.find(({ name }) => name === value)?.id ?? '');
  const shown = rows.filter(({ id, name }) => id === at || name.toLowerCase().includes(text.trim().toLowerCase()));
  const row = rows.find(({ id }) => id === at);
  useEffect(arrived, []);
  if (rows.length === 0) return <p class="help">{said.noneListed(nouns.value[noun])}</p>;
  const choose = () => {
    if (row === undefined) return;
    chosen(row);
    // By which another one is chosen: it stands there now.
    setTimeout(() => document.getElementById(wiring.id)?.focus());
  };
  return (
    <>
      {rows.length > LONG && <input type="search" aria-label={said.narrow} placeholder={said.narrow} value={text} onInput={(event) => setText(event.currentTarget.value)} />}
      <div class="picks">
        <select
          {...wiring}
          value={at}
          onChange={(event) => {
            const { value: id } = event.currentTarget;
            setAt(id);
            // What one only looks at is not chosen yet, as arrow keys pass by all of them; it is not lost in silence either.
            chosen(rows.find((one) => one.id === id)?.name ?? '');
          }}
        >
          <option value="">{said.choose}</option>
          {shown.map(({ id, name }) => (
            <option key={id} value={id}>
              {name.length > 120 ? `${name.slice(0, 119)}…` : name}
            </option>
          ))}
        </select>
        <button type="button" aria-label={`${said.chooseThis}: ${nouns.value[noun]}`} aria-disabled={row === undefined} onClick={choose}>
          {said.chooseThis}
        </button>
      </div>
    </>
  );
}
