import { Period, Sources, When } from '../../parts/evidence';
import { Mark } from '../../parts/mark';
import { Body, Organisation, Planned } from '../../parts/named';
import { codes, words } from '../../words';
import { date } from '../../words/format';
import { kinds } from '../../words/kinds';
import type { AnsweredMilestone } from './model';
import { type Axis, type Reach, reachOf } from './span';
import { Strip } from './strip';
import { texts } from './words';

/** A milestone: when, how surely, what, to what it belongs, and the same drawn. */
export function Milestone({ of, day, axis }: { of: AnsweredMilestone; day: string; axis: Axis }) {
  const said = texts.value;
  const reach = reachOf(of);
  const doubt = doubtOf(reach);
  return (
    <tr role="row">
      <td role="cell" class="when">
        <Moment of={of} />
        {doubt !== null && <div class="soft small">{doubt}</div>}
        {of.yearInferred && <div class="soft small">{said.year}</div>}
      </td>
      <th role="rowheader" scope="row" class="what">
        <bdi>{of.text}</bdi>
        <div class="soft small">
          {kinds.value.milestone[of.kind]}
          {of.confidence !== 'HIGH' && ` · ${words.value.evidence.confidence}: ${codes.value.confidence[of.confidence].toLowerCase()}`}
        </div>
        <details class="small">
          <summary>
            {said.sources}
            <span class="hidden-visually">
              : <bdi>{of.text}</bdi>
            </span>
          </summary>
          <Sources of={of.sources} />
        </details>
      </th>
      <td role="cell" class="belongs">
        <Belongs of={of} />
      </td>
      <td role="cell" class="drawn" data-reach={reach.kind}>
        <Strip reach={reach} kind={of.kind} day={day} axis={axis} />
      </td>
    </tr>
  );
}

/** When it is, or how long it lasts: a period takes all the time between its two dates. */
export function Moment({ of }: { of: AnsweredMilestone }) {
  const reach = reachOf(of);
  if (reach.kind === 'point' || !reach.whole) return <When date={of.date} />;
  const [from = '', to = from] = of.date.split('/');
  return from === to ? <When date={from} /> : <Period since={from} until={to} />;
}

/** In words what soft ends say: between which days it lies, as far as anybody says. */
function doubtOf(reach: Reach): string | null {
  const said = texts.value;
  if (reach.kind === 'point') return null;
  const { start, end } = reach;
  if (reach.whole) return reach.softStart || reach.softEnd ? said.roughly : null;
  if (start === null) return end === null ? null : said.notLater(date(end));
  if (end === null) return said.notEarlier(date(start));
  return start === end ? said.vague : said.somewhere(date(start), date(end));
}

function Belongs({ of }: { of: AnsweredMilestone }) {
  return (
    <ul class="plain small">
      {of.agreements.map((agreement) => (
        <li key={agreement.slug} class="named">
          <Mark of="agreement" />
          <Planned noun="agreement" of={agreement} />
        </li>
      ))}
      {of.body !== null && (
        <li class="named">
          <Mark of="body" />
          <Body of={of.body} />
        </li>
      )}
      {of.organisation !== null && (
        <li>
          <Organisation of={of.organisation} />
        </li>
      )}
    </ul>
  );
}
