import type { ComponentChildren } from 'preact';
import { state, viewArguments } from '../../address';
import { useWhole } from '../../api/whole';
import { type AmbitionLevel, type ProgrammeAmbitionsQuery, ProgrammeAmbitionsDocument, type SourceFragment } from '../../generated/graphql';
import { Ended, Sources } from '../../parts/evidence';
import { More } from '../../parts/more';
import { Planned } from '../../parts/named';
import { Failed, Loading } from '../../parts/states';
import { amount, partialDate } from '../../words/format';
import { kinds } from '../../words/kinds';
import { Funders } from './funders';
import type { Programme } from './model';
import { texts } from './words';

export type Ambitious = ProgrammeAmbitionsQuery['network']['initiatives']['nodes'][number];
type Ambition = Ambitious['ambitions'][number];

export const AMBITION_LEVELS = ['BASE', 'PLUS'] as const satisfies AmbitionLevel[];

/** What initiatives aim at on both levels, and which of the two the money reaches. */
export function Ambitions({ programme }: { programme: Programme }) {
  const said = texts.value;
  const pages = useWhole(ProgrammeAmbitionsDocument, viewArguments.value, (data) => data.network.initiatives);
  const { line } = state.value;
  const ambitious = pages.nodes
    .filter((one) => one.ambitions.length > 0 && (line === null || programme.linesOfSlug(one.slug).has(line)))
    .sort((one, other) => Number(one.ended) - Number(other.ended));
  return (
    <section class="panel" aria-labelledby="ambitions">
      <h2 id="ambitions">{said.ambitions}</h2>
      <p class="help">{said.ambitionsHelp}</p>
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      {pages.totalCount === null && pages.failure === null && <Loading />}
      {pages.totalCount !== null && !pages.hasMore && ambitious.length === 0 && <p class="soft">{said.noAmbitions}</p>}
      {ambitious.map((one) => (
        <Levels key={one.slug} of={one} />
      ))}
      <More of={pages} />
    </section>
  );
}

/** Both levels side by side, row by row as the source has them, with the money of each below. */
function Levels({ of }: { of: Ambitious }) {
  const said = texts.value;
  const id = `ambitions-${of.slug}`;
  return (
    <div class={of.ended ? 'ended' : undefined}>
      <h3 id={id}>
        <Planned noun="initiative" of={of} /> <Ended when={of.ended} />
      </h3>
      {!of.ended && <p>{of.reachedLevel === null ? said.reachesNone : said.reaches[of.reachedLevel]}</p>}
      <div class="scrolls" tabIndex={0} role="region" aria-labelledby={id}>
        <table class="levels">
          <thead>
            <tr>
              <th scope="col">{said.topic}</th>
              {AMBITION_LEVELS.map((level) => (
                <th key={level} scope="col" class={reached(of, level) ? 'reached' : undefined}>
                  {kinds.value.ambition[level]}{' '}
                  {!of.ended && (
                    <span class="badge">
                      <span aria-hidden="true">{reached(of, level) ? '✓' : '○'}</span> {reached(of, level) ? said.funded : said.unfunded}
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(of.ambitions).map(({ row, topic, ambitions }) => (
              <tr key={row}>
                <th scope="row">{topic === null ? said.row(row) : <bdi>{topic}</bdi>}</th>
                {AMBITION_LEVELS.map((level) => (
                  <td key={level} class={reached(of, level) ? 'reached' : undefined}>
                    <Aims of={ambitions.filter((ambition) => ambition.level === level)} />
                  </td>
                ))}
              </tr>
            ))}
            {!of.ended && <Funders of={of} />}
          </tbody>
        </table>
      </div>
      <Sources of={once(of.ambitions.flatMap((ambition) => ambition.sources))} />
    </div>
  );
}

/** Sources of which many rows name the same one. */
function once(sources: readonly SourceFragment[]): SourceFragment[] {
  return [...new Map(sources.map((source) => [JSON.stringify([source.title, source.locator, source.url]), source])).values()];
}

/** Whether the money reaches a level: the higher one holds the lower. */
export function reached(of: Ambitious, level: AmbitionLevel): boolean {
  return of.reachedLevel === 'PLUS' || of.reachedLevel === level;
}

/** Ambitions of one row of the source's table belong together. */
function rowsOf(ambitions: readonly Ambition[]): { row: number; topic: string | null; ambitions: Ambition[] }[] {
  const rows = new Map<number, { row: number; topic: string | null; ambitions: Ambition[] }>();
  for (const ambition of ambitions) {
    const row = ambition.rowNumber ?? 0;
    const known = rows.get(row) ?? { row, topic: null, ambitions: [] };
    rows.set(row, { row, topic: known.topic ?? ambition.topic, ambitions: [...known.ambitions, ambition] });
  }
  return [...rows.values()].sort((one, other) => one.row - other.row);
}

function Aims({ of }: { of: readonly Ambition[] }) {
  if (of.length === 0) return <span class="soft">{texts.value.nothing}</span>;
  return (
    <ul class="plain aims">
      {of.map((ambition) => (
        <li key={ambition.id}>
          <bdi>{ambition.text}</bdi>
          <ul class="plain small soft">
            {ambition.measures.map((measure) => (
              <li key={measure.id}>
                <Measured of={measure} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** A number by which an ambition is measured, or which way it should go. */
function Measured({ of }: { of: Ambition['measures'][number] }): ComponentChildren {
  const said = texts.value;
  const { minimum, maximum, per } = of;
  // `homes: 2,700` needs no `home` behind it, nor `trajectories` a `trajectory`.
  const unit = of.unit !== 'EUR' && of.name.includes(of.unit.slice(0, -1)) ? null : of.unit;
  let value = of.direction === null ? '' : kinds.value.direction[of.direction].toLowerCase();
  if (minimum !== null) value = maximum === null || maximum === minimum ? amount(minimum, unit, per) : `${amount(minimum, null)}–${amount(maximum, unit, per)}`;
  const notes = [of.reference && said.reference, of.period !== null && partialDate(of.period)].filter((note) => note !== false);
  return (
    <>
      <bdi>{of.name.replaceAll('_', ' ')}</bdi>: {of.approximate && `${said.about} `}
      {value}
      {notes.length > 0 && ` (${notes.join(', ')})`}
    </>
  );
}
