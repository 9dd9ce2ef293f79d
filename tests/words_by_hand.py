"""Two articles of a few words made by hand, with the cues of one frame."""

import polars as pl

SOURCES = ["first", "second"]
WORDS = ["wa wb wc often", "wd we wf often", "wg wh wi often"]  # an article


def tables(texts=None, hits=(("x", 0, "p"), ("x", 1, "q"), ("x", 1, "p"), ("y", 2, "q"))):
    """Units, coded, mentions and tokens; a hit is an article, a sentence and a concept of frame a.

    The cue of p is the first word of its sentence, that of q the second.
    """
    texts = texts or {"x": WORDS, "y": WORDS}
    units, tokens = [], []
    for (article, sentences), source in zip(texts.items(), SOURCES, strict=True):
        for number, sentence in enumerate(sentences):
            units.append((article, source, number, len(sentence.split())))
            for at, word in enumerate(sentence.split()):
                start = 100 * number + 10 * at
                tokens.append((article, number, start, start + 5, word, word, word == "stop"))
    units = pl.DataFrame(units, schema=["article", "source", "sentence", "words"], orient="row")
    names = ["article", "sentence", "start", "end", "form", "lemma", "stop"]
    tokens = pl.DataFrame(tokens, schema=names, orient="row")
    mentions = pl.DataFrame(
        [
            (a, s, 100 * s + 10 * "pq".index(c), 100 * s + 10 * "pq".index(c) + 5, c)
            for a, s, c in hits
        ],
        schema=["article", "sentence", "start", "end", "concept"],
        orient="row",
    ).with_columns(kind=pl.lit("frame"), code=pl.lit("a"))
    coded = (
        mentions.group_by("article", "sentence", "code", maintain_order=True)
        .agg(pl.col("concept").unique(maintain_order=True).str.join("|").alias("concepts"))
        .join(units.select("article", "source").unique(), on="article", maintain_order="left")
    )
    return units, coded, mentions, tokens
