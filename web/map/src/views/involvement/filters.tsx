import { useEffect, useRef, useState } from 'preact/hooks';
import { change, state } from '../../address';
import { Choices, Field, LeastConfidence } from '../../parts/choices';
import { Mark } from '../../parts/mark';
import { usePaused } from '../../parts/paused';
import { type Sorting, sortText } from '../../parts/sort';
import { HELICES, LAYERS, ROWS, STATUSES, type Settings } from '../../settings';
import { codes, words } from '../../words';
import { type Column, type Matrix, ORDERS } from './model';
import { texts } from './words';

export const NO_FILTERS: Partial<Settings> = { helix: [], layer: [], line: null, status: [], find: '', rows: 'partners', confidence: null };

const TYPING_MS = 200;

/** What the table holds and in which order. Every choice stands in the address. */
export function Filters({ matrix, sorting }: { matrix: Matrix; sorting: Sorting }) {
  const said = texts.value;
  const settings = state.value;
  const [open] = useState(settings.helix.length + settings.layer.length + settings.status.length > 0 || settings.confidence !== null);
  const used = filterCount(settings);
  const countOf = (holds: (row: Matrix['rows'][number]) => boolean) => matrix.rows.filter(holds).length;
  return (
    <section class="panel filters" aria-label={said.filters}>
      <div class="fields">
        <Find />
        <Field title={said.who}>
          {(id) => (
            <select id={id} value={settings.rows} onChange={(event) => change({ rows: event.currentTarget.value as Settings['rows'] })}>
              {ROWS.map((one) => (
                <option key={one} value={one}>
                  {said.rows[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field title={said.line}>
          {(id) => (
            <select id={id} value={settings.line ?? ''} onChange={(event) => change({ line: event.currentTarget.value || null })}>
              <option value="">{said.anyLine}</option>
              {matrix.columns.map((column) => (
                <option key={column.slug} value={column.slug}>
                  {column.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Order columns={matrix.columns} sorting={sorting} />
        {used > 0 && (
          <button type="button" onClick={() => change(NO_FILTERS)}>
            {said.clear}
          </button>
        )}
      </div>
      <details open={open}>
        <summary>{said.more}</summary>
        <Choices
          title={words.value.standing.helix} of={HELICES} chosen={settings.helix} name={(one) => codes.value.helix[one]} mark={(one) => <Mark of={one} />}
          count={(one) => countOf(({ organisation }) => organisation.helix === one)} set={(helix) => change({ helix })}
        />
        <Choices
          title={words.value.standing.layer} of={LAYERS} chosen={settings.layer} name={(one) => codes.value.layer[one]}
          count={(one) => countOf(({ organisation }) => organisation.layer === one)} set={(layer) => change({ layer })}
        />
        <Choices
          title={said.status} of={STATUSES} chosen={settings.status} name={(one) => codes.value.status[one]} set={(status) => change({ status })}
        />
        <LeastConfidence />
      </details>
    </section>
  );
}

/** How many filters are on. */
export function filterCount(settings: Settings): number {
  const on = [
    settings.helix.length > 0, settings.layer.length > 0, settings.status.length > 0, settings.line !== null, settings.find !== '',
    settings.rows !== 'partners', settings.confidence !== null,
  ];
  return on.filter(Boolean).length;
}

/** What is typed goes to the address when one pauses. */
function Find() {
  const inAddress = state.value.find;
  const [text, setText] = useState(inAddress);
  const settled = usePaused(text, TYPING_MS);
  // What comes back from the address is older than what is being typed; only what others wrote there counts.
  const wrote = useRef(inAddress);
  useEffect(() => {
    if (inAddress !== wrote.current) setText(inAddress);
    wrote.current = inAddress;
  }, [inAddress]);
  useEffect(() => {
    if (settled === state.peek().find) return;
    wrote.current = settled;
    change({ find: settled }, 'replace');
  }, [settled]);
  return (
    <Field title={texts.value.find}>
      {(id) => (
        <input
          id={id}
          type="search"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Order({ columns, sorting }: { columns: readonly Column[]; sorting: Sorting }) {
  const said = texts.value;
  return (
    <div class="order">
      <Field title={said.sort}>
        {(id) => (
          <select
            id={id}
            value={sorting.by}
            onChange={(event) => change({ sort: sortText({ ...sorting, by: event.currentTarget.value }, 'name') })}
          >
            {ORDERS.map((one) => (
              <option key={one} value={one}>
                {said.sortBy[one]}
              </option>
            ))}
            {columns.map((column) => (
              <option key={column.slug} value={column.slug}>
                {said.sortLine(column.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label class="inline">
        <input type="checkbox" checked={sorting.turned} onChange={(event) => change({ sort: sortText({ ...sorting, turned: event.currentTarget.checked }, 'name') })} />
        {said.turned}
      </label>
    </div>
  );
}
