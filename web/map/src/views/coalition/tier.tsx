import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { type CoalitionStandingsQuery, type CoalitionTier, CoalitionStandingsDocument } from '../../generated/graphql';
import { Period, Reasons } from '../../parts/evidence';
import { More } from '../../parts/more';
import { Organisation } from '../../parts/named';
import { Failed, Loading } from '../../parts/states';
import { Contributions, Status } from '../../parts/status';
import { codes, words } from '../../words';
import { number } from '../../words/format';
import { texts } from './words';

type AnsweredStanding = NonNullable<CoalitionStandingsQuery['network']['programmeLine']>['coalition']['standings']['nodes'][number];

/** Who stands in one tier, 25 at a time. */
export function Tier({ tier, line }: { tier: CoalitionTier; line: string }) {
  const said = texts.value;
  const pages = usePages(
    CoalitionStandingsDocument,
    { line, tier, ...viewArguments.value },
    (data) => data.network.programmeLine?.coalition.standings ?? null,
  );
  const total = pages.totalCount;
  return (
    <section aria-labelledby={`tier-${tier}`}>
      <h3 id={`tier-${tier}`}>
        {codes.value.tier[tier]} {total !== null && <span class="count">({number(total)})</span>}
      </h3>
      <p class="help">{codes.value.tierHelp[tier]}</p>
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      {total === null && pages.failure === null && <Loading />}
      {total === 0 && <p class="soft">{said.noneInTier}</p>}
      <ul class="plain standings">
        {pages.nodes.map((standing) => (
          <StandingRow key={standing.organisation.slug} of={standing} open={tier === 'CORE' || tier === 'WILLING'} />
        ))}
      </ul>
      <More of={pages} />
    </section>
  );
}

function StandingRow({ of, open }: { of: AnsweredStanding; open: boolean }) {
  const said = texts.value;
  return (
    <li>
      <div class="standing-head">
        <Organisation of={of.organisation} />
        <Status of={of.status} />
        <span class="soft">{codes.value.kind[of.organisation.kind]}</span>
        {(of.since !== null || of.until !== null) && (
          <span class="soft">
            <Period since={of.since} until={of.until} />
          </span>
        )}
        {of.strength !== null && of.strength > 0 && (
          <span class="soft">
            {said.strength} {number(of.strength, 2)}
          </span>
        )}
        <Contributions of={of.contributions} />
      </div>
      {of.missing.length > 0 && (
        <p class="missing">
          <strong>{words.value.standing.missing}:</strong>
          <span>{of.missing.map((one) => one.message).join('; ')}</span>
        </p>
      )}
      {of.evidence.length > 0 && (
        <details open={open}>
          <summary>
            {words.value.standing.evidence} ({number(of.evidence.length)})
          </summary>
          <Reasons of={of.evidence} />
        </details>
      )}
    </li>
  );
}
