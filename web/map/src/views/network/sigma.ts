import Graph from 'graphology';
import Sigma from 'sigma';
import { layerFill } from 'sigma/rendering';
import { shapes } from './shapes';

/** How a node is drawn. Those that are hidden are there but not seen. */
export interface NodeLook {
  x: number;
  y: number;
  size: number;
  shape: string;
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
  return new Sigma<NodeLook, TieLook>(network, container, {
    // What is lit lies over all that is not.
    primitives: { depthLayers: ['edges', 'nodes', 'topEdges', 'topNodes'], nodes: { shapes, layers: [layerFill()] } },
    settings: {
      itemSizesReference: 'screen', renderLabels: false, minCameraRatio: 0.03, maxCameraRatio: 4, enableCameraRotation: false,
      stagePadding: 40, allowInvalidContainer: true, zoomDuration: 200, minEdgeThickness: 0.8, nodePickingPadding: 4,
    },
    // Attributes only: with a function among them sigma asks for every look anew whenever the pointer or the camera begins to move.
    styles: {
      nodes: {
        x: { attribute: 'x' }, y: { attribute: 'y' }, size: { attribute: 'size' }, shape: { attribute: 'shape' }, color: { attribute: 'color' },
        visibility: { attribute: 'visibility' }, depth: { attribute: 'depth' }, labelVisibility: 'hidden',
      },
      edges: {
        size: { attribute: 'size' }, color: { attribute: 'color' }, visibility: { attribute: 'visibility' }, depth: { attribute: 'depth' },
      },
    },
  });
}
