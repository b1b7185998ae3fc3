import type { FragmentLayer, SDFShape } from 'sigma/rendering';
import type { Look } from '../../parts/mark';

/** How far a point `p` is from the edge of a mark around the origin that reaches `size` far, in GLSL: below zero inside. */
const DISTANCE: Record<Look, string> = {
  GOVERNMENT: 'length(p) - size',
  EDUCATION: 'polygon(p, 3.0, size)',
  BUSINESS: 'max(abs(p.x), abs(p.y)) - size',
  INTERMEDIARY: '(abs(p.x) + abs(p.y) - size) * 0.7071068',
  body: 'polygon(p.yx, 6.0, size)',
  line: 'star(p, size)',
  initiative: 'polygon(-p, 3.0, size)',
  agreement: 'min(max(abs(p.x) - size * 0.33, abs(p.y) - size), max(abs(p.y) - size * 0.33, abs(p.x) - size))',
  group: 'abs(length(p) - size * 0.7) - size * 0.28',
  person: 'max(length(p + vec2(0.0, size * 0.4)) - size, -p.y - size * 0.4)',
};

/** The number by which the layer knows a mark. */
export const markOf = Object.fromEntries(Object.keys(DISTANCE).map((look, index) => [look, index])) as Record<Look, number>;

const GLSL = `
float polygon(vec2 p, float sides, float size) {
  float turn = 6.2831853 / sides;
  float angle = mod(atan(p.x, p.y) + turn * 0.5, turn) - turn * 0.5;
  // Between two tips lies a side, half a turn from each.
  return length(p) * cos(abs(angle) - turn * 0.5) - size * cos(turn * 0.5);
}

float star(vec2 p, float size) {
  float turn = 6.2831853 / 5.0;
  float angle = mod(atan(p.x, p.y) + turn * 0.5, turn) - turn * 0.5;
  vec2 q = length(p) * vec2(cos(angle), abs(sin(angle)));
  vec2 tip = vec2(size, 0.0);
  vec2 side = size * 0.45 * vec2(cos(turn * 0.5), sin(turn * 0.5)) - tip;
  return dot(q - tip, normalize(vec2(side.y, -side.x)));
}

float distanceOf(int mark, vec2 p, float size) {
  switch (mark) {
${Object.entries(DISTANCE).map(([look, distance]) => `    case ${markOf[look as Look]}: return ${distance};`).join('\n')}
  }
  return 0.0;
}

vec4 layer_mark(float mark, vec4 color) {
  float distance = distanceOf(int(mark + 0.5), context.uv, context.shapeSize);
  return vec4(color.rgb, color.a * smoothstep(context.aaWidth, -context.aaWidth, distance));
}`;

/**
 * What every node is to sigma: a box, in which its mark is drawn and in which one points at it.
 *
 * Every program that sigma makes, those of links and names too, holds each shape that it knows, and ten took a third of
 * a second to be made where there is no graphics processor.
 */
export const box: SDFShape = {
  name: 'box', uniforms: [], inradiusFactor: 0.7071,
  glsl: 'float sdf_box(vec2 uv, float size) { return max(abs(uv.x), abs(uv.y)) - size; }',
};

/** Draws the mark of what a node is, in its colour. The legend draws the same (parts/mark.tsx). */
export function layerMark(): FragmentLayer {
  const { FLOAT, UNSIGNED_BYTE } = WebGL2RenderingContext;
  return {
    name: 'mark',
    uniforms: [],
    attributes: [
      { name: 'mark', size: 1, type: FLOAT, source: 'mark' },
      { name: 'color', size: 4, type: UNSIGNED_BYTE, normalized: true, source: 'color' },
    ],
    glsl: GLSL,
  };
}
