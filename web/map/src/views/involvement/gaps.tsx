import { linkHere } from '../../address';
import { Mark } from '../../parts/mark';
import { Line } from '../../parts/named';
import { codes } from '../../words';
import { number } from '../../words/format';
import { type Matrix, lineCount } from './model';
import { texts } from './words';

/** What one would miss in a table: which line lacks which of the O's, and who takes part nowhere. */
export function Gaps({ matrix, partners }: { matrix: Matrix; partners: boolean }) {
  const said = texts.value;
  const nowhere = matrix.rows.filter((row) => lineCount(row) === 0).length;
  return (
    <section class="panel gaps" aria-labelledby="gaps">
      <h2 id="gaps">{said.gaps}</h2>
      <ul class="plain">
        {matrix.columns.map(({ slug, name, coalition }) => {
          const absent = coalition.helixBalance.shares.filter(({ helix, count }) => count === 0 && helix !== 'INTERMEDIARY');
          return (
            <li key={slug}>
              <span>
                <Line of={{ slug, name }} />: {said.members(coalition.size)}
              </span>
              <ul class="plain keys">
                {coalition.helixBalance.shares.map(({ helix, count }) => (
                  <li key={helix}>
                    <Mark of={helix} />
                    <span class="hidden-visually">{codes.value.helix[helix]}: </span>
                    {number(count)}
                  </li>
                ))}
              </ul>
              {absent.length > 0 ? (
                <strong class="lacks">{said.missing(absent.map(({ helix }) => codes.value.helix[helix]).join(', '))}</strong>
              ) : (
                <span class="soft">{said.complete}</span>
              )}
            </li>
          );
        })}
        {partners && matrix.rows.length > 0 && (
          <li>
            {nowhere === 0 ? (
              <span class="soft">{said.everywhere}</span>
            ) : (
              <>
                <strong class="lacks">{said.nowhere(nowhere)}</strong> <a href={linkHere({ rows: 'nowhere' })}>{said.showNowhere}</a>
              </>
            )}
          </li>
        )}
      </ul>
    </section>
  );
}
