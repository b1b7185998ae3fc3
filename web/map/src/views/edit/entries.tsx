import { linkTo } from '../../address';
import type { Settings } from '../../settings';
import type { Entry } from './catalogue';
import { addressOf, corrects, removes } from './shape';
import { texts } from './words';

/** Changes as links, a line for each noun: what one comes for in full, correcting and removing in a word behind it. */
export function Entries({ of, given = () => ({}) }: { of: Entry[]; given?: (entry: Entry) => Partial<Settings> }) {
  const nouns = [...new Set(of.map(({ noun }) => noun))];
  return (
    <ul class="plain entries">
      {nouns.map((noun) => {
        const entries = of.filter((entry) => entry.noun === noun);
        const full = entries.filter(({ verb }) => !corrects(verb) && !removes(verb));
        const brief = entries.filter(({ verb }) => corrects(verb) || removes(verb));
        return (
          <li key={noun}>
            {full.map((entry) => (
              <To key={entry.verb} entry={entry} given={given} />
            ))}
            {full.length === 0 ? brief.map((entry) => <To key={entry.verb} entry={entry} given={given} />) : (
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
    <a href={linkTo({ name: 'edit' }, { ...given(entry), form: addressOf(entry.verb) })} aria-label={said === undefined ? undefined : entry.title}>
      {said ?? entry.title}
    </a>
  );
}
