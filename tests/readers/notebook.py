"""Runs what docs/analyst.md shows, as it stands, against a running server, and looks for its pictures.

    python notebook.py http://127.0.0.1:8000
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "analyst.md"
RUNS = {"python": [sys.executable, "-"], "r": ["Rscript", "--vanilla", "/dev/stdin"]}
PICTURES = {"python": "network.png", "r": "network-r.png"}

text = PAGE.read_text()
blocks = {language: re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S) for language in RUNS}
environment = os.environ | {"DRIEKLANK": sys.argv[1], "MPLBACKEND": "Agg"}
with tempfile.TemporaryDirectory() as folder:
    for language, command in RUNS.items():
        program = "\n".join(blocks[language])
        ended = subprocess.run(command, input=program, text=True, cwd=folder, env=environment, capture_output=True)
        if ended.returncode != 0:
            sys.exit(f"{PAGE.name}, {language}: {ended.stdout[-2000:]}\n{ended.stderr[-2000:]}")
        picture = pathlib.Path(folder, PICTURES[language]).read_bytes()
        if not picture.startswith(b"\x89PNG") or len(picture) < 10_000:
            sys.exit(f"{PAGE.name}, {language}: {PICTURES[language]} is no picture")
        if keep := os.environ.get("KEEP"):
            pathlib.Path(keep, PICTURES[language]).write_bytes(picture)
        print(f"docs/analyst.md: {len(blocks[language])} blocks of {language} run, {PICTURES[language]} is drawn")
