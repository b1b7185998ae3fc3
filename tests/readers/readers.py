"""Reads the files of a running server with libraries that are not ours, and holds them against each other.

    python readers.py http://127.0.0.1:8000

networkx and igraph read the graphs, the published schemas of Popolo accept what is called Popolo, openpyxl reads the
workbook, pyarrow reads Parquet, and Python's own csv and zipfile read the dataset and all tables.
"""

import csv
import io
import json
import pathlib
import sys
import tempfile
import urllib.request
import zipfile
from collections import Counter

import igraph
import jsonschema
import networkx
import openpyxl
import pyarrow
import pyarrow.parquet
from jsonschema.validators import Draft3Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

SCHEMAS = pathlib.Path(__file__).parent / "popolo"
POPOLO = {"persons": "person", "organizations": "organization", "memberships": "membership", "events": "event"}


def fetch(path):
    with urllib.request.urlopen(f"{sys.argv[1]}/export/{path}") as answer:
        return answer.read()


def same(what, one, other):
    if one != other:
        difference = (set(one) ^ set(other)) if isinstance(one, Counter) else (one, other)
        sys.exit(f"{what} differ: {str(difference)[:500]}")


def told(values, names):
    """Attributes as text, those without a value left out; the names are those of the table."""
    text = lambda value: str(value).lower() if isinstance(value, bool) else str(value)
    number = lambda value: text(int(value)) if isinstance(value, float) and value.is_integer() else text(value)
    there = lambda value: value is not None and value != "" and value == value
    return tuple(sorted((name, number(values[name])) for name in names if there(values.get(name))))


def graphs(arguments):
    """Every format of a graph tells the same nodes and links with the same attributes."""
    nodes = list(csv.DictReader(io.StringIO(fetch(f"nodes.csv{arguments}").decode())))
    links = list(csv.DictReader(io.StringIO(fetch(f"links.csv{arguments}").decode())))
    of_node = [name for name in nodes[0] if name != "id"]
    of_link = [name for name in links[0] if name not in ("source", "target")]
    all_nodes = Counter((row["id"], told(row, of_node)) for row in nodes)
    directed = "projection" not in arguments
    ends = lambda source, target: (source, target) if directed else tuple(sorted((source, target)))
    all_links = Counter((ends(row["source"], row["target"]), told(row, of_link)) for row in links)

    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "network.graphml"
        file.write_bytes(fetch(f"network.graphml{arguments}"))
        graph = networkx.read_graphml(file, force_multigraph=True)
        same("directions", graph.is_directed(), directed)
        same("nodes of networkx", Counter((node, told(values, of_node)) for node, values in graph.nodes(data=True)), all_nodes)
        read = Counter((ends(a, b), told(values, of_link)) for a, b, values in graph.edges(data=True))
        same("links of networkx", read, all_links)
        graph = igraph.Graph.Read_GraphML(str(file))
        names = graph.vs["id"]
        # igraph tells what is not there as NaN or as an empty text, and a flag that is not there as false.
        without = [name for name in of_node if name != "partner"]
        read = Counter((vertex["id"], told(vertex.attributes(), without)) for vertex in graph.vs)
        same("nodes of igraph", read, Counter((row["id"], told(row, without)) for row in nodes))
        read = Counter((ends(names[edge.source], names[edge.target]), told(edge.attributes(), of_link)) for edge in graph.es)
        same("links of igraph", read, all_links)

        file = pathlib.Path(folder) / "network.gexf"
        file.write_bytes(fetch(f"network.gexf{arguments}"))
        graph = networkx.read_gexf(file)
        same("nodes of GEXF", Counter((node, told(values, of_node)) for node, values in graph.nodes(data=True)), all_nodes)
        read = Counter((ends(a, b), told(values, of_link)) for a, b, values in graph.edges(data=True))
        same("links of GEXF", read, all_links)
        spans = sum("start" in values or "end" in values for _, _, values in graph.edges(data=True))
        if ("always" in arguments) != (spans > 0):
            sys.exit(f"{spans} links have days")

    kumu = json.loads(fetch(f"network.kumu.json{arguments}"))
    same("elements of Kumu", Counter((row["id"], told(row, of_node)) for row in kumu["elements"]), all_nodes)
    read = Counter((ends(row["from"], row["to"]), told(row, of_link)) for row in kumu["connections"])
    same("connections of Kumu", read, all_links)
    return f"{len(nodes)} nodes and {len(links)} links"


def popolo(arguments):
    schemas = {file.stem: json.loads(file.read_text()) for file in SCHEMAS.glob("*.json")}
    resources = [(schema["id"].rstrip("#"), Resource(schema, DRAFT3)) for schema in schemas.values()]
    registry = Registry().with_resources(resources)
    dataset = json.loads(fetch(f"network.popolo.json{arguments}"))
    same("lists", set(dataset) - set(POPOLO), set())
    for name, rows in dataset.items():
        validator = Draft3Validator(schemas[POPOLO[name]], registry=registry)
        for row in rows:
            try:
                validator.validate(row)
            except jsonschema.ValidationError as error:
                sys.exit(f"Popolo refuses {row}: {error.message}")
            unknown = set(row) - set(schemas[POPOLO[name]]["properties"])
            if unknown:
                sys.exit(f"Popolo does not know {unknown}")
    ids = {row["id"] for name in ("persons", "organizations") for row in dataset.get(name, [])}
    for row in dataset["memberships"]:
        pointed = [row["organization_id"], row.get("person_id"), row.get("on_behalf_of_id"), row.get("member", {}).get("id")]
        if any(one is not None and one not in ids for one in pointed):
            sys.exit(f"{row} points at what is not there")
    return ", ".join(f"{len(rows)} {name}" for name, rows in dataset.items())


def datasets():
    archive = zipfile.ZipFile(io.BytesIO(fetch("network.zip")))
    tables = {name.removesuffix(".csv"): archive.read(name).decode() for name in archive.namelist()}
    tables = {noun: list(csv.reader(io.StringIO(text))) for noun, text in tables.items()}
    book = openpyxl.load_workbook(io.BytesIO(fetch("network.xlsx")), read_only=True)
    same("sheets", book.sheetnames, list(tables))
    # A workbook knows texts: what CSV writes with an apostrophe, as it would be a formula there, is a text here.
    plain = lambda cell: cell[1:] if cell.startswith("'") and cell[1:].lstrip("'")[:1] in tuple("=+-@\t\r\n") else cell
    for noun, rows in tables.items():
        sheet = [["" if cell is None else cell for cell in row] for row in book[noun].iter_rows(values_only=True)]
        same(f"rows of {noun}", [row + [""] * (len(rows[0]) - len(row)) for row in sheet], [[plain(cell) for cell in row] for row in rows])
    dataset = json.loads(fetch("network.json"))
    same("nouns of JSON", {noun: len(rows) for noun, rows in dataset.items() if noun != "revision"},
         {noun: len(rows) - 1 for noun, rows in tables.items()})
    return f"{len(tables)} tables with {sum(len(rows) - 1 for rows in tables.values())} rows"


TYPES = {"string": str, "int64": int, "double": float, "bool": lambda text: {"true": True, "false": False}[text]}


def parquet(name, arguments):
    """A table of Parquet has the columns and the rows of the CSV, each value of its type."""
    rows = list(csv.reader(io.StringIO(fetch(f"{name}.csv{arguments}").decode())))
    table = pyarrow.parquet.read_table(io.BytesIO(fetch(f"{name}.parquet{arguments}")))
    same(f"columns of {name}", table.column_names, rows[0])
    plain = lambda cell: cell[1:] if cell.startswith("'") and cell[1:].lstrip("'")[:1] in tuple("=+-@\t\r\n") else cell
    types = [TYPES[str(field.type)] for field in table.schema]
    read = [[of(plain(cell)) if cell else None for of, cell in zip(types, row)] for row in rows[1:]]
    same(f"rows of {name}", [list(row.values()) for row in table.to_pylist()], read)
    return f"{table.num_rows} rows of {', '.join(sorted({str(field.type) for field in table.schema}))}"


def tables():
    """Every row of what is computed has a cell for each column. Of some tables nothing is known in a region."""
    told = []
    for name in ("standings", "findings", "measures", "interlocks", "overlaps", "contributions", "helices", "closure", "timeline"):
        header, *rows = csv.reader(io.StringIO(fetch(f"{name}.csv").decode()))
        same(f"columns of {name}", {len(row) for row in (header, *rows)}, {len(header)})
        told.append(f"{name} {len(rows)}")
    return ", ".join(told)


for arguments in ("", "?validAt=always", "?validAt=2024-01-01&minConfidence=HIGH&language=EN",
                  "?projection=ORGANISATION_CO_PARTICIPATION&weighting=JACCARD"):
    print(f"graph{arguments}: {graphs(arguments)}")
for arguments in ("", "?validAt=always"):
    print(f"popolo{arguments}: {popolo(arguments)}")
print(f"dataset: {datasets()}")
for name, arguments in (("nodes", ""), ("nodes", "?validAt=always"), ("links", "?validAt=always"),
                        ("links", "?projection=ORGANISATION_CO_PARTICIPATION"), ("standings", "?language=EN")):
    print(f"{name}.parquet{arguments}: {parquet(name, arguments)}")
print(f"tables: {tables()}")
