import { useEffect, useId, useState } from 'preact/hooks';
import { viewArguments } from '../address';
import type { SearchType } from '../generated/graphql';
import { Combobox, type Found } from './combobox';

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

/** A field of a form that wants something of the network on the day that is shown, by its slug. */
export function Pick({ label, types, picked, pick, wrong = '' }: PickProps) {
  const id = useId();
  const [text, setText] = useState(picked?.name ?? '');
  useEffect(() => setText(picked?.name ?? ''), [picked?.slug]);
  const { validAt, knownAt } = viewArguments.value;
  const typed = (now: string) => {
    setText(now);
    if (picked !== null) pick(null);
  };
  const choose = ({ name, node }: Found) => {
    if (!('slug' in node)) return;
    setText(name);
    pick({ slug: node.slug, name });
  };
  return (
    <div class="pick">
      <label for={id}>{label}</label>
      <Combobox
        label={label}
        within={{ types, validAt, knownAt }}
        text={text}
        chosen={picked !== null}
        typed={typed}
        choose={choose}
        field={{ id, 'aria-invalid': wrong === '' ? undefined : 'true', 'aria-describedby': `${id}-wrong` }}
      />
      <span id={`${id}-wrong`} class="wrong">
        {wrong}
      </span>
    </div>
  );
}
