import { useFrame } from '../../parts/frame';
import { Answered, Empty } from '../../parts/states';
import { euros } from '../../words/format';
import { Around } from './around';
import { LineOutcome } from './line';
import { wayOf } from './moves';
import type { Names } from './names';
import type { Difference, Outcome } from './outcome';
import type { Change } from './scenario';
import { texts } from './words';

interface ResultProps {
  changes: readonly Change[];
  names: Names;
  outcome: Outcome;
}

/** What becomes of the network: first in one line each, then line by line, then what is around them. */
export function Result({ changes, names, outcome }: ResultProps) {
  const said = texts.value;
  const lines = useFrame().data?.network.programmeLines.filter(({ kind }) => kind === 'CONTENT') ?? [];
  if (outcome.taken.length === 0) return <Empty title={said.allRefused} help={said.allRefusedHelp} />;
  const counted = changes.filter((_, at) => !outcome.refused.has(at));
  return (
    <Answered asked={outcome.asked}>
      {({ network }) => {
        const difference = network.assuming.changesSince;
        const touched = (slug: string) => [...difference.standings, ...difference.coalitions].some((one) => one.programmeLine.slug === slug);
        const changed = lines.filter(({ slug }) => touched(slug));
        const same = lines.filter(({ slug }) => !touched(slug));
        return (
          <div class={outcome.asked.loading ? 'result stale' : 'result'} aria-busy={outcome.asked.loading}>
            <h2>{said.changes}</h2>
            {changed.length === 0 ? <p role="status">{said.nothingChanges} {said.nothingHelp}</p> : <Glance lines={changed} difference={difference} />}
            {changed.map((line) => (
              <LineOutcome
                key={line.slug}
                line={line}
                taken={outcome.taken}
                changes={counted}
                names={names}
                moves={difference.standings.filter((move) => move.programmeLine.slug === line.slug)}
                shift={difference.coalitions.find((shift) => shift.programmeLine.slug === line.slug)}
              />
            ))}
            {changed.length > 0 && same.length > 0 && <p class="soft">{said.lineSame(same.map(({ name }) => name).join(', '))}</p>}
            <Around of={difference} />
          </div>
        );
      }}
    </Answered>
  );
}

/** The outcome at a glance: a line of text for each programme line. */
function Glance({ lines, difference }: { lines: readonly { slug: string; name: string }[]; difference: Difference }) {
  const said = texts.value;
  return (
    <div role="status">
      <ul class="plain glance">
        {lines.map(({ slug, name }) => {
          const moves = difference.standings.filter((move) => move.programmeLine.slug === slug);
          const shift = difference.coalitions.find((one) => one.programmeLine.slug === slug);
          const counts = (['joins', 'falls', 'moved'] as const).map((way) => [way, moves.filter((move) => wayOf(move) === way).length] as const);
          return (
            <li key={slug}>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              {shift !== undefined && <span>{said.members(shift.sizeBefore, shift.sizeAfter)}</span>}
              {counts.filter(([, n]) => n > 0).map(([way, n]) => (
                <span key={way}>
                  {said.ways[way](n)}
                </span>
              ))}
              {shift !== undefined && shift.amountBefore !== shift.amountAfter && (
                <span>
                  {euros(shift.amountBefore)} → {euros(shift.amountAfter)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
