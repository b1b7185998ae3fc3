import { Organisation, Organisations } from '../../parts/named';
import { Status } from '../../parts/status';
import { number, percent } from '../../words/format';
import type { AnsweredCoalition } from '.';
import { texts } from './words';

/** Who joined, who left and who changed since a day. */
export function Changes({ of }: { of: AnsweredCoalition['changesSince'] }) {
  const said = texts.value;
  const { joined, left, moved, retention } = of;
  if (joined.length + left.length + moved.length === 0) return <p class="soft">{said.noChanges}</p>;
  return (
    <>
      {joined.length > 0 && (
        <div>
          <h3>
            + {said.joined} <span class="count">({number(joined.length)})</span>
          </h3>
          <Organisations of={joined} />
        </div>
      )}
      {left.length > 0 && (
        <div>
          <h3>
            − {said.left} <span class="count">({number(left.length)})</span>
          </h3>
          <Organisations of={left} />
        </div>
      )}
      {moved.length > 0 && (
        <div>
          <h3>
            {said.moved} <span class="count">({number(moved.length)})</span>
          </h3>
          <ul class="plain">
            {moved.map(({ organisation, before, after }) => (
              <li key={organisation.slug}>
                <Organisation of={organisation} />: <Status of={before} /> → <Status of={after} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {retention !== null && (
        <p class="soft">
          {said.retention}: {percent(retention)}
        </p>
      )}
    </>
  );
}
