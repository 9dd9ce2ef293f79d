"""Run the study in this folder: two sources, or all comparisons of more.

With more than two sources every pair is compared, and each source with all the others together,
in a folder of its own under comparisons/.
"""

import argparse
import subprocess
import sys
from pathlib import Path

CONFIG = Path("config") / "config.yaml"
QUIET = ("--quiet", "rules", "host")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--cores", type=int, default=1, help="jobs at a time (default 1)")


def run(options: argparse.Namespace) -> int:
    """Call Snakemake for each comparison; returns its first exit code that is not 0."""
    from framing import comparisons, settings
    from framing.errors import InputError

    if not CONFIG.is_file():
        raise InputError(CONFIG, "no such file", "go to the folder of the study")
    sources = settings.read(CONFIG)["sources"]
    command = [sys.executable, "-m", "snakemake", "--cores", str(options.cores), *QUIET]
    if len(sources) < 3:
        comparisons.choose(sources, None)
        return subprocess.call(command)
    for pair in comparisons.every(sources):
        name = "_".join(pair)
        chosen = [f"compared=[{','.join(pair)}]", f"output=comparisons/{name}"]
        print(f"comparisons/{name}", file=sys.stderr)
        code = subprocess.call([*command, "--config", *chosen])
        if code:
            return code
    return 0
