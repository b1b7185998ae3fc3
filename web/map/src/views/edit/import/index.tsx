import { useEffect, useRef, useState } from 'preact/hooks';
import { linkTo } from '../../../address';
import { madeHere, revision } from '../../../api/live';
import { useTitle } from '../../../parts/title';
import { percent } from '../../../words/format';
import { texts as edit } from '../words';
import { Apply } from './apply';
import { ChooseFile } from './file';
import { Counts, Problems } from './report';
import { ENDINGS, type Mode, type Report, type Sent, send, typeOf } from './send';
import { texts } from './words';

type Step = { kind: 'idle' } | { kind: 'busy'; share: number; trial: boolean } | { kind: 'failed'; sent: Exclude<Sent, { kind: 'report' }>; trial: boolean };

/** A dataset: chosen, tried, mended, applied. The file stays chosen all the way. */
export function Import() {
  const said = texts.value;
  useTitle(said.title);
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>('merge');
  const [wrong, setWrong] = useState<string | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const key = useRef('');
  const stop = useRef<AbortController | null>(null);
  const tries = useRef(true);
  const outcome = useRef<HTMLHeadingElement>(null);
  // What is being applied goes on when one looks elsewhere.
  useEffect(() => () => { if (tries.current) stop.current?.abort(); }, []);
  useEffect(() => outcome.current?.focus(), [report]);

  const run = async (of: File, how: Mode, trial: boolean, reason: string) => {
    stop.current?.abort();
    setWrong(null);
    const type = typeOf(of.name);
    const bytes = type === null ? null : await of.arrayBuffer().catch(() => null);
    const mistake = type === null ? said.wrongType(ENDINGS.join(', ')) : bytes === null ? said.unreadable : bytes.byteLength === 0 ? said.empty : null;
    if (mistake !== null || type === null || bytes === null) {
      setReport(null);
      setStep({ kind: 'idle' });
      return setWrong(mistake);
    }
    const mine = new AbortController();
    stop.current = mine;
    tries.current = trial;
    if (trial) key.current = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const ifRevision = trial ? null : (report?.revision ?? null);
    setStep({ kind: 'busy', share: 0, trial });
    const sent = await send({ bytes, type, mode: how, trial, reason, ifRevision, key: trial ? null : key.current }, (share) => setStep({ kind: 'busy', share, trial }), mine.signal);
    if (stop.current !== mine) return;
    if (sent.kind !== 'report') return setStep({ kind: 'failed', sent, trial });
    setReport(sent.report);
    if (!sent.report.dryRun) madeHere(sent.report.revision);
    setStep({ kind: 'idle' });
  };
  const trial = (of: File, how = mode) => {
    setFile(of);
    setReport(null);
    void run(of, how, true, '');
  };
  // The button that stops goes with what it stopped.
  const halt = () => {
    document.getElementById('import-again')?.focus();
    stop.current?.abort();
  };
  const applied = report !== null && !report.dryRun && report.problemCount === 0;
  const stale = report !== null && report.dryRun && (revision.value ?? 0) > report.revision;
  return (
    <article class="page edit import">
      <header>
        <p>
          <a href={linkTo({ name: 'edit' })}>{edit.value.all}</a>
        </p>
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
      </header>
      <section class="panel form" aria-labelledby="file">
        <h2 id="file">{said.file}</h2>
        <ChooseFile file={file} wrong={wrong} chosen={trial} />
        <fieldset class="group" disabled={step.kind === 'busy' && !step.trial}>
          <legend>{said.mode}</legend>
          {(['merge', 'replace'] as const).map((each) => (
            <label key={each} class="inline">
              <input type="radio" name="mode" checked={mode === each} onChange={() => { setMode(each); if (file !== null) trial(file, each); }} />
              {said[each]}
              <span class="help">{said[`${each}Help`]}</span>
            </label>
          ))}
        </fieldset>
        {file !== null && (
          <div class="actions">
            <button type="button" id="import-again" aria-disabled={step.kind === 'busy'} onClick={() => step.kind !== 'busy' && trial(file)}>
              {said.again}
            </button>
            <span class="help">{said.againHelp}</span>
          </div>
        )}
        <Going step={step} stop={halt} />
      </section>
      {step.kind === 'failed' && <Refused sent={step.sent} name={file?.name ?? ''} />}
      {report !== null && (
        <section class={applied ? 'panel done' : 'panel'} aria-labelledby="outcome">
          <h2 id="outcome" ref={outcome} tabIndex={-1}>
            {applied ? `✓ ${said.done}` : said.outcome}
          </h2>
          <p>{report.problemCount > 0 ? said.broken(report.problemCount) : applied ? said.revision(report.revision) : report.changed === 0 ? said.nothing : said.good}</p>
          {report.problemCount > 0 && <Problems of={report} />}
          {report.counts.length > 0 && report.problemCount === 0 && <Counts of={report.counts} />}
          {applied && (
            <div class="actions">
              <a class="button primary" href={linkTo({ name: 'network' })}>
                {said.look}
              </a>
            </div>
          )}
        </section>
      )}
      {stale && <p class="meanwhile" role="status">{said.meanwhile}</p>}
      {report !== null && report.dryRun && report.problemCount === 0 && report.changed > 0 && file !== null && (
        <Apply mode={mode} removed={report.counts.reduce((sum, { removed }) => sum + removed, 0)} busy={step.kind === 'busy'} apply={(reason) => void run(file, mode, false, reason)} />
      )}
    </article>
  );
}

/** How far it is. */
function Going({ step, stop }: { step: Step; stop: () => void }) {
  const said = texts.value;
  if (step.kind !== 'busy') return null;
  const told = step.share < 1 ? said.sending(percent(step.share)) : step.trial ? said.working : said.applying;
  return (
    <div class="going" role="status">
      <progress value={step.share < 1 ? step.share : undefined} max={1} aria-label={told} />
      <span>{told}</span>
      {step.trial && (
        <button type="button" onClick={stop}>
          {said.stop}
        </button>
      )}
    </div>
  );
}

/** Why it was not taken, and what to do; the file is still there. */
function Refused({ sent, name }: { sent: Exclude<Sent, { kind: 'report' }>; name: string }) {
  const said = texts.value;
  if (sent.kind === 'stopped') return <p role="status">{said.stopped}</p>;
  const [title, more] = sent.kind === 'overtaken' ? [said.overtaken, '']
    : sent.kind === 'unreachable' ? [said.unreachable, '']
      : sent.kind === 'busy' ? [said.busy(sent.seconds), '']
        // What the server says of it is for who writes programs.
        : sent.status === 415 ? [said.otherKind(name.split('.').at(-1)?.toLowerCase() ?? ''), '']
        : [sent.status === 413 ? said.tooLarge : sent.status === 401 || sent.status === 403 ? said.notAllowed : said.refused, sent.message];
  return (
    <div class="failed" role="alert">
      <strong>{title}</strong>
      {more !== '' && <span>{more}</span>}
    </div>
  );
}
