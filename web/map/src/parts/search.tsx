import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { change, go, linkTo, view, viewArguments } from '../address';
import { useAnswer } from '../api/answer';
import { type SearchQuery, SearchDocument } from '../generated/graphql';
import type { Noun } from '../settings';
import { codes, words } from '../words';
import { type Look, Mark } from './mark';
import { usePaused } from './paused';

type Found = SearchQuery['network']['search']['nodes'][number];

/** Search as one types: the combobox with a list box of the ARIA Authoring Practices. */
export function Search() {
  const said = words.value.search;
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const wanted = usePaused(text.trim().slice(0, 200));
  const { validAt, knownAt, lang } = viewArguments.value;
  const asked = useAnswer(SearchDocument, wanted.length < 2 ? null : { text: wanted, validAt, knownAt, lang });
  const found = asked.data?.network.search.nodes ?? [];
  const shown = open && text.trim().length >= 2;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (one: Found) => {
    close();
    setText('');
    pick(one);
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
      const one = found[Math.max(active, 0)];
      if (one !== undefined && !asked.loading) choose(one);
    }
  };

  return (
    <div class="search" role="search" onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && close()}>
      <input
        type="text"
        role="combobox"
        aria-label={said.label}
        aria-autocomplete="list"
        aria-expanded={shown && found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={said.hint}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={said.label} hidden={!shown || found.length === 0}>
        {found.map((one, index) => (
          <Option key={one.node.id} id={`${id}-${index}`} of={one} active={index === active} choose={() => choose(one)} />
        ))}
      </ul>
      {shown && !asked.loading && found.length === 0 && wanted.length >= 2 && asked.failure === null && <div class="none">{said.none}</div>}
      {shown && asked.failure !== null && <div class="none">{words.value.states.unreachable}</div>}
      <span class="hidden-visually" role="status">
        {shown && !asked.loading && asked.data !== null ? said.found(found.length) : ''}
      </span>
    </div>
  );
}

function Option({ id, of, active, choose }: { id: string; of: Found; active: boolean; choose: () => void }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const noun = nounOf(of.node.__typename);
  return (
    <li ref={row} id={id} role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={choose}>
      {noun !== null && <Mark of={lookOf(of, noun)} />}
      <bdi>{of.name}</bdi>
      {noun !== null && <span class="soft small">{codes.value.noun[noun]}</span>}
    </li>
  );
}

const NOUN_OF: Partial<Record<Found['node']['__typename'], Noun>> = {
  Organisation: 'organisation', Body: 'body', ProgrammeLine: 'line', Initiative: 'initiative', Agreement: 'agreement', StakeholderGroup: 'group', Person: 'person',
};

function nounOf(type: Found['node']['__typename']): Noun | null {
  return NOUN_OF[type] ?? null;
}

function lookOf(of: Found, noun: Noun): Look {
  if (of.node.__typename === 'Organisation') return of.node.helix;
  return noun === 'organisation' ? 'GOVERNMENT' : noun;
}

/** Views that tell most of a noun, by selecting it. */
const TOLD_IN: Partial<Record<Noun, 'governance' | 'programme'>> = { body: 'governance', initiative: 'programme', agreement: 'programme' };

/** On the map a find is selected; elsewhere it is opened where most is told of it, or on the map. */
function pick(of: Found): void {
  const noun = nounOf(of.node.__typename);
  if (noun === null || !('slug' in of.node)) return;
  const { slug } = of.node;
  if (view.value.name === 'network') change({ select: `${noun}/${slug}` });
  else if (noun === 'organisation' || noun === 'line') go(linkTo({ name: noun, slug }));
  else go(linkTo({ name: TOLD_IN[noun] ?? 'network' }, { select: `${noun}/${slug}` }));
}
