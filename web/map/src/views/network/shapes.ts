import { sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import type { Look } from '../../parts/mark';

/** A shape as a signed distance: below zero inside, above zero outside. */
function shape(name: string, distance: string) {
  return { name, glsl: `float sdf_${name}(vec2 uv, float size) {\n${distance}\n}`, uniforms: [], inradiusFactor: 0.5 };
}

const hexagon = shape('hexagon', `
  vec2 p = abs(uv.yx);
  return max(dot(p, vec2(0.5, 0.8660254)), p.x) - size * 0.8660254;`);

const star = shape('star', `
  float turn = 6.2831853 / 5.0;
  float angle = mod(atan(uv.x, uv.y) + turn * 0.5, turn) - turn * 0.5;
  vec2 p = length(uv) * vec2(cos(angle), abs(sin(angle)));
  vec2 tip = vec2(size, 0.0);
  vec2 notch = size * 0.45 * vec2(cos(turn * 0.5), sin(turn * 0.5));
  vec2 side = notch - tip;
  return dot(p - tip, normalize(vec2(side.y, -side.x)));`);

const wedge = shape('wedge', `
  vec2 p = vec2(abs(uv.x), uv.y);
  return max(dot(p, vec2(0.8660254, -0.5)) - size * 0.5, uv.y - size * 0.5);`);

const cross = shape('cross', `
  vec2 p = abs(uv);
  float arm = size * 0.33;
  return min(max(p.x - arm, p.y - size), max(p.y - arm, p.x - size));`);

const ring = shape('ring', `
  return abs(length(uv) - size * 0.7) - size * 0.28;`);

const dome = shape('dome', `
  return max(length(uv + vec2(0.0, size * 0.4)) - size, -uv.y - size * 0.4);`);

/** All shapes that the map draws. The legend draws the same (parts/mark.tsx). */
export const shapes = [sdfCircle(), sdfTriangle(), sdfSquare(), sdfDiamond(), hexagon, star, wedge, cross, ring, dome];

export const shapeOf: Record<Look, string> = {
  GOVERNMENT: 'circle', EDUCATION: 'triangle', BUSINESS: 'square', INTERMEDIARY: 'diamond',
  body: 'hexagon', line: 'star', initiative: 'wedge', agreement: 'cross', group: 'ring', person: 'dome',
};
