import type { CoalitionTier, SideFragment, TierFragment } from '../../generated/graphql';
import { Organisation } from '../../parts/named';
import { codes } from '../../words';
import { number } from '../../words/format';
import { texts } from './words';

const TIERS = ['core', 'willing', 'prospect'] as const satisfies (keyof SideFragment)[];
const CODES: Record<(typeof TIERS)[number], CoalitionTier> = { core: 'CORE', willing: 'WILLING', prospect: 'PROSPECT' };

/** All members by tier, today beside the scenario; who comes and who goes is marked. */
export function Aside({ before, after }: { before: SideFragment; after: SideFragment }) {
  const said = texts.value;
  return (
    <details>
      <summary>{said.aside}</summary>
      <div class="two">
        <Column title={said.today} of={before} other={after} sign="−" word={said.away} />
        <Column title={said.then} of={after} other={before} sign="+" word={said.here} />
      </div>
    </details>
  );
}

function Column({ title, of, other, sign, word }: { title: string; of: SideFragment; other: SideFragment; sign: string; word: string }) {
  return (
    <div class="column">
      <h4>{title}</h4>
      {TIERS.map((tier) => (
        <Members key={tier} tier={CODES[tier]} of={of[tier]} other={other[tier]} sign={sign} word={word} />
      ))}
    </div>
  );
}

function Members({ tier, of, other, sign, word }: { tier: CoalitionTier; of: TierFragment; other: TierFragment; sign: string; word: string }) {
  const said = texts.value;
  const there = new Set(other.nodes.map(({ organisation }) => organisation.slug));
  // Of a longer list than one page nobody knows who is not in it.
  const whole = other.totalCount === other.nodes.length;
  return (
    <div>
      <h5>
        {codes.value.tier[tier]} <span class="count">({number(of.totalCount)})</span>
      </h5>
      {of.totalCount === 0 && <p class="soft small">{said.nobody}</p>}
      <ul class="plain small">
        {of.nodes.map(({ organisation }) => (
          <li key={organisation.slug} class={whole && !there.has(organisation.slug) ? 'differs' : undefined}>
            <Organisation of={organisation} />
            {whole && !there.has(organisation.slug) && (
              <strong>
                {' '}
                <span aria-hidden="true">{sign}</span> <span class="hidden-visually">{word}</span>
              </strong>
            )}
          </li>
        ))}
      </ul>
      {of.totalCount > of.nodes.length && <p class="soft small">{said.more(of.totalCount - of.nodes.length)}</p>}
    </div>
  );
}
