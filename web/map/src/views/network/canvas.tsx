import { useEffect, useRef, useState } from 'preact/hooks';
import { change, linkHere } from '../../address';
import { part, usePart } from '../../parts/later';
import { Empty, Failed } from '../../parts/states';
import { colours } from '../../parts/theme';
import type { Drawing } from './drawing';
import type { Item, Model } from './model';
import { texts } from './words';

/** The library that draws is a part of its own: it comes while the first answer is on its way. */
export const drawingPart = part(async () => (await import('./drawing')).Drawing);

interface Props {
  model: Model;
  visible: ReadonlySet<string>;
  values: ReadonlyMap<string, number>;
  selected: Item | null;
  route: readonly string[];
}

/** What keys do on the map. */
const KEYS: Readonly<Record<string, (drawing: Drawing) => void>> = {
  ArrowLeft: (drawing) => drawing.pan(-1, 0),
  ArrowRight: (drawing) => drawing.pan(1, 0),
  ArrowUp: (drawing) => drawing.pan(0, -1),
  ArrowDown: (drawing) => drawing.pan(0, 1),
  '+': (drawing) => drawing.zoom('in'),
  '=': (drawing) => drawing.zoom('in'),
  '-': (drawing) => drawing.zoom('out'),
  0: (drawing) => drawing.zoom('whole'),
};

/** The map itself, with its controls. What it shows stands in the list as well, for who does not see it. */
export function Canvas({ model, visible, values, selected, route }: Props) {
  const said = texts.value;
  const place = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [arranging, setArranging] = useState(true);
  const [impossible, setImpossible] = useState(false);
  const latest = useRef(model);
  latest.current = model;

  const { loaded, failed, again } = usePart(drawingPart);
  useEffect(() => {
    if (loaded === null || place.current === null) return;
    const open = new loaded(place.current, {
      arranging: setArranging,
      lost: () => setImpossible(true),
      select: (id) => {
        const item = id === null ? undefined : latest.current.byId.get(id);
        change({ select: item === undefined ? null : `${item.noun}/${item.slug}` });
      },
    });
    setDrawing(open);
    return () => open.close();
  }, [loaded]);

  // First what is shown, then what is marked in it.
  useEffect(() => {
    try {
      drawing?.show(model, visible, values);
    } catch (error) {
      // A browser without WebGL still has the list.
      console.warn(error);
      setImpossible(true);
    }
  }, [drawing, model, visible, values]);
  useEffect(() => {
    drawing?.select(selected?.id ?? null);
    if (selected !== null) drawing?.reveal(selected.id);
  }, [drawing, selected?.id]);
  useEffect(() => drawing?.follow(route), [drawing, model, route.join(',')]);
  useEffect(() => drawing?.recolour(), [drawing, colours.value]);
  // For tests: where a node stands, so that they can point at it as people do.
  useEffect(() => {
    if (place.current !== null) Object.assign(place.current, { drawing });
  }, [drawing]);

  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (act === undefined || drawing === null) return;
    event.preventDefault();
    act(drawing);
  };
  if (impossible) {
    return (
      <Empty title={said.impossible} help={said.impossibleHelp}>
        <a class="button primary" href={linkHere({ as: 'list' })}>
          {said.toList}
        </a>
      </Empty>
    );
  }
  if (failed) return <Failed failure={{ kind: 'unreachable' }} again={again} />;
  return (
    <div class="canvas" data-arranged={drawing !== null && !arranging}>
      <a class="hidden-visually" href={linkHere({ as: 'list' })}>
        {said.toList}
      </a>
      <div class="drawn" ref={place} role="application" tabIndex={0} aria-label={said.canvas} onKeyDown={onKeyDown} />
      {arranging && visible.size > 500 && <div class="over">{said.arranging}</div>}
      <div class="controls">
        <button type="button" aria-label={said.zoomIn} title={said.zoomIn} onClick={() => drawing?.zoom('in')}>+</button>
        <button type="button" aria-label={said.zoomOut} title={said.zoomOut} onClick={() => drawing?.zoom('out')}>−</button>
        <button type="button" aria-label={said.whole} title={said.whole} onClick={() => drawing?.zoom('whole')}>⤢</button>
        <button type="button" aria-label={said.arrange} title={said.arrange} onClick={() => drawing?.arrange()}>↻</button>
      </div>
    </div>
  );
}
