import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { viewArguments } from '../address';
import { useAnswer } from '../api/answer';
import { type SearchQuery, type SearchQueryVariables, SearchDocument } from '../generated/graphql';
import type { Noun } from '../settings';
import { codes, words } from '../words';
import { type Look, Mark } from './mark';
import { usePaused } from './paused';

/** Something of the network, as a search finds it. */
export type Found = SearchQuery['network']['search']['nodes'][number];

/** Something that is offered, with what tells it apart when its kind does not. */
export type Offered = Pick<Found, 'name' | 'node'> & { beside?: string };

interface ComboboxProps<One extends Offered> {
  /** What the list box is called. */
  label: string;
  /** Among what it searches, and on which day. */
  within: Omit<SearchQueryVariables, 'text' | 'lang'>;
  /** What a list that is here already holds, instead of what the network finds: all of it while nothing is typed. */
  among?: (text: string) => readonly One[];
  text: string;
  /** Whether the text is the name of what was chosen: then there is nothing to search. */
  chosen?: boolean;
  typed: (text: string) => void;
  choose: (one: One) => void;
  /** What else the field carries: its id or name, a hint, what ties it to its help. */
  field: preact.InputHTMLAttributes<HTMLInputElement>;
}

const SHORTEST = 2;
const LONGEST = 200;
/** How many of a list are offered. */
const MOST = 20;

/** A field that searches the network as one types: the combobox with a list box of the ARIA Authoring Practices. */
export function Combobox<One extends Offered = Found>({ label, within, among, text, chosen = false, typed, choose, field }: ComboboxProps<One>) {
  const said = words.value.search;
  const list = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const typing = text.trim().slice(0, LONGEST);
  const wanted = usePaused(typing);
  const own = among?.(typing);
  const asked = useAnswer(SearchDocument, own !== undefined || chosen || wanted.length < SHORTEST ? null : { text: wanted, ...within, lang: viewArguments.value.lang });
  const found = own?.slice(0, MOST) ?? ((asked.data?.network.search.nodes ?? []) as readonly Offered[] as readonly One[]);
  const total = own?.length ?? asked.data?.network.search.totalCount ?? 0;
  const more = total > found.length ? said.more(total - found.length) : '';
  const shown = open && !chosen && (own !== undefined || typing.length >= SHORTEST);
  const settled = shown && (own !== undefined || (wanted === typing && !asked.loading));
  const listed = shown && found.length > 0;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const take = (one: One | undefined) => {
    if (one === undefined) return;
    close();
    choose(one);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (shown) event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((was) => (was === -1 && step === -1 ? found.length - 1 : (was + step + found.length) % found.length));
    } else if (event.key === 'Enter' && shown) {
      // It chooses; a form around it is sent once nothing is open.
      event.preventDefault();
      if (settled) take(found[typing === '' ? active : Math.max(active, 0)]);
    }
  };

  return (
    <div class="combobox" onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && close()}>
      <input
        {...field}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={listed}
        aria-controls={list}
        aria-activedescendant={listed && active >= 0 ? `${list}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          typed(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(own === undefined)}
        onKeyDown={onKeyDown}
      />
      <ul id={list} role="listbox" aria-label={label} hidden={!listed}>
        {found.map((one, index) => (
          <Option key={one.node.id} id={`${list}-${index}`} of={one} active={index === active} choose={() => take(one)} />
        ))}
        {more !== '' && (
          <li role="option" aria-disabled="true" aria-selected={false} class="soft small" onMouseDown={(event) => event.preventDefault()}>
            {more}
          </li>
        )}
      </ul>
      {settled && found.length === 0 && <div class="none">{asked.failure === null ? said.none : words.value.states.unreachable}</div>}
      <span class="hidden-visually" role="status">
        {settled && asked.failure === null ? `${said.found(total)}${more === '' ? '' : `, ${more}`}` : ''}
      </span>
    </div>
  );
}

function Option({ id, of, active, choose }: { id: string; of: Offered; active: boolean; choose: () => void }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const noun = nounOf(of);
  return (
    <li ref={row} id={id} role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={choose}>
      {noun !== null && <Mark of={lookOf(of, noun)} />}
      <bdi>{of.name}</bdi>
      {noun !== null && <span class="soft small">{of.beside ?? codes.value.noun[noun]}</span>}
    </li>
  );
}

const NOUN_OF: Partial<Record<Found['node']['__typename'], Noun>> = {
  Organisation: 'organisation', Body: 'body', ProgrammeLine: 'line', Initiative: 'initiative', Agreement: 'agreement', StakeholderGroup: 'group', Person: 'person',
};

/** What was found, when the page has a word for it. */
export function nounOf(of: Offered): Noun | null {
  return NOUN_OF[of.node.__typename] ?? null;
}

function lookOf(of: Offered, noun: Noun): Look {
  if (of.node.__typename === 'Organisation') return of.node.helix;
  return noun === 'organisation' ? 'GOVERNMENT' : noun;
}
