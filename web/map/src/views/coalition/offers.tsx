import type { ComponentChildren } from 'preact';
import { type NamedOrganisation, Organisation } from '../../parts/named';
import type { OfferedFragment } from '../../generated/graphql';
import { Contributions } from '../../parts/status';
import { codes, words } from '../../words';
import { euros, number } from '../../words/format';
import type { AnsweredCoalition } from '.';
import { texts } from './words';

interface AnsweredOffer {
  organisation: NamedOrganisation;
  amount: string;
  commitment: OfferedFragment;
}

/** Who joins on which condition: certain, only together, and blocked, with what would unlock them. */
export function Offers({ of }: { of: AnsweredCoalition['closure'] }) {
  const said = texts.value;
  if (of.offerCount === 0) return <p class="soft">{said.noOffers}</p>;
  return (
    <div class="two">
      <Group title={said.certain} help={said.certainHelp} count={of.certain.totalCount} sum={said.sum(of.certainSum.parties, euros(of.certainSum.amount))}>
        {of.certain.nodes.map((offer) => (
          <Offer key={offer.commitment.id} of={offer} />
        ))}
      </Group>
      <Group title={said.together} help={said.togetherHelp} count={of.together.totalCount}>
        {of.together.nodes.map((offer) => (
          <Offer key={offer.commitment.id} of={offer} />
        ))}
      </Group>
      <Group title={said.blocked} help={said.blockedHelp} count={of.blocked.totalCount}>
        {of.blocked.nodes.map((offer) => (
          <Offer key={offer.commitment.id} of={offer}>
            <div>
              {said.fails}: <bdi>{offer.failingClause.text}</bdi>
            </div>
            <strong>{said.unlocks(offer.unlock.parties, isNothing(offer.unlock.amount) ? '' : euros(offer.unlock.amount))}</strong>
          </Offer>
        ))}
      </Group>
    </div>
  );
}

function Group({ title, help, count, sum, children }: { title: string; help: string; count: number; sum?: string; children: ComponentChildren }) {
  return (
    <div>
      <h3>
        {title} <span class="count">({number(count)})</span>
      </h3>
      <p class="help">{help}</p>
      {sum !== undefined && <p>{sum}</p>}
      <ul class="plain offers">{children}</ul>
    </div>
  );
}

function Offer({ of, children }: { of: AnsweredOffer; children?: ComponentChildren }) {
  const { commitment } = of;
  return (
    <li>
      <div class="standing-head">
        <Organisation of={of.organisation} />
        {!isNothing(of.amount) && <span>{euros(of.amount)}</span>}
      </div>
      <div class="small soft">
        {codes.value.commitment[commitment.status]}: <bdi>{venueOf(commitment.venue)}</bdi>
        {!isWhole(of) && (
          <>
            ; {texts.value.partOf} <Contributions of={commitment.contributions} />
          </>
        )}
      </div>
      {of.commitment.condition !== null && (
        <div class="small">
          {words.value.standing.condition}: <bdi>{of.commitment.condition.text}</bdi>
        </div>
      )}
      {children}
    </li>
  );
}

/** Whether all that was promised counts for the line; of a promise to an initiative it may be a part. */
function isWhole({ amount, commitment }: AnsweredOffer): boolean {
  const once = commitment.contributions.filter((one) => one.unit === 'EUR' && one.per === null);
  return isNothing(amount) || once.reduce((sum, one) => sum + Number(one.amount), 0) === Number(amount);
}

/** To what it was promised. */
function venueOf(venue: OfferedFragment['venue']): string {
  switch (venue.__typename) {
    case 'ProgrammeLine': return venue.lineName;
    case 'Initiative': return venue.initiativeName;
    case 'Agreement': return venue.agreementName;
    case 'Body': return venue.bodyName;
  }
}

function isNothing(amount: string): boolean {
  return Number(amount) === 0;
}
