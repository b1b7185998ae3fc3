import { state } from '../../address';
import type { Pages } from '../../api/pages';
import { Contributed } from '../../parts/contributed';
import { Mark } from '../../parts/mark';
import { More } from '../../parts/more';
import { Body, Line } from '../../parts/named';
import { Loading } from '../../parts/states';
import type { AnsweredLine } from '.';
import { Initiatives } from './initiatives';
import type { AnsweredInitiative, Programme } from './model';
import { texts } from './words';

interface Props {
  of: readonly AnsweredLine[];
  programme: Programme;
  initiatives: Pages<AnsweredInitiative>;
}

/** Each line with what is brought in, who steers it and what lies under it. */
export function Lines({ of, programme, initiatives }: Props) {
  const said = texts.value;
  const loose = programme.without();
  return (
    <section class="panel" aria-labelledby="lines">
      <h2 id="lines">{said.lines}</h2>
      {of.map((line) => (
        <section key={line.slug} class="of-line" aria-labelledby={`line-${line.slug}`}>
          <h3 id={`line-${line.slug}`} class="named">
            <Mark of="line" />
            <Line of={line} />
          </h3>
          <div class="facts soft">
            {line.kind === 'PRECONDITION' ? <span>{said.precondition}</span> : <span>{said.members(line.coalition.size)}</span>}
            {line.steeringBodies.length > 0 && (
              <span>
                {said.steeredBy}: {line.steeringBodies.map((body, index) => [index > 0 && ', ', <Body key={body.slug} of={body} />])}
              </span>
            )}
            {line.tripartiteShare !== null && <span>{said.tripartite(line.tripartiteShare.count, line.tripartiteShare.of)}</span>}
          </div>
          {(line.kind === 'CONTENT' || line.coalition.contributions.length > 0) && (
            <div>
              <h4 id={`money-${line.slug}`}>{said.money}</h4>
              <Contributed of={line.coalition.contributions} labelledBy={`money-${line.slug}`} />
            </div>
          )}
          {initiatives.totalCount === null ? <Loading /> : <Initiatives of={programme.below(line.slug)} />}
        </section>
      ))}
      {state.value.line === null && loose.length > 0 && (
        <section class="of-line" aria-labelledby="loose">
          <h3 id="loose">{said.loose}</h3>
          <p class="help">{said.looseHelp}</p>
          <Initiatives of={loose} />
        </section>
      )}
      <More of={initiatives} />
    </section>
  );
}
