import { Body, Organisations } from '../../parts/named';
import { number } from '../../words/format';
import type { Difference } from './outcome';
import { texts } from './words';

/** What happens outside the lines: bodies that lose their chair, who comes loose, whom one cannot reach any more. */
export function Around({ of }: { of: Difference }) {
  const said = texts.value;
  const { connectivity, bodiesWithoutChair, bodiesWithoutSeats } = of;
  const targets = of.targetsOutOfReach ?? [];
  const calm = bodiesWithoutChair.length + bodiesWithoutSeats.length + connectivity.separated.length + connectivity.disconnectedPairs + targets.length === 0;
  return (
    <section class="panel" aria-labelledby="around">
      <h3 id="around">{said.around}</h3>
      {calm && <p class="soft">{said.calm}</p>}
      <Bodies title={said.chairless} of={bodiesWithoutChair} />
      <Bodies title={said.empty} of={bodiesWithoutSeats} />
      {connectivity.piecesBefore !== connectivity.piecesAfter && (
        <dl class="facts-list">
          <dt>{said.pieces}</dt>
          <dd>
            {number(connectivity.piecesBefore)} → {number(connectivity.piecesAfter)}
          </dd>
          <dt>{said.largest}</dt>
          <dd>
            {number(connectivity.largestBefore)} → {number(connectivity.largestAfter)}
          </dd>
        </dl>
      )}
      {connectivity.disconnectedPairs > 0 && <p>{said.pairs(connectivity.disconnectedPairs)}</p>}
      {connectivity.separated.length > 0 && (
        <div>
          <h4>{said.separated}</h4>
          <Organisations of={connectivity.separated} />
        </div>
      )}
      {targets.length > 0 && (
        <div>
          <h4>{said.targets}</h4>
          <ul class="plain people">
            {targets.map(({ id, person, organisation, body }) => (
              <li key={id}>
                <bdi>{(person ?? organisation ?? body)?.name}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Bodies({ title, of }: { title: string; of: readonly { slug: string; name: string }[] }) {
  if (of.length === 0) return null;
  return (
    <div>
      <h4>
        {title} <span class="count">({number(of.length)})</span>
      </h4>
      <ul class="plain people">
        {of.map((body) => (
          <li key={body.slug}>
            <Body of={body} />
          </li>
        ))}
      </ul>
    </div>
  );
}
