import type { Pages } from '../../api/pages';
import type { MeansFragment } from '../../generated/graphql';
import { Period, Sources } from '../../parts/evidence';
import { More } from '../../parts/more';
import { Organisation } from '../../parts/named';
import { Failed, Loading } from '../../parts/states';
import { codes, words } from '../../words';
import { amount, partialDate } from '../../words/format';
import { texts } from './words';

/** Who signed or promised what, on which condition, since when and on whose word. */
export function Promises({ of, none }: { of: Pages<MeansFragment>; none: string }) {
  const said = texts.value;
  return (
    <>
      {of.failure !== null && <Failed failure={of.failure} again={of.again} />}
      {of.totalCount === null && of.failure === null && <Loading />}
      {of.totalCount === 0 && <p class="soft">{none}</p>}
      {of.nodes.length > 0 && (
        <div class="scrolls" tabIndex={0} role="region" aria-label={`${said.promises}. ${said.scroll}.`}>
          <table class="promises">
            <thead>
              <tr>
                <th scope="col">{said.who}</th>
                <th scope="col">{said.what}</th>
                <th scope="col">{said.since}</th>
                <th scope="col">{words.value.evidence.source}</th>
              </tr>
            </thead>
            <tbody>
              {of.nodes.map((one) => (
                <Row key={one.id} of={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More of={of} />
    </>
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
        <Period since={of.since} until={of.until} /> {of.ended && <span class="tag">{texts.value.ended}</span>}
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
