"""Write the study for other programs: two REFI-QDA projects, and who says what about whom."""

from pathlib import Path

from framing import steps
from framing.coders import codings
from framing.exchange import book, network, refi, study
from framing.instrument import codebook, cue_sheets
from framing.paper.tables import files
from framing.texts import stored


def step(input, output, params):
    """Write projects, edge list and graph."""
    results = steps.read_results(input)
    codes = codebook.read_codes(params.codebook)
    concepts = list(cue_sheets.read_concepts(params.codebook, codes).values())
    rows = results["articles"].to_dicts()
    texts = {row["article"]: text for row, text in zip(rows, stored.read(rows), strict=True)}
    found = codings.read(params.codings, results["articles"], results["sentences"], codes)
    coded = {"units": found.units, "frames": found.frames}
    tree = book.codes_of(codes, concepts)
    for name, project in study.projects(results, texts, tree, coded).items():
        refi.write(project, output[name])
    labels = codebook.read_labels(params.codebook, params.sources)
    labels["source"] = {name: entry["label"] for name, entry in params.sources.items()}
    edges = [results[name] for name in ("statements", "mentions", "articles")]
    table = network.edges(*edges, labels)
    files.write_csv(table, output.edges)
    network.write_graph(table, Path(output.graph))


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
