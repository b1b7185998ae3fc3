import { linkHere, state } from '../../address';
import { When } from '../../parts/evidence';
import { Mark } from '../../parts/mark';
import { codes, words } from '../../words';
import { number } from '../../words/format';
import { kinds } from '../../words/kinds';
import { Steered } from './steered';
import { type AnsweredBody, type Branch, type Chart, type Stand, chairOf, standOf } from './tree';
import { texts } from './words';

/** The chart: nested lists, which a wide window draws as columns with lines between them. */
export function ChartOf({ of }: { of: Chart }) {
  const said = texts.value;
  return (
    <section class="panel" aria-labelledby="chart">
      <h2 id="chart">{said.chart}</h2>
      <p class="help">{said.chartHelp}</p>
      <div class="scrolls" tabIndex={0} role="region" aria-label={`${said.chart}. ${words.value.scrolls}.`}>
        <ul class="plain tree roots">
          {of.roots.map((root) => (
            <Limb key={root.body.slug} of={root} above={null} fanned={false} />
          ))}
        </ul>
      </div>
      {of.others.length > 0 && (
        <details>
          <summary>
            {said.others} <span class="count">({number(of.others.length)})</span>
          </summary>
          <p class="help">{said.othersHelp}</p>
          <Plain of={of.others} />
        </details>
      )}
    </section>
  );
}

/** A body with what reports to it. The first place where the chart parts is drawn as columns, all below it as steps. */
function Limb({ of, above, fanned }: { of: Branch; above: AnsweredBody | null; fanned: boolean }) {
  const fans = !fanned && of.below.length > 1;
  return (
    <li class={of.body.parentBasis === 'INFERRED' && of.body.parent !== null ? 'inferred' : undefined}>
      <Card of={of.body} above={above} />
      {of.below.length > 0 && (
        <ul class={fans ? 'plain tree fan' : fanned ? 'plain tree steps' : 'plain tree stem'}>
          {of.below.map((branch) => (
            <Limb key={branch.body.slug} of={branch} above={of.body} fanned={fanned || fans} />
          ))}
        </ul>
      )}
      {of.organs.length > 0 && (
        <details class="organs">
          <summary>{texts.value.organs(of.organs.length)}</summary>
          <Plain of={of.organs} />
        </details>
      )}
    </li>
  );
}

/** Bodies by name only. */
export function Plain({ of }: { of: readonly AnsweredBody[] }) {
  return (
    <ul class="plain bodies">
      {of.map((body) => (
        <li key={body.slug}>
          <Name of={body} />
        </li>
      ))}
    </ul>
  );
}

/** A body as a link that selects it. */
export function Name({ of }: { of: { slug: string; name: string } }) {
  const select = `body/${of.slug}`;
  return (
    <span class="named">
      <Mark of="body" />
      <a href={linkHere({ select })} data-body={of.slug} aria-current={state.value.select === select ? 'true' : undefined}>
        <bdi>{of.name}</bdi>
      </a>
    </span>
  );
}

/** A body at a glance: who chairs it, how many sit there and for which O's, when it meets. */
function Card({ of, above }: { of: AnsweredBody; above: AnsweredBody | null }) {
  const said = texts.value;
  const chair = chairOf(of);
  const stand = standOf(of);
  const next = of.next.nodes[0];
  const last = of.last.nodes[0];
  return (
    <div class={state.value.select === `body/${of.slug}` ? 'card chosen' : 'card'}>
      <Name of={of} />
      <div class="soft small">
        {kinds.value.body[of.kind]}
        {of.parent !== null && of.parentBasis === 'INFERRED' && ` · ${said.inferred}`}
      </div>
      {of.seats.totalCount === 0 ? (
        <div class="soft small">{said.noSeats}</div>
      ) : (
        <>
          <div class="small">{chair === null ? <span class="soft">{said.noChair}</span> : <Chair of={chair} />}</div>
          <Shares of={of} />
        </>
      )}
      {(next ?? last) !== undefined && (
        <div class="small">
          {next === undefined ? said.lastMeeting : said.nextMeeting}: <When date={(next ?? last)!.date} />
        </div>
      )}
      <Steered of={of.steers.filter((one) => !above?.steers.some((other) => other.slug === one.slug))} />
      {(stand === 'chartOnly' || stand === 'scheduleOnly') && <StandTag of={stand} />}
    </div>
  );
}

function Chair({ of }: { of: NonNullable<ReturnType<typeof chairOf>> }) {
  const [first] = of.organisations;
  return (
    <>
      {texts.value.chair}: <bdi>{of.holder?.name ?? texts.value.unnamed}</bdi>
      {first !== undefined && (
        <span class="soft">
          {' '}
          (<bdi>{first.name}</bdi>)
        </span>
      )}
    </>
  );
}

/** How many sit there, and how many organisations of each O. */
function Shares({ of }: { of: AnsweredBody }) {
  // A seat of a group is one for many, so organisations do not add up to seats.
  const organisations = of.helixBalance.shares.reduce((sum, share) => sum + share.count, 0);
  return (
    <ul class="plain keys small">
      <li>
        {texts.value.seats(of.seats.totalCount)}
        {organisations > 0 && `, ${texts.value.seatedFor(organisations)}`}
      </li>
      {of.helixBalance.shares.filter((share) => share.count > 0).map((share) => (
        <li key={share.helix} title={codes.value.helix[share.helix]}>
          <Mark of={share.helix} />
          <span class="hidden-visually">{codes.value.helix[share.helix]}: </span>
          {number(share.count)}
        </li>
      ))}
    </ul>
  );
}

/** A mark of what stands in only one of the two. */
export function StandTag({ of }: { of: Stand }) {
  const signs: Record<Stand, string> = { both: '◧◨', chartOnly: '◧', scheduleOnly: '◨', neither: '☐' };
  return (
    <span class={`stand ${of}`}>
      <span aria-hidden="true">{signs[of]}</span> {texts.value[of]}
    </span>
  );
}
