import { viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { OverlapDocument } from '../../generated/graphql';
import { useFrame } from '../../parts/frame';
import { Line, Organisations } from '../../parts/named';
import { Answered } from '../../parts/states';
import { number } from '../../words/format';
import { texts } from './words';

/** What this coalition has in common with those of the other content lines. */
export function Overlaps({ line }: { line: string }) {
  const lines = useFrame().data?.network.programmeLines ?? [];
  const others = lines.filter((other) => other.kind === 'CONTENT' && other.slug !== line);
  if (others.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="overlap">
      <h2 id="overlap">{texts.value.overlap}</h2>
      {others.map((other) => (
        <Overlap key={other.slug} line={line} other={other} />
      ))}
    </section>
  );
}

function Overlap({ line, other }: { line: string; other: { slug: string; name: string } }) {
  const said = texts.value;
  const asked = useAnswer(OverlapDocument, { line, with: other.slug, ...viewArguments.value });
  return (
    <div>
      <h3>
        <Line of={other} />
      </h3>
      <Answered asked={asked}>
        {({ network }) => {
          const overlap = network.programmeLine?.coalition.overlap ?? null;
          if (overlap === null || overlap.size === 0) return <p class="soft">{said.noOverlap}</p>;
          return (
            <>
              <p>
                {said.shared(overlap.size)}
                {overlap.jaccard !== null && (
                  <span class="soft">
                    {' '}
                    ({said.jaccard} {number(overlap.jaccard, 2)})
                  </span>
                )}
              </p>
              <Organisations of={overlap.shared} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}
