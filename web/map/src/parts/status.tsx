import type { CoalitionStatus, ContributionKind, HelixBalanceFragment } from '../generated/graphql';
import { codes, words } from '../words';
import { amount, number, percent } from '../words/format';
import { Mark, colourOf } from './mark';

/** How far somebody has come, as dots beside the word. */
export const DOTS: Record<CoalitionStatus, string> = {
  CONTRIBUTING: '●●●●', RATIFIED: '●●●○', PLEDGED: '●●○○', CONSIDERING: '●○○○', FORMER: '○○○○', NONE: '', DECLINED: '✕',
};

export function Status({ of }: { of: CoalitionStatus }) {
  return (
    <span class={`badge ${of}`}>
      <span class="dots" aria-hidden="true">{DOTS[of]}</span>
      {codes.value.status[of]}
    </span>
  );
}

/** What each of the O's has in it: a bar, and the same in words. */
export function Balance({ of }: { of: HelixBalanceFragment }) {
  const said = words.value.balance;
  const there = of.shares.filter((share) => share.count > 0);
  // Who stands between the O's counts for none of them: shares are of the three, and so is the bar.
  const drawn = there.filter((share) => share.share !== null);
  const absent = of.shares.filter((share) => share.count === 0 && share.helix !== 'INTERMEDIARY');
  if (there.length === 0) return <p class="help">{said.unknown}</p>;
  return (
    <>
      <div class="shares" aria-hidden="true" hidden={drawn.length === 0}>
        {drawn.map((share) => (
          <span key={share.helix} style={{ flexGrow: share.count, background: `var(${colourOf(share.helix)})` }} />
        ))}
      </div>
      <ul class="plain keys">
        {of.shares.map((share) => (
          <li key={share.helix}>
            <Mark of={share.helix} />
            {codes.value.helix[share.helix]}: {number(share.count)}
            {share.share !== null && <span class="soft">({percent(share.share)})</span>}
          </li>
        ))}
      </ul>
      <p>
        {of.tripartite === true && said.all}
        {of.tripartite === false && said.missing(absent.map((share) => codes.value.helix[share.helix]).join(', '))}{' '}
        {of.evenness !== null && (
          <span class="soft">
            {said.evenness}: {number(of.evenness, 2)}
          </span>
        )}
      </p>
    </>
  );
}

export interface Brought {
  kind: ContributionKind;
  amount: string | null;
  unit: string | null;
  per: string | null;
}

/** What a promise brings, in a line. */
export function Contributions({ of }: { of: readonly Brought[] }) {
  if (of.length === 0) return null;
  return (
    <span>
      {of.map((one) => `${codes.value.contribution[one.kind]}${one.amount === null ? '' : ` ${amount(one.amount, one.unit, one.per)}`}`).join('; ')}
    </span>
  );
}
