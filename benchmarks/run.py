"""Measure `framing code` and its peers on made-up posts: `make benchmarks`.

Writes results.tsv, machine.tsv and speed.svg beside this file. Peers that are not installed are
left out; another Python that has them is named with --peers.
"""

import argparse
import csv
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

import draw
import measure
import peers
import posts
from framing.texts.text import tokenise

HERE = Path(__file__).parent
SIZES = [1_000, 10_000, 100_000, 1_000_000]
ONE = "framing code, 1 process"
COUNTER, MATCHER = "scikit-learn CountVectorizer", "spaCy Matcher"
# The largest size that is measured, where it is not the largest of all: the rest would take hours.
MOST = {ONE: 100_000, COUNTER: 100_000, MATCHER: 10_000, "quanteda": 100_000}
COLUMNS = [
    *("what", "posts", "tokens", "seconds", "cpu_seconds"),
    *("tokens_per_second", "tokens_per_cpu_second", "peak_mb", "exponent", "load"),
]


def main() -> None:
    """Make the posts, run everything, write the table and the plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="POSTS")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--folder", type=Path, default=HERE, help="where the results go")
    options = parser.parse_args()
    rows: list[dict] = []
    with tempfile.TemporaryDirectory() as folder:
        compile_codebook(folder, options)
        for size in options.sizes:
            table = f"{folder}/{size}.tsv"
            posts.write(size, table)
            tokens = sum(len(tokenise(text)) for text in peers.read(table))
            for what, command in name_commands(table, folder, options):
                if size <= MOST.get(what, size):
                    load = os.getloadavg()[0]
                    cost = measure.run(command, env={"PYTHONPATH": os.pathsep.join(sys.path)})
                    rows.append(describe(what, size, tokens, cost, load, rows))
                    print(*rows[-1].values(), sep="\t", flush=True)
                    write(options.folder / "results.tsv", COLUMNS, [r.values() for r in rows])
            os.remove(table)
    write(options.folder / "machine.tsv", ["what", "value"], describe_machine(options.peers))
    draw.draw(rows, options.folder / "speed.svg")


def compile_codebook(folder: str, options: argparse.Namespace) -> None:
    """Code a few posts, so that the codebook is compiled before anything is measured."""
    table = f"{folder}/few.tsv"
    posts.write(10, table)
    _, command = next(name_commands(table, folder, options))
    measure.run(command, env={"PYTHONPATH": os.pathsep.join(sys.path)})


def name_commands(
    table: str, folder: str, options: argparse.Namespace
) -> Iterator[tuple[str, list[str]]]:
    """What is measured, and its command."""
    code = [sys.executable, "-m", "framing", "code", table, f"{folder}/out.tsv", "--jobs"]
    yield f"framing code, {options.jobs} processes", [*code, str(options.jobs)]
    yield ONE, [*code, "1"]
    mentions = [str(options.jobs), "--mentions", f"{folder}/mentions.tsv"]
    yield f"framing code --mentions, {options.jobs} processes", [*code, *mentions]
    for what, module, task in (
        (COUNTER, "sklearn", "count"),
        (MATCHER, "spacy", "match"),
    ):
        if _works(options.peers, "-c", f"import {module}"):
            yield what, [options.peers, str(HERE / "peers.py"), task, table]
    if shutil.which("Rscript") and _works("Rscript", "-e", "library(quanteda)"):
        phrases = Path(folder, "phrases.txt")
        lines = (" ".join(words) for words in peers.read_patterns())
        phrases.write_text("\n".join(lines), encoding="utf-8")
        yield "quanteda", ["Rscript", str(HERE / "quanteda.R"), table, str(phrases)]


def _works(*command: str) -> bool:
    """Whether the command ends without an error."""
    return not subprocess.run(command, stderr=subprocess.DEVNULL).returncode


def describe(
    what: str, size: int, tokens: int, cost: measure.Cost, load: float, earlier: list[dict]
) -> dict:
    """A row of the table; the exponent of growth is that since the size before."""
    before = [row for row in earlier if row["what"] == what][-1:]
    exponents = [
        math.log(cost.seconds / row["seconds"]) / math.log(size / row["posts"]) for row in before
    ]
    values = (
        *(what, size, tokens, round(cost.seconds, 2), round(cost.cpu_seconds, 2)),
        *(round(tokens / cost.seconds), round(tokens / cost.cpu_seconds), round(cost.peak_mb)),
        *([round(exponents[0], 3)] if exponents else [""]),
        round(load, 1),
    )
    return dict(zip(COLUMNS, values, strict=True))


def describe_machine(python: str) -> list[tuple[str, str]]:
    """Processor, cores, system, versions, day."""
    cpu = next(
        (line.partition(":")[2].strip() for line in _read("/proc/cpuinfo") if "model name" in line),
        platform.processor(),
    )
    asked = "import sys, importlib.metadata as m; print(m.version(sys.argv[1]))"
    found = [("day", str(date.today())), ("processor", cpu), ("cores", str(os.cpu_count()))]
    found += [("system", platform.platform()), ("Python", platform.python_version())]
    found += [(name, version(name)) for name in ("framing", "numpy", "polars")]
    for name in ("scikit-learn", "spacy"):
        run = subprocess.run([python, "-c", asked, name], capture_output=True, text=True)
        found += [(name, run.stdout.strip())] if not run.returncode else []
    return found


def _read(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if os.path.exists(path) else []


def write(path: Path, header: list[str], rows: object) -> None:
    """Write a tab-separated table."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


if __name__ == "__main__":
    main()
