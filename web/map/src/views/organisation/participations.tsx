import { useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { type OrganisationParticipationsQuery, OrganisationParticipationsDocument } from '../../generated/graphql';
import { Period, Sources } from '../../parts/evidence';
import { Mark } from '../../parts/mark';
import { More } from '../../parts/more';
import { Named } from '../../parts/named';
import { Failed, Loading } from '../../parts/states';
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
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      {pages.totalCount === null && pages.failure === null && <Loading />}
      {pages.totalCount === 0 && <p class="soft">{said.noParticipations}</p>}
      {pages.nodes.length > 0 && (
        <div class="scrolls" tabIndex={0} role="group" aria-labelledby="participations">
          <table class="wide">
            <thead>
              <tr>
                <th scope="col">{said.where}</th>
                <th scope="col">{said.as}</th>
                <th scope="col">{said.period}</th>
                <th scope="col">{words.value.evidence.source}</th>
              </tr>
            </thead>
            <tbody>
              {pages.nodes.map((one) => (
                <Row key={one.id} of={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More of={pages} />
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
        <Period since={of.since} until={of.until} /> {of.ended && <span class="tag">{texts.value.ended}</span>}
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
          {codes.value.promise}, {codes.value.commitment[of.status]}
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
