import { useState } from 'preact/hooks';
import { change, linkTo, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type CoalitionQuery, CoalitionDocument, type CoalitionTier } from '../../generated/graphql';
import { Contributed } from '../../parts/contributed';
import { DayField } from '../../parts/day-field';
import { EditLink } from '../../parts/edit-link';
import { Sources, When } from '../../parts/evidence';
import { Printed } from '../../parts/printed';
import { Answered, NotFound } from '../../parts/states';
import { Balance, Status } from '../../parts/status';
import { useTitle } from '../../parts/title';
import { dayOf } from '../../settings';
import { number } from '../../words/format';
import { Changes } from './changes';
import { Offers } from './offers';
import { Overlaps } from './overlaps';
import { Tier } from './tier';
import { texts } from './words';

export type AnsweredLine = NonNullable<CoalitionQuery['network']['programmeLine']>;
export type AnsweredCoalition = AnsweredLine['coalition'];

const TIERS: readonly CoalitionTier[] = ['CORE', 'WILLING', 'PROSPECT', 'OUTSIDE'];

/** The coalition of a line on a day: who is willing, on what evidence, and what it comes to. */
export function CoalitionView({ slug }: { slug: string }) {
  const shownDay = useShownDay();
  const since = state.value.since ?? aYearBefore(state.value.day ?? shownDay.day);
  const asked = useAnswer(CoalitionDocument, { line: slug, since, ...viewArguments.value });
  shownDay.tell(asked.data?.network.validAt);
  const line = asked.data?.network.programmeLine ?? null;
  useTitle(line === null ? texts.value.subtitle : texts.value.title(line.name));
  return (
    <Answered asked={asked} title={texts.value.subtitle}>
      {({ network }) =>
        network.programmeLine === null ? (
          <NotFound />
        ) : (
          <Page line={network.programmeLine} day={network.validAt} since={since} stale={asked.loading} />
        )
      }
    </Answered>
  );
}

function Page({ line, day, since, stale }: { line: AnsweredLine; day: string; since: string; stale: boolean }) {
  const said = texts.value;
  const { coalition } = line;
  return (
    <article class={stale ? 'page stale' : 'page'} aria-busy={stale}>
      <header>
        <p class="soft">{said.subtitle}</p>
        <h1>
          <bdi>{line.name}</bdi>
        </h1>
        <Printed day={day} />
        {line.kind === 'PRECONDITION' && <p>{said.precondition}</p>}
        <div class="facts">
          <strong>{said.size(coalition.size)}</strong>
          <ul class="plain keys" aria-label={said.statuses}>
            {[...coalition.countByStatus].reverse().filter(({ count }) => count > 0).map(({ status, count }) => (
              <li key={status}>
                <Status of={status} /> {number(count)}
              </li>
            ))}
          </ul>
        </div>
        <div class="actions">
          <a class="button" href={linkTo({ name: 'network' }, { select: `line/${line.slug}` })}>
            {said.onMap}
          </a>
          <EditLink of={`line/${line.slug}`} />
          <button type="button" onClick={() => print()}>
            {said.print}
          </button>
        </div>
      </header>
      <div class="two">
        <section class="panel" aria-labelledby="balance">
          <h2 id="balance">{said.balance}</h2>
          <Balance of={coalition.helixBalance} />
        </section>
        <section class="panel" aria-labelledby="changes">
          <h2 id="changes">{said.changes}</h2>
          <label class="inline">
            {said.compare}
            <DayField day={since} max={day} choose={(chosen, how) => change({ since: chosen }, how)} />
          </label>
          <p class="printed">
            {said.changesSince} <When date={since} />
          </p>
          <Changes of={coalition.changesSince} />
        </section>
      </div>
      <section class="panel" aria-labelledby="members">
        <h2 id="members">{said.members}</h2>
        {TIERS.map((tier) => (
          <Tier key={tier} tier={tier} line={line.slug} />
        ))}
      </section>
      <section class="panel" aria-labelledby="offers">
        <h2 id="offers">{said.offers}</h2>
        <Offers of={coalition.closure} />
      </section>
      <section class="panel" aria-labelledby="contributions">
        <h2 id="contributions">{said.contributions}</h2>
        <Contributed of={coalition.contributions} labelledBy="contributions" />
      </section>
      <Overlaps line={line.slug} />
      <section class="panel" aria-labelledby="sources">
        <h2 id="sources">{said.sources}</h2>
        <Sources of={line.sources} />
      </section>
    </article>
  );
}

/** The day that an answer was about, which is known only once there is one. */
function useShownDay() {
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const tell = (shown: string | undefined) => {
    if (shown !== undefined && state.value.day === null && shown !== day) setDay(shown);
  };
  return { day, tell };
}

/** What one compares with unless another day is chosen. */
function aYearBefore(day: string): string {
  const year = String(Math.max(Number(day.slice(0, 4)) - 1, 1)).padStart(4, '0');
  return dayOf(`${year}${day.slice(4)}`) ?? `${year}-02-28`;
}
