import Graph from 'graphology';
import Sigma from 'sigma';
import { layerFill } from 'sigma/rendering';
import type { Palette } from './palette';
import { shapes } from './shapes';

/** What the map knows of a node. Those that are `off` are there but not seen. */
export interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  shape: string;
  off: boolean;
}

export interface TieLook {
  size: number;
  off: boolean;
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
export function draw(network: Network, container: HTMLElement, palette: () => Palette): Sigma<NodeLook, TieLook> {
  return new Sigma<NodeLook, TieLook>(network, container, {
    primitives: { nodes: { shapes, layers: [layerFill()] } },
    settings: {
      itemSizesReference: 'screen', renderLabels: false, minCameraRatio: 0.03, maxCameraRatio: 4, enableCameraRotation: false,
      stagePadding: 40, allowInvalidContainer: true, zoomDuration: 200, minEdgeThickness: 0.8, nodePickingPadding: 4,
    },
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        shape: { attribute: 'shape' },
        size: (node, state) => (state.isHovered ? node.size * 1.2 : node.size),
        color: (node, state, graph) => (graph.hasHighlighted && !state.isHighlighted ? palette().faded : node.color),
        labelVisibility: 'hidden',
        visibility: (node) => (node.off ? 'hidden' : 'visible'),
        depth: (_node, state) => (state.isHovered || state.isHighlighted ? 'topNodes' : 'nodes'),
      },
      edges: {
        size: (tie, state) => (state.isHighlighted ? tie.size + 0.8 : tie.size),
        color: (_tie, state, graph) => (state.isHighlighted ? palette().linkStrong : graph.hasHighlighted ? palette().faded : palette().link),
        visibility: (tie) => (tie.off ? 'hidden' : 'visible'),
        depth: (_tie, state) => (state.isHighlighted ? 'topEdges' : 'edges'),
      },
    },
  });
}
