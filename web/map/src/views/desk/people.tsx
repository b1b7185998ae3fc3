import { useEffect, useId, useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { type DeskOfficeFragment, type DeskPeopleQuery, DeskPeopleDocument } from '../../generated/graphql';
import { texts } from './words';

export type Somebody = DeskPeopleQuery['network']['persons']['nodes'][number];

/** Everybody who can take part in a talk; all pages of the list are asked, as one looks for a name. */
export function usePeople(): readonly Somebody[] {
  const pages = usePages(DeskPeopleDocument, viewArguments.value, (data) => data.network.persons);
  useEffect(() => {
    if (pages.hasMore && !pages.loading && pages.failure === null) pages.more();
  }, [pages.nodes.length, pages.loading]);
  return pages.nodes;
}

/** The partner that somebody works for, else where they work; null: nobody knows. */
export function holderOf({ offices }: { offices: readonly DeskOfficeFragment[] }): string | null {
  const places = offices.flatMap(({ organisation }) => organisation ?? []);
  return (places.find(({ partnership }) => partnership !== null) ?? places[0])?.slug ?? null;
}

interface Picking {
  label: string;
  people: readonly Somebody[];
  chosen: readonly string[];
  choose: (ids: string[]) => void;
  wrong: readonly string[];
}

/** Some people out of many: a box to find a name, and a box to tick for each. */
export function Picker({ label, people, chosen, choose, wrong }: Picking) {
  const said = texts.value;
  const id = useId();
  const [wanted, setWanted] = useState('');
  const find = wanted.trim().toLocaleLowerCase();
  const shown = people.filter((one) => chosen.includes(one.id) || one.name.toLocaleLowerCase().includes(find));
  const names = people.filter((one) => chosen.includes(one.id)).map((one) => one.name).join(', ');
  return (
    <fieldset class="picker">
      <legend>
        {label} <span class="soft">({chosen.length === 0 ? said.nobody.toLowerCase() : <bdi>{names}</bdi>})</span>
      </legend>
      <input
        type="search"
        aria-label={`${label}: ${said.filter}`}
        placeholder={said.filter}
        autocomplete="off"
        aria-describedby={`${id}-wrong`}
        aria-invalid={wrong.length > 0}
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <div class="choices" tabIndex={0} role="group" aria-label={label}>
        {shown.map((one) => (
          <label key={one.id}>
            <input
              type="checkbox"
              checked={chosen.includes(one.id)}
              onChange={(event) => choose(event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((other) => other !== one.id))}
            />
            <span>
              <bdi>{one.name}</bdi>
              {one.offices[0]?.organisation != null && (
                <span class="soft small">
                  {' '}
                  <bdi>{one.offices[0].organisation.name}</bdi>
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <p id={`${id}-wrong`} class="wrong">
        {wrong.join(' ')}
      </p>
    </fieldset>
  );
}
