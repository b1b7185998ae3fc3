import { scaleLinear } from 'd3-scale';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Quadrant } from '../../generated/graphql';
import { deskCodes } from '../../words/desk';
import type { Judged } from './judged';
import { linkToDesk } from './parts';
import { texts } from './words';

/** Room for the axes, and for one mark. */
const LEFT = 44;
const BOTTOM = 34;
const MARK = 26;
/** Room for the topic below a name. */
const TOPIC = 16;
/** What is above 3 of 5 is much: where the schema draws the line between quadrants. */
const MUCH = 3.5;
/** From so wide on there is room for names beside the marks. */
const WIDE = 640;

const CORNERS: readonly [Quadrant, number, number][] = [
  ['KEEP_SATISFIED', 0.5, 5.5], ['MANAGE_CLOSELY', MUCH, 5.5], ['MONITOR', 0.5, MUCH], ['KEEP_INFORMED', MUCH, MUCH],
];

/**
 * Targets by influence and interest. Scores are whole numbers, so several share a place: each place is a box in which they
 * stand below one another. Marks are links of the page, laid over the drawing; the table below says the same. Who stands
 * there for several topics has the topic below the name.
 */
export function Plane({ targets }: { targets: readonly Judged[] }) {
  const said = texts.value;
  const [box, width] = useWidth();
  const named = width >= WIDE;
  const places = new Map<string, { at: Judged; number: number }[]>();
  const times = new Map<string, number>();
  targets.forEach((at, index) => {
    if (at.influence === null || at.interest === null) return;
    const key = `${at.interest} ${at.influence}`;
    places.set(key, [...(places.get(key) ?? []), { at, number: index + 1 }]);
    times.set(at.name, (times.get(at.name) ?? 0) + 1);
  });
  const topicOf = ({ name, of }: Judged) => (named && (times.get(name) ?? 0) > 1 ? (of.topic?.title ?? said.noTopic) : null);
  const step = (width - LEFT) / 5;
  const abreast = named ? 1 : Math.max(Math.floor((step - 4) / MARK), 1);
  // A row is as high as its fullest place asks for.
  const heightOf = (there: readonly { at: Judged }[]) =>
    Math.ceil(there.length / abreast) * MARK + there.filter(({ at }) => topicOf(at) !== null).length * TOPIC;
  const rows = [5, 4, 3, 2, 1].map((row) => {
    const fullest = Math.max(...[1, 2, 3, 4, 5].map((column) => heightOf(places.get(`${column} ${row}`) ?? [])));
    return Math.max(fullest, 2 * MARK) + 28;
  });
  const height = rows.reduce((sum, row) => sum + row, 0);
  const x = scaleLinear([0.5, 5.5], [LEFT, width]);
  const y = scaleLinear([5.5, 4.5, 3.5, 2.5, 1.5, 0.5], rows.reduce((ends, row) => [...ends, (ends.at(-1) ?? 0) + row], [0]));

  return (
    <div class={named ? 'plane named-marks' : 'plane'} ref={box} style={{ height: `${height + BOTTOM}px` }}>
      <svg width={width} height={height + BOTTOM} aria-hidden="true" focusable="false">
        <rect class="close" x={x(MUCH)} y={y(5.5)} width={x(5.5) - x(MUCH)} height={y(MUCH) - y(5.5)} />
        {[1.5, 2.5, 4.5].map((at) => (
          <g key={at} class="fine">
            <line x1={x(at)} x2={x(at)} y1={y(0.5)} y2={y(5.5)} />
            <line x1={x(0.5)} x2={x(5.5)} y1={y(at)} y2={y(at)} />
          </g>
        ))}
        <line x1={x(MUCH)} x2={x(MUCH)} y1={y(0.5)} y2={y(5.5)} />
        <line x1={x(0.5)} x2={x(5.5)} y1={y(MUCH)} y2={y(MUCH)} />
        <path d={`M${x(0.5)} ${y(5.5)}V${y(0.5)}H${x(5.5)}`} />
        {[1, 2, 3, 4, 5].map((at) => (
          <g key={at}>
            <text x={x(at)} y={height + 15} text-anchor="middle">{at}</text>
            <text x={LEFT - 8} y={y(at) + 4} text-anchor="end">{at}</text>
          </g>
        ))}
        <text class="axis" x={x(3)} y={height + 30} text-anchor="middle">{said.interest} →</text>
        <text class="axis" x={0} y={0} text-anchor="middle" transform={`translate(13 ${height / 2}) rotate(-90)`}>{said.influence} →</text>
        {CORNERS.map(([quadrant, interest, influence]) => (
          <text
            key={quadrant}
            class="quadrant"
            x={interest === MUCH ? width - 4 : x(interest) + 4}
            y={y(influence) + 14}
            text-anchor={interest === MUCH ? 'end' : 'start'}
          >
            {deskCodes.value.quadrant[quadrant]}
          </text>
        ))}
      </svg>
      <ul class="plain">
        {[...places.values()].flatMap((there) => there.map(({ at, number }, index) => (
          <li
            key={at.of.id}
            style={{
              left: `${x((at.interest ?? 0) - 0.5) + 3 + (index % abreast) * MARK}px`,
              top: `${y((at.influence ?? 0) + 0.5) + 22 + heightOf(there.slice(0, index - (index % abreast)))}px`,
              width: `${named ? step - 6 : MARK}px`,
            }}
          >
            <a href={linkToDesk({ part: 'targets', target: at.of.id })} title={about(at)}>
              <StanceMark position={at.position ?? 0} number={number} />
              <span class="who">
                <bdi>{at.name}</bdi>
                {topicOf(at) !== null && (
                  <>
                    <span class="hidden-visually">, </span>
                    <bdi class="topic">{topicOf(at)}</bdi>
                  </>
                )}
              </span>
              <span class="hidden-visually">
                {topicOf(at) === null && at.of.topic !== null && `, ${at.of.topic.title}`}, {said.influence.toLowerCase()} {at.influence}, {said.interest.toLowerCase()} {at.interest}, {deskCodes.value.position[String(at.position)]}
              </span>
            </a>
          </li>
        )))}
      </ul>
    </div>
  );
}

/** Who it is, and on which topic: somebody may be the target of several. */
function about({ name, of }: Judged): string {
  return of.topic === null ? name : `${name}: ${of.topic.title}`;
}

/** Shapes of 24 around a number: pointing up who is for it, down who is against, round who is neither. */
const SHAPES = ['M2 2H22V14L12 23 2 14Z', 'M12 1.500a10.500 10.500 0 1 0 0 21 10.500 10.500 0 0 0 0-21Z', 'M12 1 22 10V22H2V10Z'];
const MIDDLES = [12.5, 15.5, 18];

export function StanceMark({ position, number }: { position: number; number?: number }) {
  const at = Math.sign(position) + 1;
  return (
    <svg class={`stance-mark ${['against', 'neutral', 'for'][at]}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[at]} />
      {number !== undefined && <text x="12" y={MIDDLES[at]} text-anchor="middle">{number}</text>}
    </svg>
  );
}

/** How wide there is room, as it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(300);
  useEffect(() => {
    if (box.current === null) return;
    const seen = new ResizeObserver(([entry]) => entry !== undefined && setWidth(Math.max(Math.floor(entry.contentRect.width), 200)));
    seen.observe(box.current);
    return () => seen.disconnect();
  }, []);
  return [box, width] as const;
}
