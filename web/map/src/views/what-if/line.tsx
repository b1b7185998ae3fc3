import { viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type AssumptionInput, WhatIfLineDocument } from '../../generated/graphql';
import { Line, Organisation } from '../../parts/named';
import { Answered } from '../../parts/states';
import { Aside } from './aside';
import { BrokersOf } from './brokers';
import { Compare } from './compare';
import { type Grounds, Moves } from './moves';
import type { Difference } from './outcome';
import { texts } from './words';

interface LineProps extends Omit<Grounds, 'line' | 'after'> {
  line: { slug: string; name: string };
  moves: Difference['standings'];
  taken: AssumptionInput[];
}

/** What becomes of one line, beside what it is today. */
export function LineOutcome({ line, moves, taken, ...grounds }: LineProps) {
  const said = texts.value;
  const asked = useAnswer(WhatIfLineDocument, { line: line.slug, changes: taken, ...viewArguments.value });
  return (
    <section class="panel line" aria-label={line.name}>
      <h3>
        <Line of={line} />
      </h3>
      <Answered asked={asked}>
        {({ network }) => {
          const before = network.programmeLine?.coalition;
          const after = network.assuming.programmeLine?.coalition;
          if (before === undefined || after === undefined) return null;
          const standing = [...after.core.nodes, ...after.willing.nodes, ...after.prospect.nodes];
          return (
            <>
              <div class="two">
                <Compare before={before} after={after} line={line.name} />
                <div class="column">
                  <h4>{said.moves}</h4>
                  <Moves of={moves} grounds={{ line: line.slug, after: standing, ...grounds }} />
                  <Conditional shift={grounds.shift} />
                </div>
              </div>
              <Aside before={before} after={after} />
              <BrokersOf line={line.slug} changes={taken} />
            </>
          );
        }}
      </Answered>
    </section>
  );
}

/** Offers that come free or become blocked, and conditions that are met or are no more. */
function Conditional({ shift }: { shift: Grounds['shift'] }) {
  const said = texts.value;
  if (shift === undefined) return null;
  // Who comes free or becomes blocked does so by a condition; it is told once.
  const others = (promises: typeof shift.met, told: typeof shift.met) => promises.filter(({ id }) => !told.some((one) => one.id === id));
  const groups = [
    ['unblocked', shift.unblocked], ['blocked', shift.blocked],
    ['met', others(shift.met, shift.unblocked)], ['unmet', others(shift.unmet, shift.blocked)],
  ] as const;
  const there = groups.filter(([, promises]) => promises.length > 0);
  if (there.length === 0) return null;
  return (
    <>
      <h4>{said.conditional}</h4>
      <dl class="conditional">
        {there.map(([kind, promises]) => (
          <div key={kind}>
            <dt>{said.conditionalKinds[kind]}</dt>
            {promises.map((promise) => (
              <dd key={promise.id}>
                {promise.organisations.map((organisation) => (
                  <Organisation key={organisation.slug} of={organisation} />
                ))}
                {promise.condition !== null && (
                  <div class="soft small">
                    {said.on} <bdi>{promise.condition.text}</bdi>
                  </div>
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}
