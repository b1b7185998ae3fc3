import { useEffect, useMemo } from 'preact/hooks';
import { change, linkHere, state, viewArguments } from '../../address';
import { prefetch, useAnswer } from '../../api/answer';
import { wantsSignIn } from '../../api/failure';
import { LineStatusesDocument, NetworkMapDocument, NodeMeasuresDocument } from '../../generated/graphql';
import { useFrame } from '../../parts/frame';
import { later } from '../../parts/later';
import { addMonths } from '../../parts/months';
import { Empty, Failed, Loading } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { dayOf } from '../../settings';
import { date, number } from '../../words/format';
import { Canvas, drawingPart } from './canvas';
import { Filters, NO_FILTERS } from './filters';
import { MOST_TIES, type Model, alongRoute, modelOf, selectedIn, statusesOf, visibleIn } from './model';
import { Route } from './route';
import { Selection } from './selection';
import { measures, texts } from './words';

const List = later(async () => (await import('./list')).List);

/** Nobody is kept waiting for what is only asked ahead. */
const AHEAD_MS = 60;

/** Asks for what this view shows first, before anything is rendered: on a slow machine rendering takes as long as the answer. */
export function askForNetwork(): void {
  void prefetch(NetworkMapDocument, viewArguments.peek());
  if (state.peek().as === 'map') drawingPart.load().catch(() => {}); // The canvas tells of it.
}

/** The network on a day: as a map or as a list, filtered, with one node selected. */
export function NetworkView() {
  const said = texts.value;
  useTitle(said.title);
  const settings = state.value;
  const asked = useAnswer(NetworkMapDocument, viewArguments.value);
  // A drawing that cannot be had anew stays, greyed, and says of which day it is.
  const stays = asked.data === null ? asked.before : null;
  const graph = (asked.data ?? stays)?.network.graph ?? null;
  const route = settings.route.join(',');
  const model = useMemo(() => (graph === null ? null : alongRoute(modelOf(graph), settings.route)), [graph, route]);
  useEffect(() => {
    if (settings.as === 'map') drawingPart.load().catch(() => {}); // The canvas tells of it.
  }, [settings.as]);
  useMonthsAhead(asked.data?.network.validAt ?? null);
  const statuses = useStatuses();
  const values = useValues(model);
  const { helix, layer, line, status, show } = settings;
  const visible = useMemo(
    () => {
      if (model === null) return new Set<string>();
      return new Set([...visibleIn(model, settings, statuses.byId), ...settings.route.filter((id) => model.byId.has(id))]);
    },
    [model, JSON.stringify([helix, layer, line, status, show, route]), statuses.byId],
  );
  const selected = model === null ? null : selectedIn(model, settings.select);
  const ties = useMemo(
    () => model?.ties.filter((tie) => visible.has(tie.source) && visible.has(tie.target)).length ?? 0,
    [model, visible],
  );
  const lines = useFrame().data?.network.programmeLines;
  const unknownLine = line !== null && lines !== undefined && !lines.some(({ slug }) => slug === line);
  const failure = asked.failure ?? statuses.failure ?? values.failure;
  const closed = failure !== null && wantsSignIn(failure);

  return (
    <div class={closed ? 'map closed' : settings.select === null ? 'map' : 'map with-selection'}>
      {!closed && <Filters model={model} />}
      <section class={stays === null ? (asked.loading ? 'stage waiting' : 'stage') : 'stage stays'} aria-busy={asked.loading} data-day={(asked.data ?? stays)?.network.validAt}>
        <span class="hidden-visually" role="status">
          {selected === null ? '' : said.chosen(selected.name, said.ties(selected.degree))}
        </span>
        <div class="top">
          <h1>{said.title}</h1>
          {model !== null && (
            <span class="soft small" role="status">
              {said.summary(visible.size, ties)}
              {ties > MOST_TIES && settings.as === 'map' && `. ${said.partly(number(MOST_TIES))}`}
            </span>
          )}
          <nav class="switch" aria-label={said.view}>
            <a class="button" href={linkHere({ as: 'map' })} aria-current={settings.as === 'map' ? 'true' : undefined}>
              {said.asMap}
            </a>
            <a class="button" href={linkHere({ as: 'list' })} aria-current={settings.as === 'list' ? 'true' : undefined}>
              {said.asList}
            </a>
          </nav>
        </div>
        {failure !== null && !asked.loading && <Failed failure={failure} again={asked.again} />}
        {stays !== null && <p class="notice">{said.stays(date(stays.network.validAt))}</p>}
        {model !== null && settings.route.length > 0 && <Route of={settings.route} model={model} />}
        {unknownLine && <p class="notice">{said.unknownLine}</p>}
        {statuses.truncated && <p class="notice">{said.truncated}</p>}
        {model === null && failure === null && <Loading />}
        {model !== null && visible.size === 0 && (
          <Empty title={said.none} help={said.noneHelp}>
            <button type="button" onClick={() => change(NO_FILTERS)}>
              {said.clear}
            </button>
          </Empty>
        )}
        {model !== null && settings.as === 'list' && visible.size > 0 && (
          <List model={model} visible={visible} values={values.byId} statuses={statuses.byId} measure={measures.value[settings.size]} />
        )}
        {model !== null && settings.as === 'map' && <Canvas model={model} visible={visible} values={values.byId} selected={selected} route={settings.route} />}
      </section>
      {model !== null && stays === null && settings.select !== null && <Selection item={selected} model={model} visible={visible} />}
    </div>
  );
}

/** Asks for the months beside the one that is shown, so that a step of the slider finds its answer lying there. */
function useMonthsAhead(shown: string | null): void {
  const around = viewArguments.value;
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => {
      const month = `${shown.slice(0, 7)}-01`;
            for (const step of around.validAt === null ? [0, -1] : [1, -1]) {
        const validAt = addMonths(month, step);
        if (dayOf(validAt) !== null) void prefetch(NetworkMapDocument, { ...around, validAt });
      }
    }, AHEAD_MS);
    return () => clearTimeout(timer);
  }, [shown, around]);
}

/** Where organisations stand towards the chosen line; asked only when one is chosen. */
function useStatuses() {
  const { line } = state.value;
  const { validAt, knownAt, minConfidence } = viewArguments.value;
  const { data, failure } = useAnswer(LineStatusesDocument, line === null ? null : { validAt, knownAt, minConfidence });
  const byId = useMemo(() => (data === null || line === null ? null : statusesOf(data, line)), [data, line]);
  return { byId, failure, truncated: data?.network.involvement.truncated ?? false };
}

/** The measure that sizes follow. Degrees come with the map, others are asked for. */
function useValues(model: Model | null) {
  const { size } = state.value;
  const { validAt, knownAt, minConfidence } = viewArguments.value;
  const { data, failure } = useAnswer(
    NodeMeasuresDocument,
    size === 'degree'
      ? null
      : {
          validAt, knownAt, minConfidence, partners: size === 'partners', betweenness: size === 'betweenness',
          harmonic: size === 'harmonic', pageRank: size === 'pageRank', coreNumber: size === 'coreNumber',
        },
  );
  const byId = useMemo(() => {
    if (size === 'degree' || data === null) return new Map(model?.items.map((item) => [item.id, item.degree]));
    return new Map(data.network.graph.nodes.map((node) => [node.id, node[size] ?? 0]));
  }, [model, data, size]);
  return { byId, failure };
}
