import type { ComponentChildren } from 'preact';
import { type NamedOrganisation, Organisation } from '../../parts/named';
import { words } from '../../words';
import { euros, number } from '../../words/format';
import type { AnsweredCoalition } from '.';
import { texts } from './words';

interface AnsweredOffer {
  organisation: NamedOrganisation;
  amount: string;
  commitment: { id: string; condition: { text: string } | null };
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
  return (
    <li>
      <div class="standing-head">
        <Organisation of={of.organisation} />
        {!isNothing(of.amount) && <span>{euros(of.amount)}</span>}
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

function isNothing(amount: string): boolean {
  return Number(amount) === 0;
}
