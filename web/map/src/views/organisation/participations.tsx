import { useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { type OrganisationParticipationsQuery, OrganisationParticipationsDocument } from '../../generated/graphql';
import { Period, Sources } from '../../parts/evidence';
import { Mark } from '../../parts/mark';
import { Named } from '../../parts/named';
import { PagedTable } from '../../parts/paged-table';
import { Contributions } from '../../parts/status';
import { codes, words } from '../../words';
import { number } from '../../words/format';
import { texts } from './words';

type Answered = NonNullable<OrganisationParticipationsQuery['network']['organisation']>['participations']['nodes'][number];

/** Where an organisation takes part, since when and on whose word; what has ended stays and says so. */
export function Participations({ slug }: { slug: string }) {
  const said = texts.value;
  const [includeEnded, setIncludeEnded] = useState(true);
  const pages = usePages(
    OrganisationParticipationsDocument,
    { slug, includeEnded, ...viewArguments.value },
    (data) => data.network.organisation?.participations ?? null,
  );
  return (
    <section class="panel" aria-labelledby="participations">
      <h2 id="participations">
        {said.participations} {pages.totalCount !== null && <span class="count">({number(pages.totalCount)})</span>}
      </h2>
      <label class="inline">
        <input type="checkbox" checked={includeEnded} onChange={(event) => setIncludeEnded(event.currentTarget.checked)} />
        {said.includeEnded}
      </label>
      <PagedTable
        of={pages}
        none={said.noParticipations}
        name={{ 'aria-labelledby': 'participations' }}
        kind="wide"
        heads={[said.where, said.as, said.period, words.value.evidence.source]}
        row={(one) => <Row key={one.id} of={one} />}
      />
    </section>
  );
}

function Row({ of }: { of: Answered }) {
  return (
    <tr class={of.ended ? 'ended' : undefined}>
      <th scope="row">
        <Venue of={of.venue} />
      </th>
      <td>
        <As of={of} />
      </td>
      <td>
        <Period since={of.since} until={of.until} ended={of.ended} />
      </td>
      <td>
        <Sources of={of.sources} />
      </td>
    </tr>
  );
}

const NOUNS = { Body: 'body', ProgrammeLine: 'line', Initiative: 'initiative', Agreement: 'agreement' } as const;

function Venue({ of }: { of: Answered['venue'] }) {
  const noun = NOUNS[of.__typename];
  return (
    <span class="named">
      <Mark of={noun} />
      <Named noun={noun} of={of} />
    </span>
  );
}

function As({ of }: { of: Answered }) {
  switch (of.__typename) {
    case 'Seat':
      return (
        <>
          {codes.value.role[of.role]}
          {of.holder !== null && (
            <>
              {' · '}
              <bdi>{of.holder.name}</bdi>
            </>
          )}
        </>
      );
    case 'Commitment':
      return (
        <>
          {codes.value.promise}
          {of.status !== 'PLEDGED' && `, ${codes.value.commitment[of.status]}`}
          {of.contributions.length > 0 && ' · '}
          <Contributions of={of.contributions} />
          {of.condition !== null && (
            <div class="small">
              {words.value.standing.condition}: <bdi>{of.condition.text}</bdi>
            </div>
          )}
        </>
      );
    case 'Signature':
      return <>{codes.value.signature}</>;
  }
}
