import Graph from 'graphology';
import Sigma from 'sigma';
import { box, layerMark } from './shapes';

/** How a node is drawn. Those that are hidden are there but not seen. */
export interface NodeLook {
  x: number;
  y: number;
  size: number;
  /** One of `markOf`. */
  mark: number;
  color: string;
  visibility: 'visible' | 'hidden';
  depth: 'nodes' | 'topNodes';
}

export interface TieLook {
  /** Its size when it is not lit. */
  width: number;
  /** When it is seen. */
  seen: 'always' | 'lit' | 'never';
  size: number;
  color: string;
  visibility: 'visible' | 'hidden';
  depth: 'edges' | 'topEdges';
}

export type Network = Graph<NodeLook, TieLook>;

export function emptyNetwork(): Network {
  return new Graph<NodeLook, TieLook>({ type: 'undirected', multi: false, allowSelfLoops: false });
}

/**
 * Draws a network on canvases in a container: marks and links, while names are drawn by `Names`.
 *
 * It has to be the whole network: node by node sigma takes steps for each, and `setGraph` of sigma 4.0.4 goes on to look for
 * new edges in the graph that it had before.
 */
export function draw(network: Network, container: HTMLElement): Sigma<NodeLook, TieLook> {
  return new Sigma(network, container, {
    // What is lit lies over all that is not.
    primitives: {
      depthLayers: ['edges', 'nodes', 'topEdges', 'topNodes'],
      nodes: { shapes: [box], variables: { mark: { type: 'number', default: 0 } }, layers: [layerMark()] },
    },
    settings: {
      itemSizesReference: 'screen', renderLabels: false, minCameraRatio: 0.03, maxCameraRatio: 4, enableCameraRotation: false,
      stagePadding: 40, allowInvalidContainer: true, zoomDuration: 200, minEdgeThickness: 0.8, nodePickingPadding: 4,
    },
    // Attributes only: with a function among them sigma asks for every look anew whenever the pointer or the camera begins to move.
    styles: {
      nodes: {
        x: { attribute: 'x' }, y: { attribute: 'y' }, size: { attribute: 'size' }, mark: { attribute: 'mark' }, color: { attribute: 'color' },
        visibility: { attribute: 'visibility' }, depth: { attribute: 'depth' }, labelVisibility: 'hidden',
      },
      edges: {
        size: { attribute: 'size' }, color: { attribute: 'color' }, visibility: { attribute: 'visibility' }, depth: { attribute: 'depth' },
      },
    },
  });
}

/** So often is looked whether what was drawn has come out, and so long is waited for it at most. */
const LOOK_MS = 20;
const LONGEST_MS = 5_000;

/**
 * Tells when all that was drawn so far has come out. What draws is made when it first draws, and without a graphics
 * processor that takes long: a picture that is shown before holds up the whole page until then.
 */
export function whenDrawn(sigma: Sigma<NodeLook, TieLook>, told: () => void): void {
  const gl = sigma.getWebGLContext();
  const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const begun = performance.now();
  const look = () => {
    const out = sync === null || gl.isContextLost() || gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.SIGNALED;
    if (!out && performance.now() - begun < LONGEST_MS) setTimeout(look, LOOK_MS);
    else told();
  };
  setTimeout(look);
}
