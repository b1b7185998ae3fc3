import type { Settings } from '../../settings';
import type { Entry } from './catalogue';
import { addressOf, linkToEdit } from './place';
import { corrects, removes } from './shape';
import { texts } from './words';

/** Changes as links, by noun; `brief`: correcting and removing in a word behind what one comes for. */
export function Entries({ of, given = () => ({}), brief: short = false }: { of: Entry[]; brief?: boolean; given?: (entry: Entry) => Partial<Settings> }) {
  const nouns = [...new Set(of.map(({ noun }) => noun))];
  return (
    <ul class="plain entries">
      {nouns.map((noun) => {
        const entries = of.filter((entry) => entry.noun === noun);
        const later = entries.filter(({ verb }) => corrects(verb) || removes(verb));
        const brief = short && later.length < entries.length ? later : [];
        const full = entries.filter((entry) => !brief.includes(entry));
        return (
          <li key={noun}>
            {full.map((entry) => (
              <To key={entry.verb} entry={entry} given={given} />
            ))}
            {brief.length > 0 && (
              <span class="brief">
                {brief.map((entry) => (
                  <To key={entry.verb} entry={entry} given={given} said={corrects(entry.verb) ? texts.value.shortly.correct : texts.value.shortly.remove} />
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function To({ entry, given, said }: { entry: Entry; given: (entry: Entry) => Partial<Settings>; said?: string }) {
  return (
    <a href={linkToEdit({ ...given(entry), form: addressOf(entry.verb) })} aria-label={said === undefined ? undefined : entry.title}>
      {said ?? entry.title}
    </a>
  );
}
