import type { ContributionKind } from '../generated/graphql';
import { codes } from '../words';
import { amount, number } from '../words/format';
import { means } from '../words/means';

export interface Total {
  kind: ContributionKind;
  unit: string | null;
  per: string | null;
  parties: number;
  withoutAmount: number;
  pledged: string;
  ratified: string;
  realised: string;
}

/** What is brought: promised, decided and delivered. `labelledBy` is the id of the heading above it. */
export function Contributed({ of, labelledBy }: { of: readonly Total[]; labelledBy: string }) {
  const said = means.value;
  if (of.length === 0) return <p class="soft">{said.none}</p>;
  return (
    <div class="scrolls" tabIndex={0} role="group" aria-labelledby={labelledBy}>
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">{said.kind}</th>
            <th scope="col" class="number">{said.parties}</th>
            <th scope="col" class="number">{said.pledged}</th>
            <th scope="col" class="number">{said.ratified}</th>
            <th scope="col" class="number">{said.realised}</th>
            <th scope="col" class="number">{said.withoutAmount}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((total) => (
            <tr key={`${total.kind} ${total.unit} ${total.per}`}>
              <th scope="row">{codes.value.contribution[total.kind]}</th>
              <td class="number">{number(total.parties)}</td>
              <td class="number">{sum(total.pledged, total)}</td>
              <td class="number">{sum(total.ratified, total)}</td>
              <td class="number">{sum(total.realised, total)}</td>
              <td class="number">{number(total.withoutAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A sum, or a dash where nobody states an amount: nothing is not the same as not said. */
function sum(value: string, { unit, per }: Total): string {
  return unit === null ? '–' : amount(value, unit, per);
}
