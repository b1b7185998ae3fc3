import type { Pages } from '../../api/pages';
import type { MeansFragment } from '../../generated/graphql';
import { Period, Sources } from '../../parts/evidence';
import { Organisation } from '../../parts/named';
import { PagedTable } from '../../parts/paged-table';
import { codes, words } from '../../words';
import { amount, partialDate } from '../../words/format';
import { texts } from './words';

/** Who signed or promised what, on which condition, since when and on whose word. */
export function Promises({ of, none }: { of: Pages<MeansFragment>; none: string }) {
  const said = texts.value;
  return (
    <PagedTable
      of={of}
      none={none}
      name={{ 'aria-label': `${said.promises}. ${words.value.scrolls}.` }}
      kind="promises"
      heads={[said.who, said.what, said.since, words.value.evidence.source]}
      row={(one) => <Row key={one.id} of={one} />}
    />
  );
}

function Row({ of }: { of: MeansFragment }) {
  return (
    <tr class={of.ended ? 'ended' : undefined}>
      <th scope="row">
        {of.organisations.map((organisation) => (
          <div key={organisation.slug}>
            <Organisation of={organisation} />
          </div>
        ))}
      </th>
      <td>
        <What of={of} />
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

function What({ of }: { of: MeansFragment }) {
  if (of.__typename === 'Seat') return null;
  if (of.__typename === 'Signature') {
    return (
      <>
        {codes.value.signature} {of.signedAs !== null && <bdi class="soft">({of.signedAs})</bdi>}
      </>
    );
  }
  return (
    <>
      {codes.value.promise}, {codes.value.commitment[of.status]}
      {of.ratifiedBy !== null && (
        <div class="small">
          {texts.value.ratified(partialDate(of.ratifiedBy.date))} (<bdi>{of.ratifiedBy.title}</bdi>)
        </div>
      )}
      {of.contributions.map((contribution) => (
        <div key={contribution.id}>
          <Brought of={contribution} />
        </div>
      ))}
      {of.condition !== null && (
        <div class="small">
          {words.value.standing.condition}: <bdi>{of.condition.text}</bdi>
        </div>
      )}
    </>
  );
}

type Contribution = Extract<MeansFragment, { __typename: 'Commitment' }>['contributions'][number];

/** What somebody brings: the exact amount, or that none is stated, and whether it is there. */
export function Brought({ of }: { of: Contribution }) {
  const said = texts.value;
  return (
    <>
      {codes.value.contribution[of.kind]}:{' '}
      {of.amount === null ? said.noAmount : `${of.minimum ? `${said.atLeast} ` : ''}${amount(of.amount, of.unit, of.per)}`}
      {of.realisedOn !== null && <span class="soft"> ({said.delivered(partialDate(of.realisedOn))})</span>}
    </>
  );
}
