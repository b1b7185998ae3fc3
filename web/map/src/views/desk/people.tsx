import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { useWhole } from '../../api/whole';
import {
  type DeskHolderFragment, type DeskOfficeFragment, type DeskPeopleQuery, DeskHoldersDocument, DeskPeopleDocument,
} from '../../generated/graphql';
import { Combobox } from '../../parts/combobox';
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

/** Whose a talk can be, by name: partners, and the network with its own parts. Null: not known yet. */
export function useHolders(): readonly DeskHolderFragment[] | null {
  const partners = useWhole(DeskHoldersDocument, viewArguments.value, (data) => data.network.organisations);
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
  /** Whether they speak for us: who works where a talk can be held is offered first. */
  ours?: boolean;
  chosen: readonly string[];
  choose: (ids: string[]) => void;
  wrong: readonly string[];
}

/** Some people out of many: a field that finds them by name, and above it those who were chosen, to take out again. */
export function Picker({ label, people, ours = false, chosen, choose, wrong }: Picking) {
  const said = texts.value;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  // Text that chose nobody is told of once one goes on.
  const [left, setLeft] = useState(false);
  const holders = useHolders() ?? [];
  const own = useFrame().data?.viewer.organisation?.slug;
  const rank = ({ offices }: Somebody) => (!ours ? 0 : offices.some(({ organisation }) => organisation?.slug === own) ? 0 : holderOf({ offices }, holders) !== null ? 1 : 2);
  const among = (typed: string) =>
    people
      .filter((one) => !chosen.includes(one.id) && one.name.toLocaleLowerCase().includes(typed.toLocaleLowerCase()))
      .sort((one, other) => rank(one) - rank(other))
      .map(({ id, slug, name, offices }) => ({ name, node: { __typename: 'Person' as const, id, slug }, beside: offices[0]?.organisation?.name ?? '' }));
  const picked = people.filter((one) => chosen.includes(one.id));
  const take = (one: string) => {
    setText('');
    choose([...chosen, one]);
  };
  // The button goes with whom it took out, and one goes on at the field.
  const takeOut = (one: string) => {
    choose(chosen.filter((other) => other !== one));
    box.current?.querySelector('input')?.focus();
  };
  const errors = left && text.trim() !== '' ? [said.chosenNobody, ...wrong] : wrong;
  return (
    <div class="field picker" ref={box} onFocusIn={() => setLeft(false)} onFocusOut={() => setLeft(true)}>
      <label for={id}>{label}</label>
      {picked.length > 0 && (
        <ul class="plain people" aria-label={`${label}: ${said.chosen}`}>
          {picked.map((one) => (
            <li key={one.id}>
              <button type="button" aria-label={said.takeOut(one.name)} onClick={() => takeOut(one.id)}>
                <bdi>{one.name}</bdi> <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        label={label}
        within={{}}
        among={among}
        text={text}
        typed={setText}
        choose={({ node }) => take(node.id)}
        field={{ id, placeholder: said.filter, 'aria-describedby': `${id}-wrong`, 'aria-invalid': errors.length > 0 }}
      />
      <span class="hidden-visually" role="status">
        {picked.length > 0 && `${said.chosen}: ${picked.map(({ name }) => name).join(', ')}`}
      </span>
      <p id={`${id}-wrong`} class="wrong">
        {errors.join(' ')}
      </p>
    </div>
  );
}
