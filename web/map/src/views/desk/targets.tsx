import { linkHere, state, viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { DeskTargetsDocument } from '../../generated/graphql';
import { When } from '../../parts/evidence';
import { useFrame } from '../../parts/frame';
import { More } from '../../parts/more';
import { Empty, Failed, Loading } from '../../parts/states';
import { TARGET_ORDERS } from '../../settings';
import { number } from '../../words/format';
import { deskCodes } from '../../words/desk';
import { type Judged, judged, quadrantOf, sorted } from './judged';
import { OnlyUs, Stance, Target as TargetLink } from './parts';
import { linkToForm } from '../edit/place';
import { Plane, StanceMark } from './plane';
import { Target } from './target';
import { texts } from './words';

/** Whom topics have to reach, on the plane of influence and interest and in a table; or one of them. */
export function Targets() {
  const { target } = state.value;
  return target === null ? <All /> : <Target key={target} id={target} />;
}

function All() {
  const said = texts.value;
  const today = useFrame().data?.network.validAt ?? '';
  const { topic, order } = state.value;
  const pages = usePages(DeskTargetsDocument, { topic, ...viewArguments.value }, (data) => data.network.publicAffairs?.targets ?? null);
  const targets = sorted(judged(pages.nodes, today), order);
  const unjudged = targets.filter((one) => one.influence === null);
  if (pages.totalCount === null) return pages.failure === null ? <Loading /> : <Failed failure={pages.failure} again={pages.again} />;
  if (pages.totalCount === 0) return (
    <Empty title={said.targetsEmpty} help={said.targetsEmptyHelp}>
      <a class="button" href={linkToForm('recordTarget', null)}>
        {said.ways.addTarget}
      </a>
    </Empty>
  );
  return (
    <>
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      <section class="panel" aria-labelledby="plane">
        <h2 id="plane">{said.onPlane}</h2>
        <p class="help">{said.planeHelp}</p>
        <ul class="plain keys small" aria-label={said.stances}>
          {([[1, said.inFavour], [0, said.neutral], [-1, said.against]] as const).map(([position, word]) => (
            <li key={position}>
              <StanceMark position={position} /> {word}
            </li>
          ))}
        </ul>
        <Plane targets={targets} />
        {unjudged.length > 0 && (
          <p>
            {said.unjudged}:{' '}
            {unjudged.map((one, index) => (
              <span key={one.of.id}>
                {index > 0 && ', '}
                <TargetLink of={one.of} />
              </span>
            ))}
          </p>
        )}
      </section>
      <section class="panel" aria-labelledby="targets">
        <h2 id="targets">
          {said.list} <span class="count">({number(pages.totalCount)})</span>
        </h2>
        <div class="scrolls" tabIndex={0} role="group" aria-labelledby="targets">
          <table class="judged-table">
            <thead>
              <tr>
                <th scope="col" class="number">{said.number}</th>
                {TARGET_ORDERS.map((one) => (
                  <th key={one} scope="col" aria-sort={one === order ? (ASCENDING.has(one) ? 'ascending' : 'descending') : undefined}>
                    <a href={linkHere({ order: one })}>
                      {deskCodes.value.order[one]}
                      <span aria-hidden="true">{one === order ? (ASCENDING.has(one) ? ' ↑' : ' ↓') : ''}</span>
                    </a>
                  </th>
                ))}
                <th scope="col">{said.next}</th>
                <th scope="col">{said.quadrant}</th>
              </tr>
            </thead>
            <tbody>
              {targets.map((one, index) => (
                <Row key={one.of.id} of={one} number={index + 1} />
              ))}
            </tbody>
          </table>
        </div>
        <More of={pages} />
      </section>
    </>
  );
}

/** The others begin with the most. */
const ASCENDING: ReadonlySet<string> = new Set(['name', 'topic', 'right', 'seen']);

function Row({ of, number: at }: { of: Judged; number: number }) {
  const said = texts.value;
  return (
    <tr>
      <td class="number">{number(at)}</td>
      <th scope="row">
        <TargetLink of={of.of} /> <OnlyUs of={of.of.audience} />
      </th>
      <td>{of.of.topic === null ? '–' : <bdi>{of.of.topic.title}</bdi>}</td>
      <td>{deskCodes.value.right[of.of.decisionRight]}</td>
      <td class="number">{of.influence ?? '–'}</td>
      <td class="number">{of.interest ?? '–'}</td>
      <td>
        <Stance of={of.position} />
      </td>
      <td>{of.seen === null ? <span class="late">{said.neverSeen}</span> : <When date={of.seen} />}</td>
      <td>{of.next === null ? <span class="soft">{said.noneNext}</span> : <When date={of.next} />}</td>
      <td>{quadrantOf(of)}</td>
    </tr>
  );
}
