import type { ComponentChildren } from 'preact';
import { change } from '../address';
import { sort } from '../words/sort';
import './sort.css';

/** By which column a table is sorted, and whether it is turned round from how that column begins. */
export interface Sorting {
  by: string;
  turned: boolean;
}

/** What the address says of the order, `-name` for turned round; a column that is not there is left aside. */
export function sortingOf(text: string | null, columns: readonly string[], usual: string): Sorting {
  const turned = text?.startsWith('-') ?? false;
  const by = columns.find((one) => one === (turned ? text?.slice(1) : text));
  return by === undefined ? { by: usual, turned: false } : { by, turned };
}

/** The same for the address. */
export function sortText({ by, turned }: Sorting, usual: string): string | null {
  if (by === usual && !turned) return null;
  return turned ? `-${by}` : by;
}

interface Head {
  by: string;
  sorting: Sorting;
  /** What the table is sorted by when the address says nothing. */
  usual: string;
  /** Whether the column begins with the most. */
  falls: boolean;
  /** What the button says that it sorts by. */
  name: string;
  class?: string;
  children: ComponentChildren;
}

/** The head of a column with a button that sorts by it, and turns the order round when it does already. */
export function SortHead({ by, sorting, usual, falls, name, class: className, children }: Head) {
  const here = by === sorting.by;
  const falling = here && sorting.turned ? !falls : falls;
  const said = sort.value.by(name);
  return (
    <th scope="col" class={className} aria-sort={here ? (falling ? 'descending' : 'ascending') : undefined}>
      <div class="sorts">
        <span>{children}</span>
        <button
          type="button"
          class="quiet"
          aria-label={said}
          title={said}
          onClick={() => change({ sort: sortText({ by, turned: here && !sorting.turned }, usual) })}
        >
          <span aria-hidden="true">{here ? (falling ? '▼' : '▲') : '↕'}</span>
        </button>
      </div>
    </th>
  );
}
