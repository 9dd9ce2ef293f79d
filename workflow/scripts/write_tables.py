"""Write each table of the paper: the full table, its caption, its printed form."""

from framing import steps
from framing.paper.tables import layout, names, publish
from framing.robustness import choices


def step(input, output, params):
    """Compose each table that the rule names and write its files."""
    results = steps.read_results(input)
    known = names.read(
        params.codebook,
        params.sources,
        translations=input.translations,
        contrasts=params.contrasts,
        choices=choices.read(input.choices_sheet, params.settings),
        top=params.lexicon["top"],
    )
    layouts = layout.read(input.layout)
    values = {"level": params.level, "lexicon": params.lexicon, "glosses": known.glosses}
    values |= params.rule | {"alike": params.alike, "sampled": params.sampled}
    values |= {"topics_sampled": params.topics_sampled}
    values |= {"choices_sampled": params.choices_sampled}
    for name, paths in output.items():
        publish.write(name, results, known, layouts, paths, values)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
