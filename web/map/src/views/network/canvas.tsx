import { useEffect, useRef, useState } from 'preact/hooks';
import { change, linkHere } from '../../address';
import { colours } from '../../parts/theme';
import type { Drawing } from './drawing';
import type { Item, Model } from './model';
import { texts } from './words';

interface Props {
  model: Model;
  visible: ReadonlySet<string>;
  values: ReadonlyMap<string, number>;
  selected: Item | null;
  route: readonly string[];
}

/** The map itself, with its controls. What it shows stands in the list as well, for who does not see it. */
export function Canvas({ model, visible, values, selected, route }: Props) {
  const said = texts.value;
  const place = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [arranging, setArranging] = useState(true);
  const latest = useRef(model);
  latest.current = model;

  useEffect(() => {
    let open: Drawing | null = null;
    let gone = false;
    // The library that draws is a part of its own: it comes while the first answer is on its way.
    void import('./drawing').then(({ Drawing }) => {
      if (gone || place.current === null) return;
      open = new Drawing(place.current, {
        arranging: setArranging,
        select: (id) => {
          const item = id === null ? undefined : latest.current.byId.get(id);
          change({ select: item === undefined ? null : `${item.noun}/${item.slug}` });
        },
      });
      setDrawing(open);
    });
    return () => {
      gone = true;
      open?.close();
    };
  }, []);

  // First what is shown, then what is marked in it.
  useEffect(() => drawing?.show(model, visible, values), [drawing, model, visible, values]);
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

  return (
    <div class="canvas" data-arranged={drawing !== null && !arranging}>
      <a class="hidden-visually" href={linkHere({ as: 'list' })}>
        {said.toList}
      </a>
      <div class="drawn" ref={place} role="img" aria-label={said.canvas} />
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
