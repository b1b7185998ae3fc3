import { codes } from '../../words';
import { amount, number } from '../../words/format';
import type { AnsweredCoalition } from '.';
import { texts } from './words';

/** What a coalition brings: promised, decided and delivered. */
export function Contributed({ of }: { of: AnsweredCoalition['contributions'] }) {
  const said = texts.value;
  if (of.length === 0) return <p class="soft">{said.noContributions}</p>;
  return (
    <div class="scrolls" tabIndex={0} role="group" aria-labelledby="contributions">
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
              <td class="number">{amount(total.pledged, total.unit, total.per)}</td>
              <td class="number">{amount(total.ratified, total.unit, total.per)}</td>
              <td class="number">{amount(total.realised, total.unit, total.per)}</td>
              <td class="number">{number(total.withoutAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
