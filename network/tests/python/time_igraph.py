"""Times igraph on a graph from stdin: nodes, ties and the measures wanted, then two numbers a tie. Answers with JSON: seconds
of the fastest of three runs of each measure."""

import json
import sys
import time

import igraph
import numpy as np

nodes, ties, *measures = sys.stdin.buffer.readline().decode().split()
pairs = np.fromstring(sys.stdin.buffer.read(), dtype=np.int64, sep=" ").reshape(int(ties), 2)
graph = igraph.Graph(n=int(nodes), edges=pairs)

calls = {
    "components": graph.connected_components,
    "core_numbers": graph.coreness,
    "articulation_points": graph.articulation_points,
    "page_rank": graph.pagerank,
    "betweenness": graph.betweenness,
}


def seconds(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


print(json.dumps({name: min(seconds(calls[name]) for _ in range(3)) for name in measures}))
