import { change, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { usePages } from '../../api/pages';
import { DeskCoverageDocument, DeskTargetsDocument } from '../../generated/graphql';
import { Answered } from '../../parts/states';
import { percent } from '../../words/format';
import { Target } from './parts';
import { texts } from './words';

/** Whom to talk to when only so many talks can be had, and who is left then. */
export function Few() {
  const said = texts.value;
  const { talks, topic } = state.value;
  // A topic is asked for by its targets, which are known once they are listed.
  const pages = usePages(DeskTargetsDocument, { topic, ...viewArguments.value }, (data) => data.network.publicAffairs?.targets ?? null);
  const targets = topic === null ? null : pages.nodes.map(({ id }) => id);
  const asked = useAnswer(
    DeskCoverageDocument,
    topic !== null && pages.totalCount === null ? null : { targets, talks: Number(talks), ...viewArguments.value },
  );
  return (
    <section class="panel" aria-labelledby="few">
      <h2 id="few">{said.few}</h2>
      <p class="help">{said.fewHelp}</p>
      <label class="inline">
        {said.fewTalks}
        <input
          type="number"
          min={1}
          max={25}
          value={talks}
          onChange={(event) => event.currentTarget.validity.valid && change({ talks: event.currentTarget.value })}
        />
      </label>
      <Answered asked={asked}>
        {({ network: { publicAffairs } }) => {
          const plan = publicAffairs?.coverage;
          if (plan === undefined || plan.talks.length === 0) return <p>{said.fewNone}</p>;
          return (
            <>
              <ol>
                {plan.talks.map(({ person, gain }) => (
                  <li key={person.id}>
                    <bdi>{person.name}</bdi> <span class="soft">({said.fewGain(percent(gain / plan.atStake))})</span>
                  </li>
                ))}
              </ol>
              <p>
                {said.fewReach(percent(plan.value / plan.atStake))} {plan.exact ? said.fewBest : said.fewBound(percent(plan.upperBound / plan.atStake))}
              </p>
              {plan.uncovered.length > 0 && (
                <p>
                  {said.fewLeft}:{' '}
                  {plan.uncovered.map((target, index) => (
                    <span key={target.id}>
                      {index > 0 && ', '}
                      <Target of={target} />
                    </span>
                  ))}
                </p>
              )}
            </>
          );
        }}
      </Answered>
    </section>
  );
}
