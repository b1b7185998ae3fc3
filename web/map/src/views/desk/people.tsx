import { useEffect, useId, useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { useWhole } from '../../api/whole';
import {
  type DeskHolderFragment, type DeskOfficeFragment, type DeskPeopleQuery, DeskHoldersDocument, DeskPeopleDocument,
} from '../../generated/graphql';
import { useFrame } from '../../parts/frame';
import { words } from '../../words';
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

/** Whose a talk can be, by name: partners, and the network with its own parts. Null: not known yet, or asked of nobody. */
export function useHolders(): readonly DeskHolderFragment[] | null {
  const frame = useFrame().data;
  const chooses = frame !== null && frame.viewer.organisation === null;
  const partners = useWhole(DeskHoldersDocument, chooses ? viewArguments.value : null, (data) => data.network.organisations);
  const first = partners.first;
  if (first === null) return null;
  const own = first.network.organisationOfNetwork;
  const ofNetwork = own === null ? [] : [own, ...own.parts.flatMap((part) => [part, ...part.parts])];
  const once = new Map([...partners.nodes, ...ofNetwork].map((one) => [one.slug, one]));
  return [...once.values()].sort((one, other) => one.name.localeCompare(other.name, words.value.locale));
}

/** Whose the talks of somebody are: the first place where they work that can hold one; null: none of them can. */
export function holderOf({ offices }: { offices: readonly DeskOfficeFragment[] }, holders: readonly DeskHolderFragment[]): string | null {
  const places = offices.map(({ organisation }) => organisation?.slug);
  return places.find((slug) => holders.some((one) => one.slug === slug)) ?? null;
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
