import iterate from 'graphology-layout-forceatlas2/iterate';
import type { Arranged, ToArrange } from './layout';

/** Runs ForceAtlas2 beside the page. It comes from our own server as a module, so the content security policy lets it in. */
const scope = self as unknown as { onmessage: unknown; postMessage(message: Arranged, transfer: Transferable[]): void };

const PROPERTIES = 10;

scope.onmessage = ({ data }: MessageEvent<ToArrange>) => {
  const { run, nodes, edges, settings, steps, limitMs, tellMs } = data;
  const begun = performance.now();
  let told = begun;
  for (let step = 0; step < steps; step += 1) {
    iterate(settings, nodes, edges);
    const now = performance.now();
    if (now - begun > limitMs) break;
    if (now - told > tellMs) {
      told = now;
      tell(run, nodes, false);
    }
  }
  tell(run, nodes, true);
};

function tell(run: number, nodes: Float32Array, done: boolean): void {
  const positions = new Float32Array((nodes.length / PROPERTIES) * 2);
  for (let node = 0, at = 0; node < nodes.length; node += PROPERTIES, at += 2) {
    positions[at] = nodes[node] ?? 0;
    positions[at + 1] = nodes[node + 1] ?? 0;
  }
  scope.postMessage({ run, positions, done }, [positions.buffer]);
}
