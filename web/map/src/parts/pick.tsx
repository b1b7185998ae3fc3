import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { viewArguments } from '../address';
import { useAnswer } from '../api/answer';
import { type SearchType, FindDocument } from '../generated/graphql';
import { codes, words } from '../words';
import { type Look, Mark } from './mark';
import { usePaused } from './paused';

const PAUSE_MS = 120;

/** What somebody picked. */
export interface Picked {
  slug: string;
  name: string;
}

interface PickProps {
  label: string;
  /** Of which kinds one can be picked. */
  types: SearchType[];
  picked: Picked | null;
  pick: (one: Picked | null) => void;
  /** What is wrong with what was picked; empty: nothing. */
  wrong?: string;
}

const NOUNS = {
  Organisation: 'organisation', Body: 'body', ProgrammeLine: 'line', Initiative: 'initiative', Agreement: 'agreement', StakeholderGroup: 'group', Person: 'person',
} as const;

/** A field of a form that wants something of the network: the combobox with a list box of the ARIA Authoring Practices. */
export function Pick({ label, types, picked, pick, wrong = '' }: PickProps) {
  const said = words.value.search;
  const id = useId();
  const [text, setText] = useState(picked?.name ?? '');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useEffect(() => setText(picked?.name ?? ''), [picked?.slug]);
  const wanted = usePaused(text.trim().slice(0, 200), PAUSE_MS);
  const { validAt, knownAt, lang } = viewArguments.value;
  const asked = useAnswer(FindDocument, wanted.length < 2 || picked !== null ? null : { text: wanted, types, validAt, knownAt, lang });
  const found = (asked.data?.network.search.nodes ?? []).flatMap(({ name, node }) => ('slug' in node ? [{ name, node }] : []));
  const shown = open && picked === null && text.trim().length >= 2;
  const none = shown && !asked.loading && asked.data !== null && found.length === 0;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (one: (typeof found)[number]) => {
    close();
    setText(one.name);
    pick({ slug: one.node.slug, name: one.name });
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
      // Not the whole form: that is for when something was picked.
      event.preventDefault();
      const one = found[Math.max(active, 0)];
      if (one !== undefined && !asked.loading) choose(one);
    }
  };

  return (
    <div class="search pick" onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && close()}>
      <label for={`${id}-input`}>{label}</label>
      <input
        id={`${id}-input`}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown && found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        aria-invalid={wrong === '' ? undefined : 'true'}
        aria-describedby={`${id}-wrong`}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          if (picked !== null) pick(null);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown || found.length === 0}>
        {found.map((one, index) => (
          <Option key={one.node.id} id={`${id}-${index}`} active={index === active} choose={() => choose(one)}>
            <Mark of={lookOf(one.node)} />
            <bdi>{one.name}</bdi>
            <span class="soft small">{codes.value.noun[NOUNS[one.node.__typename]]}</span>
          </Option>
        ))}
      </ul>
      {none && <div class="none">{said.none}</div>}
      {shown && asked.failure !== null && <div class="none">{words.value.states.unreachable}</div>}
      <span id={`${id}-wrong`} class="wrong">
        {wrong}
      </span>
      <span class="hidden-visually" role="status">
        {shown && !asked.loading && asked.data !== null ? said.found(found.length) : ''}
      </span>
    </div>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  choose: () => void;
  children: preact.ComponentChildren;
}

function Option({ id, active, choose, children }: OptionProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li ref={row} id={id} role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={choose}>
      {children}
    </li>
  );
}

function lookOf(node: { __typename: keyof typeof NOUNS; helix?: Look }): Look {
  const noun = NOUNS[node.__typename];
  return noun === 'organisation' ? (node.helix ?? 'GOVERNMENT') : noun;
}
