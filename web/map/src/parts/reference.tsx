import type { SearchType } from '../generated/graphql';
import { words } from '../words';
import { Combobox } from './combobox';
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
 * Chooses something by its name, whichever day is shown.
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
  const named = typeof value !== 'string';
  return (
    <div class="reference">
      <Combobox
        label={label}
        within={{ types: [...among] }}
        text={named ? value.name : value}
        chosen={named}
        typed={chosen}
        choose={({ name, node }) => chosen({ id: node.id, name })}
        field={{ ...wiring, placeholder: words.value.search.byName }}
      />
      {named && <span class="chosen" aria-hidden="true">✓</span>}
    </div>
  );
}
