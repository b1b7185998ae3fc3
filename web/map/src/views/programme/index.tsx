import { change, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { useWhole } from '../../api/whole';
import { ProgrammeInitiativesDocument, type ProgrammeLinesQuery, ProgrammeLinesDocument } from '../../generated/graphql';
import { useFrame, useShownDay } from '../../parts/frame';
import { Printed } from '../../parts/printed';
import { Answered, Empty, Failed } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { Agreements } from './agreements';
import { Ambitions } from './ambitions';
import { Lost } from './item';
import { Lines } from './lines';
import { Programme } from './model';
import { Timeline } from './timeline';
import { texts } from './words';
import './programme.css';

export type AnsweredLine = ProgrammeLinesQuery['network']['programmeLines'][number];

/** The programme on a day: its time line, its lines with their initiatives and money, ambitions, agreements. */
export function ProgrammeView() {
  useTitle(texts.value.title);
  const frame = useFrame();
  const day = useShownDay();
  const lines = useAnswer(ProgrammeLinesDocument, viewArguments.value);
  if (day === null) return <Answered asked={frame} title={texts.value.title}>{() => null}</Answered>;
  return (
    <Answered asked={lines} title={texts.value.title}>
      {({ network }) => <Page day={day} mission={network.mission} lines={network.programmeLines} stale={lines.loading} />}
    </Answered>
  );
}

function Page({ day, mission, lines, stale }: { day: string; mission: string | null; lines: AnsweredLine[]; stale: boolean }) {
  const said = texts.value;
  const initiatives = useWhole(ProgrammeInitiativesDocument, viewArguments.value, (data) => data.network.initiatives);
  const programme = new Programme(initiatives.nodes);
  const { line } = state.value;
  const known = line === null || lines.some((one) => one.slug === line);
  return (
    <article class={stale ? 'page stale' : 'page'} aria-busy={stale}>
      <header>
        <h1>{said.title}</h1>
        {mission !== null && (
          <p>
            <bdi>{mission}</bdi>
          </p>
        )}
        <Printed day={day} />
        <LineFilter lines={lines} />
        <nav aria-label={said.contents}>
          <ul class="plain jumps">
            {(['timeline', 'lines', 'ambitions', 'agreements'] as const).map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{said[part]}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <Lost noun="initiative" of={initiatives} />
      {initiatives.failure !== null && <Failed failure={initiatives.failure} again={initiatives.again} />}
      {!known && <Empty title={said.gone}><LineFilterOff /></Empty>}
      <Timeline day={day} programme={programme} />
      {lines.length === 0 && <Empty title={said.none} help={said.noneHelp} />}
      <Lines of={lines.filter((one) => line === null || one.slug === line)} programme={programme} initiatives={initiatives} />
      <Ambitions programme={programme} />
      <Agreements programme={programme} />
    </article>
  );
}

/** One line, or all of them: for everything on the page. */
function LineFilter({ lines }: { lines: readonly AnsweredLine[] }) {
  const said = texts.value;
  return (
    <label class="inline">
      {said.filter}
      <select value={state.value.line ?? ''} onChange={(event) => change({ line: event.currentTarget.value || null, select: null })}>
        <option value="">{said.allLines}</option>
        {lines.map((line) => (
          <option key={line.slug} value={line.slug}>
            {line.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function LineFilterOff() {
  return (
    <button type="button" onClick={() => change({ line: null })}>
      {texts.value.allLines}
    </button>
  );
}
