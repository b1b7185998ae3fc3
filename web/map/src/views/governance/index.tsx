import { useMemo } from 'preact/hooks';
import { state, viewArguments } from '../../address';
import { useWhole } from '../../api/whole';
import { GovernanceChartDocument } from '../../generated/graphql';
import { useFrame, useShownDay } from '../../parts/frame';
import { addDays } from '../../parts/months';
import { More } from '../../parts/more';
import { Printed } from '../../parts/printed';
import { Answered, Empty, Failed, Loading } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { ChartOf } from './chart';
import { Selected, useArrival } from './selected';
import { Coming, Stands } from './stands';
import { chairOf, chartOf } from './tree';
import { texts } from './words';
import './governance.css';

/** The bodies on a day: who reports to whom, who sits where for whom, and when they meet. */
export function GovernanceView() {
  useTitle(texts.value.title);
  const frame = useFrame();
  const day = useShownDay();
  return day === null ? <Answered asked={frame} title={texts.value.title}>{() => null}</Answered> : <Page day={day} />;
}

function Page({ day }: { day: string }) {
  const said = texts.value;
  const pages = useWhole(
    GovernanceChartDocument,
    { from: day, before: addDays(day, -1), ...viewArguments.value },
    (data) => data.network.bodies,
  );
  const network = pages.first?.network ?? null;
  const bodies = pages.nodes;
  const chart = useMemo(
    () => chartOf(bodies, network?.organisationOfNetwork?.slug ?? null),
    [network, bodies.length],
  );
  const [noun, named] = state.value.select?.split('/') ?? [];
  const slug = noun === 'body' && named !== undefined ? named : null;
  useArrival(slug);
  const seated = chart.own.filter((body) => body.seats.totalCount > 0);
  const unseated = chart.own.length - seated.length;
  const unchaired = seated.filter((body) => chairOf(body) === null).length;
  return (
    <article class={pages.loading ? 'page wide stale' : 'page wide'} aria-busy={pages.loading}>
      <header>
        <h1>{said.title}</h1>
        <p class="soft">{said.intro}</p>
        <Printed day={day} />
        {bodies.length > 0 && (
          <div class="facts" role="status">
            <strong>{said.bodies(chart.own.length)}</strong>
            {bodies.length > chart.own.length && <span>{said.ofOthers(bodies.length - chart.own.length)}</span>}
            {unchaired > 0 && <span>{said.withoutChair(unchaired)}</span>}
            {unseated > 0 && <span>{said.withoutSeats(unseated)}</span>}
          </div>
        )}
      </header>
      {slug !== null && pages.failure === null && <Selected key={slug} slug={slug} day={day} completeness={network?.completeness ?? []} />}
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      {network === null && pages.failure === null && <Loading />}
      {network !== null && bodies.length === 0 && <Empty title={said.none} help={said.noneHelp} />}
      {bodies.length > 0 && (
        <>
          <ChartOf of={chart} />
          <div class="two">
            <Coming of={bodies} />
            <Stands of={bodies} />
          </div>
        </>
      )}
      <More of={pages} />
    </article>
  );
}
