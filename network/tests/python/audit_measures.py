"""Compares measures with networkx, igraph and plain counting: cargo run --example measured | python audit_measures.py

Reads a graph or a table a line, and ends with 1 when anything differs by more than 1e-9.
"""

import json
import math
import random
import sys
from collections import Counter
from itertools import combinations

import igraph
import networkx as nx
import numpy as np

NEAR = 1e-9
# By how much the best of our runs may be below the best of igraph's: both search, and neither finds the best each time.
SEARCHED = 0.005
# igraph draws from it: the same runs each time.
random.seed(0)
differences = []
checks = Counter()


def same(what, ours, theirs):
    """Notes when two lists of numbers differ; None and NaN mean that it is not defined."""
    checks[what] += 1
    ours = [math.nan if value is None else float(value) for value in ours]
    theirs = [math.nan if value is None else float(value) for value in theirs]
    near = len(ours) == len(theirs) and all(
        abs(one - other) <= NEAR or (math.isnan(one) and math.isnan(other)) for one, other in zip(ours, theirs)
    )
    if not near:
        differences.append(f"{what}: {ours} is not {theirs}")


def check_graph(row):
    n, groups = row["n"], row["groups"]
    nodes = range(n)
    ties = [(one, other) for one, other, _ in row["ties"]]
    strengths = [strength for *_, strength in row["ties"]]
    x = nx.Graph()
    x.add_nodes_from(nodes)
    x.add_weighted_edges_from(row["ties"])
    i = igraph.Graph(n=n, edges=ties)
    i.es["weight"] = strengths

    pairs = (n - 1) * (n - 2) / 2
    same("betweenness, networkx", row["betweenness"], nx.betweenness_centrality(x).values())
    same("betweenness, igraph", row["betweenness"], [v / pairs if n > 2 else 0 for v in i.betweenness()])
    same("harmonic, networkx", row["harmonic"], nx.harmonic_centrality(x).values())
    sums = [0.0] if n == 1 else [value * (n - 1) for value in i.harmonic_centrality()]
    same("harmonic, igraph", row["harmonic"], sums)
    same("PageRank, networkx", row["page_rank"], nx.pagerank(x, tol=1e-13, max_iter=10_000).values())
    same("PageRank, igraph", row["page_rank"], i.pagerank(weights="weight"))
    same("core numbers, networkx", row["core_numbers"], nx.core_number(x).values())
    same("core numbers, igraph", row["core_numbers"], i.coreness())
    points = set(nx.articulation_points(x))
    same("articulation points, networkx", row["articulation"], [node in points for node in nodes])
    points = set(i.articulation_points())
    same("articulation points, igraph", row["articulation"], [node in points for node in nodes])
    bridges = sum((list(bridge) for bridge in row["bridges"]), [])
    same("bridges, networkx", bridges, sum(sorted(sorted(b) for b in nx.bridges(x)), []))
    same("bridges, igraph", bridges, sum(sorted(sorted(i.es[b].tuple) for b in i.bridges()), []))
    same("components, igraph", row["components"], i.connected_components().membership)
    of = {node: at for at, part in enumerate(nx.connected_components(x)) for node in part}
    same("components, networkx", row["components"], [of[node] for node in nodes])
    same("constraint, networkx", row["constraint"], nx.constraint(x, weight="weight").values())
    size = nx.effective_size(x)
    same("effective size, networkx", row["effective_size"], size.values())
    same("brokerage, counted", sum(row["brokerage"], []), sum(brokerage(x, groups), []))
    same("participation, counted", row["participation"], [participation(x, node, groups) for node in nodes])
    same("mixing, counted", row["mixing"] or [], mixing(x, groups))
    check_communities(row, x, i, groups)


def check_communities(row, x, i, groups):
    of = row["communities"]
    like = row["like_groups"]
    if like is not None:
        same("adjusted Rand, igraph", [like], [igraph.compare_communities(of, groups, method="adjusted_rand")])
    if not row["ties"]:
        same("modularity without ties", [row["modularity"]], [None])
        return
    parts = [{node for node in x if of[node] == part} for part in set(of)]
    same("modularity, networkx", [row["modularity"]], [nx.community.modularity(x, parts)])
    same("modularity, igraph", [row["modularity"]], [i.modularity(of, weights="weight")])
    same("communities hang together", [all(nx.is_connected(x.subgraph(part)) for part in parts)], [True])
    runs = [i.community_leiden("modularity", weights="weight", n_iterations=-1).modularity for _ in range(20)]
    found.append((row["modularity"], max(runs)))


def brokerage(x, groups):
    roles = []
    for v in x:
        counts = [0] * 5
        for a in x[v]:
            for c in x[v]:
                if a != c and not x.has_edge(a, c):
                    ga, gv, gc = groups[a], groups[v], groups[c]
                    role = 0 if ga == gv == gc else 1 if gv == gc else 2 if ga == gv else 3 if ga == gc else 4
                    counts[role] += 1
        roles.append(counts)
    return roles


def participation(x, node, groups):
    counts = Counter(groups[other] for other in x[node])
    return 1 - sum((count / x.degree(node)) ** 2 for count in counts.values()) if counts else None


def mixing(x, groups):
    if not x.number_of_edges():
        return []
    index = lambda pairs: sum(1 if groups[one] != groups[other] else -1 for one, other in pairs) / len(pairs)
    return [index(list(x.edges)), index(list(combinations(x, 2)))]


def check_table(row):
    table = np.zeros((row["rows"], len(row["columns"])))
    for column, members in enumerate(row["columns"]):
        table[members, column] = 1
    x = nx.Graph()
    rows = list(range(row["rows"]))
    x.add_nodes_from(rows)
    x.add_nodes_from(("column", column) for column in range(table.shape[1]))
    x.add_edges_from((r, ("column", c)) for c, members in enumerate(row["columns"]) for r in members)
    bipartite = nx.bipartite
    flat = lambda graph: sum(sorted([min(e), max(e), w] for *e, w in graph.edges(data="weight")), [])
    ours = lambda weighting: sum(row[weighting], [])
    same("count, networkx", ours("count"), flat(bipartite.weighted_projected_graph(x, rows)))
    same("Jaccard, networkx", ours("jaccard"), flat(bipartite.overlap_weighted_projected_graph(x, rows)))
    same("Newman, networkx", ours("newman"), flat(bipartite.collaboration_weighted_projected_graph(x, rows)))
    cosine = bipartite.generic_weighted_projected_graph(x, rows, lambda _, v, u: cosine_of(table, v, u))
    same("cosine, networkx", ours("cosine"), flat(cosine))
    if row["backbone"] is not None:
        check_backbone(row, table)


def cosine_of(table, v, u):
    return table[v] @ table[u] / math.sqrt(table[v].sum() * table[u].sum())


def chances(table):
    """The bipartite configuration model by plain iteration, after taking out who is sure."""
    p = table.copy()
    rows, columns = list(range(table.shape[0])), list(range(table.shape[1]))
    while True:
        part = table[np.ix_(rows, columns)]
        sure_rows = [r for r, total in zip(rows, part.sum(1)) if total in (0, len(columns))]
        if sure_rows:
            rows = [r for r in rows if r not in sure_rows]
            continue
        sure_columns = [c for c, total in zip(columns, part.sum(0)) if total in (0, len(rows))]
        if not sure_columns:
            break
        columns = [c for c in columns if c not in sure_columns]
    if rows and columns:
        part = table[np.ix_(rows, columns)]
        d, n = part.sum(1), part.sum(0)
        x, y = d / math.sqrt(part.sum()), n / math.sqrt(part.sum())
        for _ in range(200_000):
            x = d / (y / (1 + np.outer(x, y))).sum(1)
            y = n / (x[:, None] / (1 + np.outer(x, y))).sum(0)
            xy = np.outer(x, y)
            if abs((xy / (1 + xy)).sum(1) - d).max() < 1e-12:
                break
        else:
            return None
        p[np.ix_(rows, columns)] = xy / (1 + xy)
    return p


def check_backbone(row, table):
    p = chances(table)
    if p is None:
        return
    active = int((table.sum(1) > 0).sum())
    tested = active * (active - 1) // 2
    same("pairs tested, counted", [row["backbone"]["tested"]], [tested])
    pairs = []
    for one, other in combinations(range(table.shape[0]), 2):
        shared = int(table[one] @ table[other])
        if shared:
            distribution = np.ones(1)
            for both in p[one] * p[other]:
                distribution = np.convolve(distribution, [1 - both, both])
            pairs.append((one, other, distribution[shared:].sum()))
    same("backbone, counted", sum(row["backbone"]["pairs"], []), [value for pair in pairs for value in pair])
    values = sorted(value for *_, value in pairs)
    passing = [value for at, value in enumerate(values, 1) if value <= 0.05 * at / tested + 1e-12]
    highest = max(passing, default=-1) + 1e-12
    kept = [[one, other] for one, other, value in pairs if value <= highest]
    same("significant, counted", sum(row["backbone"]["significant"], []), sum(kept, []))


found = []
lines = 0
for line in sys.stdin:
    row = json.loads(line)
    lines += 1
    check_graph(row) if "ties" in row else check_table(row)

better = sum(ours > theirs + NEAR for ours, theirs in found)
worse = [(ours, theirs) for ours, theirs in found if ours < theirs - NEAR]
checks["communities at least as good as igraph's"] = len(found)
for ours, theirs in worse:
    if theirs - ours > SEARCHED:
        differences.append(f"communities: {ours} is less than {theirs}")
for what, count in sorted(checks.items()):
    print(f"{what}: {count}")
print(f"communities better than the best of 20 of igraph: {better}, worse: {len(worse)} of {len(found)}")
print(f"{lines} graphs and tables, {sum(checks.values())} comparisons, {len(differences)} differences")
for difference in differences[:10]:
    print(difference[:2000], file=sys.stderr)
sys.exit(1 if differences or lines < 200 else 0)
