import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';
import type { Network, NodeLook, TieLook } from './sigma';

type Drawn = Sigma<NodeLook, TieLook>;
type Box = { x: [number, number]; y: [number, number] };

/** Frame and camera outlive the drawing, so that who comes back finds the map as it was left. */
const left: { box: Box | null; camera: CameraState | null } = { box: null, camera: null };

const EDGE_PX = 20;
const STEP_PX = 80;

/** Holds the frame of the picture still: it follows the whole only when that is arranged anew, and else grows where it must. */
export function frame(sigma: Drawn, network: Network, growOnly: boolean): void {
  const box: Box = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  const add = (x: number, y: number) => {
    box.x = [Math.min(box.x[0], x), Math.max(box.x[1], x)];
    box.y = [Math.min(box.y[0], y), Math.max(box.y[1], y)];
  };
  network.forEachNode((_id, { x, y, visibility }) => visibility === 'visible' && add(x, y));
  const held = left.box;
  if (growOnly && held !== null) {
    add(held.x[0], held.y[0]);
    add(held.x[1], held.y[1]);
  }
  if (box.x[0] <= box.x[1]) {
    left.box = box;
    sigma.setCustomBBox(box);
  }
  sigma.scheduleRefresh();
}

/** Keeps where somebody looks, for when they come back. */
export function leave(sigma: Drawn): void {
  left.camera = sigma.getCamera().getState();
}

export function comeBack(sigma: Drawn, network: Network): void {
  if (left.box === null) frame(sigma, network, false);
  else sigma.setCustomBBox(left.box);
  if (left.camera !== null) sigma.getCamera().setState(left.camera);
  sigma.refresh();
}

/** Brings a place into sight when it is outside of it. */
export function reveal(sigma: Drawn, place: { x: number; y: number }): void {
  // From where it stands in the network: what sigma holds of a node is in other units until it is drawn again.
  const at = sigma.graphToViewport(place);
  const { width, height } = sigma.getDimensions();
  if (at.x > EDGE_PX && at.y > EDGE_PX && at.x < width - EDGE_PX && at.y < height - EDGE_PX) return;
  void sigma.getCamera().animate(sigma.viewportToFramedGraph(at), { duration: duration(300) });
}

export function zoom(sigma: Drawn, step: 'in' | 'out' | 'whole'): void {
  const camera = sigma.getCamera();
  if (step === 'in') void camera.zoomIn({ duration: duration(200) });
  else if (step === 'out') void camera.zoomOut({ duration: duration(200) });
  else void camera.reset({ duration: duration(200) });
}

/** Moves the window over the map by a step, as arrow keys do. */
export function pan(sigma: Drawn, right: number, down: number): void {
  const from = sigma.viewportToFramedGraph({ x: 0, y: 0 });
  const to = sigma.viewportToFramedGraph({ x: right * STEP_PX, y: down * STEP_PX });
  const { x, y } = sigma.getCamera().getState();
  sigma.getCamera().setState({ x: x + to.x - from.x, y: y + to.y - from.y });
}

/** Nothing glides for who wants less motion. */
function duration(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}
