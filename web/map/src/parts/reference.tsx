import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { viewArguments } from '../address';
import { useAnswer } from '../api/answer';
import { type SearchType, SearchDocument } from '../generated/graphql';
import { words } from '../words';
import { usePaused } from './paused';
import './reference.css';

/** Something that was chosen by its name: the API takes its id. */
export interface Referred {
  id: string;
  name: string;
}

export interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  'aria-required'?: boolean;
}

/**
 * Chooses something by its name: the combobox with a list box of the ARIA Authoring Practices.
 *
 * `value` is what was chosen, or text that chose nothing yet; `chosen` hears of both, so that nothing that was typed is lost.
 */
export function Reference({ among, label, value, chosen, wiring }: {
  among: readonly SearchType[];
  label: string;
  value: Referred | string;
  chosen: (value: Referred | string) => void;
  wiring: Wiring;
}) {
  const said = words.value.search;
  const list = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const text = typeof value === 'string' ? value : value.name;
  const wanted = usePaused(text.trim().slice(0, 200));
  const { lang } = viewArguments.value;
  const searching = open && typeof value === 'string' && wanted.length >= 2;
  const asked = useAnswer(SearchDocument, searching ? { text: wanted, types: [...among], lang } : null);
  const found = searching ? (asked.data?.network.search.nodes ?? []) : [];
  const settled = searching && !asked.loading && wanted === text.trim();

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (index: number) => {
    const one = found[index];
    if (one === undefined) return;
    chosen({ id: one.node.id, name: one.name });
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((was) => (was === -1 && step === -1 ? found.length - 1 : (was + step + found.length) % found.length));
    } else if (event.key === 'Enter' && found.length > 0) {
      // It chooses; the form is sent once nothing is open.
      event.preventDefault();
      if (settled) choose(Math.max(active, 0));
    }
  };

  return (
    <div class="reference" onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && close()}>
      <input
        {...wiring}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={said.byName}
        value={text}
        onInput={(event) => {
          chosen(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
      />
      {typeof value !== 'string' && <span class="chosen" aria-hidden="true">✓</span>}
      <ul id={list} role="listbox" aria-label={label} hidden={found.length === 0}>
        {found.map((one, index) => (
          <Option key={one.node.id} id={`${list}-${index}`} name={one.name} active={index === active} choose={() => choose(index)} />
        ))}
      </ul>
      {settled && found.length === 0 && <div class="none">{asked.failure === null ? said.none : words.value.states.unreachable}</div>}
      <span class="hidden-visually" role="status">
        {settled ? said.found(found.length) : ''}
      </span>
    </div>
  );
}

function Option({ id, name, active, choose }: { id: string; name: string; active: boolean; choose: () => void }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li ref={row} id={id} role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={choose}>
      <bdi>{name}</bdi>
    </li>
  );
}
