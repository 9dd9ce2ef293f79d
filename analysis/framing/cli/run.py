"""Run the study in this folder: two sources, or all comparisons of more; describe one alone.

With more than two sources every pair is compared, and each source with all the others together,
in a folder of its own under comparisons/. One source alone is described: its tables are written to
tables/, contrasts are left out. Exit code 2 is a mistake in the settings or the data.
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
    parser.add_argument(
        "--settings",
        metavar="FILE.yaml",
        help="a question: settings laid over those of the study, answered in questions/FILE/",
    )


def run(options: argparse.Namespace) -> int:
    """Call Snakemake for each comparison; returns its first exit code that is not 0."""
    from framing import comparisons, settings
    from framing.cli import _describe
    from framing.errors import InputError

    if not CONFIG.is_file():
        raise InputError(CONFIG, "no such file", "go to the folder of the study")
    command = [sys.executable, "-m", "snakemake", "--cores", str(options.cores), *QUIET]
    chosen, place = settings.read(CONFIG), Path("comparisons")
    if options.settings:
        chosen = settings.check_question(options.settings)
        place = Path("questions") / Path(options.settings).stem
        command += ["--configfile", options.settings]
    sources = chosen["sources"]
    if len(sources) == 1:
        _describe.describe()
        return 0
    if len(sources) < 3 or "compared" in chosen:
        comparisons.choose(sources, chosen.get("compared"))
        return subprocess.call(command)
    for pair in comparisons.every(sources):
        folder = place / "_".join(pair)
        given = [f"compared=[{','.join(pair)}]", f"output={folder}"]
        print(folder, file=sys.stderr)
        code = subprocess.call([*command, "--config", *given])
        if code:
            return code
    return 0
