import './what-if.css';
import { useMemo } from 'preact/hooks';
import { linkHere, state } from '../../address';
import { useTitle } from '../../parts/title';
import { Add } from './add';
import { Ideas } from './ideas';
import { Items, toScenario } from './items';
import { useNames } from './names';
import { useOutcome } from './outcome';
import { Result } from './result';
import { read } from './scenario';
import { texts } from './words';

/** A scenario: changes that nobody made, and what becomes of the network, beside today. */
export function WhatIfView() {
  const said = texts.value;
  useTitle(said.title);
  const { assume } = state.value;
  // What makes no sense is left aside, and nothing is tried twice.
  const kept = useMemo(() => [...new Set(assume)].filter((text) => read(text) !== null), [assume.join()]);
  const changes = useMemo(() => kept.flatMap((text) => read(text) ?? []), [kept]);
  const names = useNames(changes);
  const outcome = useOutcome(changes, said.tooMany);
  return (
    <article class="page what-if">
      <header>
        <h1>{said.title}</h1>
        <p class="help">{said.about}</p>
      </header>
      <section class="panel" aria-labelledby="scenario">
        <h2 id="scenario" tabIndex={-1}>
          {said.scenario}
          {changes.length > 0 && (
            <a class="small" href={linkHere({ assume: [] })} onClick={toScenario}>
              {said.clear}
            </a>
          )}
        </h2>
        {changes.length > 0 && <Items kept={kept} changes={changes} names={names} refused={outcome.refused} />}
        <Add />
      </section>
      {changes.length === 0 ? <Ideas /> : <Result changes={changes} names={names} outcome={outcome} />}
    </article>
  );
}
