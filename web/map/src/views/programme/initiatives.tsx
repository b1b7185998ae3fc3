import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { InitiativeMeansDocument } from '../../generated/graphql';
import { Ended, Period, Sources } from '../../parts/evidence';
import { Mark } from '../../parts/mark';
import { Body, Planned } from '../../parts/named';
import { percent } from '../../words/format';
import { kinds } from '../../words/kinds';
import { Item, Opened } from './item';
import { Carriers } from './carriers';
import { type Placed, byEnd } from './model';
import { Promises } from './promises';
import { texts } from './words';

/** Initiatives and what is a part of each. */
export function Initiatives({ of }: { of: readonly Placed[] }) {
  if (of.length === 0) return <p class="soft">{texts.value.noInitiatives}</p>;
  return (
    <ul class="plain initiatives">
      {of.map((placed) => (
        <Row key={placed.initiative.slug} of={placed} />
      ))}
    </ul>
  );
}

function Row({ of: { initiative, share, parts } }: { of: Placed }) {
  const said = texts.value;
  const agreements = initiative.partOf.flatMap(({ whole }) => (whole.__typename === 'Agreement' ? [whole] : []));
  return (
    <Item noun="initiative" slug={initiative.slug} class={initiative.ended ? 'ended' : ''}>
      <div class="standing-head">
        <span class="named">
          <Mark of="initiative" />
          <Planned noun="initiative" of={initiative} />
        </span>
        <span class="soft">
          {kinds.value.initiative[initiative.kind]}
          {share < 100 && `, ${said.share(percent(share / 100))}`}
          {initiative.example && `, ${said.example}`}
          {initiative.knowledge && `, ${said.knowledge}`}
        </span>
        {(initiative.since !== null || initiative.until !== null) && (
          <span class="soft">
            <Period since={initiative.since} until={initiative.until} />
          </span>
        )}
        <Ended when={initiative.ended} />
        {initiative.reachedLevel !== null && (
          <span class="badge">
            <span aria-hidden="true">{initiative.reachedLevel === 'PLUS' ? '◆◆' : '◆◇'}</span>
            {said.levelReached(kinds.value.ambition[initiative.reachedLevel].toLowerCase())}
          </span>
        )}
      </div>
      {!initiative.ended && <Carriers label={said.carriedBy} of={initiative.participations} />}
      {agreements.length > 0 && (
        <div class="small">
          {said.paidBy}: {agreements.map((agreement, index) => [index > 0 && ', ', <Planned key={agreement.slug} noun="agreement" of={agreement} />])}
        </div>
      )}
      <Opened noun="initiative" slug={initiative.slug} label={said.promises} about={initiative.name}>
        {() => <Means slug={initiative.slug} />}
      </Opened>
      {parts.length > 0 && <Initiatives of={byEnd(parts)} />}
    </Item>
  );
}

/** Who promised what to an initiative, the goals that it serves, and who says so. */
function Means({ slug }: { slug: string }) {
  const said = texts.value;
  const pages = usePages(InitiativeMeansDocument, { slug, ...viewArguments.value }, (data) => data.network.initiative?.participations ?? null);
  const initiative = pages.first?.network.initiative ?? null;
  return (
    <>
      <Promises of={pages} none={said.noPromises} />
      {initiative !== null && (
        <div class="small">
          {initiative.steeringBodies.length > 0 && (
            <p>
              {said.steeredBy}: {initiative.steeringBodies.map((body, index) => [index > 0 && ', ', <Body key={body.slug} of={body} />])}
            </p>
          )}
          <Goals of={initiative.goals} />
          <p>{said.sources}:</p>
          <Sources of={initiative.sources} />
        </div>
      )}
    </>
  );
}

/** The goals that something serves or sets. */
export function Goals({ of }: { of: readonly { id: string; text: string }[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <p>{texts.value.goals}:</p>
      <ul class="plain">
        {of.map((goal) => (
          <li key={goal.id}>
            <bdi>{goal.text}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
