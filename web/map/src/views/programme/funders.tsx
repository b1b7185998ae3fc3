import { Organisation } from '../../parts/named';
import { codes } from '../../words';
import { partialDate } from '../../words/format';
import { AMBITION_LEVELS, type Ambitious, reached } from './ambitions';
import { Brought } from './promises';
import { texts } from './words';

type Participating = Ambitious['participations']['nodes'][number];
type Funder = Extract<Participating, { status: unknown }>;
type Level = (typeof AMBITION_LEVELS)[number];

/** Whose money a level waits for; money of anybody else counts for neither. */
function levelOf(funder: Funder): Level | null {
  const layers = funder.organisations.map((organisation) => organisation.layer);
  if (layers.includes('MUNICIPAL')) return 'BASE';
  return layers.includes('PROVINCIAL') || layers.includes('NATIONAL') ? 'PLUS' : null;
}

/** The money behind each level: whose, how much, and how sure. */
export function Funders({ of }: { of: Ambitious }) {
  const said = texts.value;
  const funders = of.participations.nodes.flatMap((one) => ('status' in one && one.contributions.some(isMoney) ? [one] : []));
  const others = funders.filter((funder) => levelOf(funder) === null);
  const more = of.participations.totalCount - of.participations.nodes.length;
  return (
    <>
      <tr class="funders">
        <th scope="row">{said.moneyRow}</th>
        {AMBITION_LEVELS.map((level) => (
          <td key={level} class={reached(of, level) ? 'reached' : undefined}>
            <div class="soft small">{said.moneyOf[level]}</div>
            <Promised of={funders.filter((funder) => levelOf(funder) === level)} />
          </td>
        ))}
      </tr>
      {others.length > 0 && (
        <tr>
          <th scope="row">{said.moneyOfOthers}</th>
          <td colSpan={2}>
            <Promised of={others} />
          </td>
        </tr>
      )}
      {more > 0 && (
        <tr>
          <td />
          <td colSpan={2} class="soft">
            {said.more(more)}
          </td>
        </tr>
      )}
    </>
  );
}

function isMoney(contribution: { kind: string }): boolean {
  return contribution.kind === 'BUDGET';
}

function Promised({ of }: { of: readonly Funder[] }) {
  const said = texts.value;
  if (of.length === 0) return <span class="soft">{said.noMoney}</span>;
  return (
    <ul class="plain aims">
      {of.map((funder) => (
        <li key={funder.id}>
          {funder.organisations.map((organisation) => (
            <Organisation key={organisation.slug} of={organisation} />
          ))}
          {funder.contributions.filter(isMoney).map((contribution) => (
            <div key={contribution.id}>
              <Brought of={contribution} />
            </div>
          ))}
          <div class="soft small">
            {(funder.status !== 'RATIFIED' || funder.ratifiedBy === null) && `${codes.value.commitment[funder.status]}; `}
            {funder.ratifiedBy === null ? said.noDecision : said.ratified(partialDate(funder.ratifiedBy.date))}
          </div>
          {funder.condition !== null && <bdi class="soft small">{funder.condition.text}</bdi>}
        </li>
      ))}
    </ul>
  );
}
