import { state, viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { useWhole } from '../../api/whole';
import { type ProgrammeAgreementsQuery, AgreementPartiesDocument, ProgrammeAgreementsDocument } from '../../generated/graphql';
import { Ended, Outside, Period, Sources, safeLink } from '../../parts/evidence';
import { Mark } from '../../parts/mark';
import { More } from '../../parts/more';
import { Line, Planned } from '../../parts/named';
import { Failed, Loading } from '../../parts/states';
import { amount, partialDate } from '../../words/format';
import { kinds } from '../../words/kinds';
import { Carriers } from './carriers';
import { Goals } from './initiatives';
import { Item, Lost, Opened } from './item';
import type { Programme } from './model';
import { Promises } from './promises';
import { texts } from './words';

type Answer = ProgrammeAgreementsQuery['network'];
type AnsweredAgreement = Answer['agreements']['nodes'][number];

/** Agreements with their period, money and parties; what is over comes last. */
export function Agreements({ programme }: { programme: Programme }) {
  const said = texts.value;
  const pages = useWhole(ProgrammeAgreementsDocument, viewArguments.value, (data) => data.network.agreements);
  const { line } = state.value;
  const shown = pages.nodes
    .filter((agreement) => line === null || programme.linesOfAgreement(agreement).has(line))
    .sort((one, other) => Number(one.ended) - Number(other.ended));
  return (
    <section class="panel" aria-labelledby="agreements">
      <h2 id="agreements">{said.agreements}</h2>
      <Lost noun="agreement" of={pages} />
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      {pages.totalCount === null && pages.failure === null && <Loading />}
      {pages.totalCount !== null && shown.length === 0 && <p class="soft">{said.noAgreements}</p>}
      <ul class="plain standings agreements">
        {shown.map((agreement) => (
          <Agreement key={agreement.slug} of={agreement} completeness={pages.first?.network.completeness ?? []} />
        ))}
      </ul>
      <More of={pages} />
    </section>
  );
}

function Agreement({ of, completeness }: { of: AnsweredAgreement; completeness: Answer['completeness'] }) {
  const said = texts.value;
  const website = safeLink(of.website);
  return (
    <Item noun="agreement" slug={of.slug} class={of.ended ? 'ended' : ''}>
      <div class="standing-head">
        <h3 class="named">
          <Mark of="agreement" />
          <Planned noun="agreement" of={of} />
        </h3>
        <span class="soft">
          {kinds.value.agreement[of.kind]}, {kinds.value.agreementStatus[of.status].toLowerCase()}
        </span>
        <Ended when={of.ended} />
      </div>
      <div class="facts">
        <span>
          {said.period}: <Period since={of.since} until={of.until} />
          {of.signed !== null && ` (${said.signed(partialDate(of.signed))})`}
        </span>
        {of.amount !== null && <strong>{amount(of.amount, of.unit)}</strong>}
        <span>
          {said.covers}: {of.covers.length === 0 && <span class="soft">{said.noLine}</span>}
          {of.covers.map((line, index) => [index > 0 && ', ', <Line key={line.slug} of={line} />])}
        </span>
        {of.buildsOn !== null && (
          <span>
            {said.buildsOn} <Planned noun="agreement" of={of.buildsOn} />
          </span>
        )}
        {website !== null && <Outside href={website}>{said.website}</Outside>}
      </div>
      <Carriers label={said.partiesHead} of={of.participations} />
      {completeness
        .filter(({ subject }) => subject?.__typename === 'Agreement' && subject.slug === of.slug)
        .map(({ what, declared, known }) => (
          <p key={what} class="small">
            {said.declared(what, declared, known)}
          </p>
        ))}
      <Opened noun="agreement" slug={of.slug} label={said.parties} about={of.name}>
        {() => <Parties slug={of.slug} />}
      </Opened>
    </Item>
  );
}

/** Who signed an agreement and who promises what to it, the goals that it sets, and who says so. */
function Parties({ slug }: { slug: string }) {
  const said = texts.value;
  const pages = usePages(AgreementPartiesDocument, { slug, ...viewArguments.value }, (data) => data.network.agreement?.participations ?? null);
  const agreement = pages.first?.network.agreement ?? null;
  return (
    <>
      <Promises of={pages} none={said.noParties} />
      {agreement !== null && (
        <div class="small">
          <Goals of={agreement.goals} />
          <p>{said.sources}:</p>
          <Sources of={agreement.sources} />
        </div>
      )}
    </>
  );
}
