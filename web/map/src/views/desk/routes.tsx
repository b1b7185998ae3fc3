import type { ComponentChildren } from 'preact';
import { linkHere, linkTo, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type DeskPersonFragment, type DeskRouteFragment, DeskRoutesDocument } from '../../generated/graphql';
import { Sources, When } from '../../parts/evidence';
import { Answered } from '../../parts/states';
import { percent } from '../../words/format';
import { words } from '../../words';
import { deskCodes } from '../../words/desk';
import { texts } from './words';

/** The ways to a target, best first: each step with why it should work, and the one that is weakest. */
export function Routes({ to, children }: { to: string; children: ComponentChildren }) {
  const said = texts.value;
  const { avoid } = state.value;
  const { validAt, knownAt, minConfidence } = viewArguments.value;
  const asked = useAnswer(DeskRoutesDocument, { to, avoid, validAt, knownAt, minConfidence });
  return (
    <section class="panel" aria-labelledby="routes">
      <h3 id="routes" tabIndex={-1}>{said.routes}</h3>
      <p class="help">{said.routesHelp}</p>
      <Answered asked={asked}>
        {({ network: { publicAffairs, avoided } }) => {
          if (publicAffairs === null) return null;
          const { routes, coldContact, warnings } = publicAffairs.routes;
          return (
            <>
              <Avoided of={avoided.flatMap((node) => (node?.__typename === 'Person' ? [node] : []))} />
              {routes.length === 0 && <p>{said.noRoutes}</p>}
              <ol class="plain standings">
                {routes.map((route) => (
                  <li key={route.hops.map((hop) => hop.from.id).join(' ')}>
                    <Route of={route} />
                  </li>
                ))}
              </ol>
              {warnings.map((warning) => (
                <p key={warning} class="soft">
                  {deskCodes.value.routeWarning[warning]}
                </p>
              ))}
              <p class="soft">{said.cold(percent(coldContact))}</p>
            </>
          );
        }}
      </Answered>
      {children}
    </section>
  );
}

/** Which ways there are changes, and the link that changed it goes: one goes on at their head. */
const stay = () => document.getElementById('routes')?.focus({ preventScroll: true });

/** Through whom no way may lead, and how to take that back. */
function Avoided({ of }: { of: readonly DeskPersonFragment[] }) {
  const said = texts.value;
  const { avoid } = state.value;
  if (of.length === 0) return null;
  return (
    <ul class="plain people" aria-label={said.avoided}>
      {of.map((person) => (
        <li key={person.id}>
          <a class="button" href={linkHere({ avoid: avoid.filter((id) => id !== person.id) })} onClick={stay}>
            <bdi>{said.allow(person.name)}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

type Step = DeskRouteFragment['hops'][number]['from'];

function personOf(step: Step): DeskPersonFragment {
  return step.__typename === 'Person' ? step : { id: step.id, slug: '', name: texts.value.somebody };
}

function Route({ of }: { of: DeskRouteFragment }) {
  const said = texts.value;
  const { hops, weakestHop } = of;
  const ids = [...hops.slice(0, 1).map((hop) => hop.from.id), ...hops.map((hop) => hop.to.id)];
  const askers = hops.map((hop) => personOf(hop.from));
  const sources = hops.flatMap((hop) => hop.sources);
  return (
    <>
      <div class="standing-head">
        <strong>{said.reliable(percent(of.reliability))}</strong>
        <Way of={of} />
        <a class="button" href={linkTo({ name: 'network' }, { route: ids })}>
          {said.onMap}
        </a>
      </div>
      <ol class="plain hops">
        {hops.map((hop) => (
          <li key={hop.from.id}>
            <bdi>{personOf(hop.from).name}</bdi> <span aria-hidden="true">→</span> <bdi>{personOf(hop.to).name}</bdi>:{' '}
            {deskCodes.value.tie[hop.kind]}, {percent(hop.probability)};{' '}
            {hop.lastContact === null ? (
              <span class="soft">{said.neverTalked}</span>
            ) : (
              <>
                {said.lastTalk} <When date={hop.lastContact} />
              </>
            )}
            {hops.length > 1 && weakestHop?.from.id === hop.from.id && weakestHop.to.id === hop.to.id && <span class="tag late">{said.weakest}</span>}
          </li>
        ))}
      </ol>
      <div class="actions">
        {askers.map((person) => (
          <a key={person.id} class="small" href={linkHere({ avoid: [...state.value.avoid, person.id] })} onClick={stay}>
            <bdi>{said.avoid(person.name)}</bdi>
          </a>
        ))}
        <details class="small">
          <summary>{words.value.evidence.sources(sources.length)}</summary>
          <Sources of={sources} />
        </details>
      </div>
    </>
  );
}

/** The names in a row. */
function Way({ of: { hops } }: { of: DeskRouteFragment }) {
  return (
    <span>
      {[...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)].map((step, index) => (
        <span key={step.id}>
          {index > 0 && ' → '}
          <bdi>{personOf(step).name}</bdi>
        </span>
      ))}
    </span>
  );
}
