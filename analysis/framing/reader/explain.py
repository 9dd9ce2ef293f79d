"""What each concept contributes to the decisions of the learned reader on one text."""

from collections.abc import Iterable, Iterator

from framing.instrument.codebook import Codebook
from framing.instrument.explain import Finding
from framing.reader import combine, features
from framing.reader.features import Feature
from framing.reader.model import Model

LEAST = 0.1  # probability from which a frame is shown that neither reader finds


def describe(findings: Iterable[Finding], model: Model, book: Codebook) -> Iterator[str]:
    """The lines on the whole text: a block for each frame that is found, or is not unlikely.

    A contribution is the weight of a feature that the text has: what it adds to the logit.
    """
    cues = [finding.mention.cue for finding in findings if finding.counts]
    found = {f for cue in cues for f in features.of(cue.kind, cue.code, cue.concept)}
    rules = {cue.code for cue in cues if cue.kind == "frame"}
    yield "learned reader, whole text"
    probabilities = model.predict([found])[0]
    for number, frame in enumerate(model.frames):
        probability, threshold = probabilities[number], model.thresholds[number]
        if frame not in rules and probability < min(LEAST, threshold):
            continue
        finder = combine.name_finder(frame in rules, probability >= threshold) or "nobody"
        limit = f"(found from {threshold:.2f})"
        yield f"  {book.frames[frame]['label']}: probability {probability:.2f} {limit}, by {finder}"
        yield f"    {model.intercepts[number]:+.2f} without any cue"
        for feature, weight in model.contributions(found, frame):
            yield f"    {weight:+.2f} {name(feature, book)}"


def name(feature: Feature, book: Codebook) -> str:
    """A feature in words, from the labels and glosses of the codebook."""
    kind, code, concept = feature
    if kind == "actor":
        return f"actor {book.actors[code]['label']}"
    if kind == "frame" and not concept:
        return f"frame {book.frames[code]['label']}, any cue"
    glosses = {(c.kind, c.code, c.name): c.gloss for c in book.concepts.values()}
    gloss = glosses[kind, code, concept or code]
    return f"{'concept' if kind == 'concept' else book.frames[code]['label']}: {gloss}"
