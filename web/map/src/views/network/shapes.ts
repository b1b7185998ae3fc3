import type { FragmentLayer, SDFShape } from 'sigma/rendering';
import type { Look } from '../../parts/mark';

/** How far a point `p` is from the edge of a mark around the origin that reaches `size` far, in GLSL: below zero inside. */
const DISTANCE: Record<Look, string> = {
  GOVERNMENT: 'length(p) - size',
  EDUCATION: 'max(abs(p.x) * 0.8660254 + p.y * 0.5, -p.y) - size * 0.5',
  BUSINESS: 'max(abs(p.x), abs(p.y)) - size',
  INTERMEDIARY: '(abs(p.x) + abs(p.y) - size) * 0.7071068',
  body: 'max(abs(p.x) * 0.8660254 + abs(p.y) * 0.5, abs(p.y)) - size * 0.8660254',
  line: 'star(p, size)',
  initiative: 'max(abs(p.x) * 0.8660254 - p.y * 0.5, p.y) - size * 0.5',
  agreement: 'min(max(abs(p.x) - size * 0.33, abs(p.y) - size), max(abs(p.y) - size * 0.33, abs(p.x) - size))',
  group: 'abs(length(p) - size * 0.7) - size * 0.28',
  person: 'max(length(p + vec2(0.0, size * 0.4)) - size, -p.y - size * 0.4)',
};

/** The number by which the layer knows a mark. */
export const markOf = Object.fromEntries(Object.keys(DISTANCE).map((look, index) => [look, index])) as Record<Look, number>;

const GLSL = `
// All five tips are folded onto the upper one, and that onto its right side. No angles: some drivers have none at x = 0.
float star(vec2 p, float size) {
  vec2 right = vec2(0.8090170, -0.5877853);
  vec2 left = vec2(-right.x, right.y);
  p.x = abs(p.x);
  p -= 2.0 * max(dot(p, right), 0.0) * right;
  p -= 2.0 * max(dot(p, left), 0.0) * left;
  return dot(vec2(abs(p.x), p.y - size), vec2(0.9233200, 0.3840310));
}

float distanceOf(int mark, vec2 p, float size) {
  switch (mark) {
${Object.entries(DISTANCE).map(([look, distance]) => `    case ${markOf[look as Look]}: return ${distance};`).join('\n')}
  }
  return 0.0;
}

vec4 layer_mark(float mark, vec4 color) {
  // From here on it is this shape that is drawn and pointed at.
  context.sdf = distanceOf(int(mark + 0.5), context.uv, context.shapeSize);
  return color;
}`;

/**
 * What every node is to sigma: a box in which its mark lies.
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
