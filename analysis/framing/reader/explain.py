"""What each concept and word contributes to the decisions of the learned reader on one text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import sqrt

from framing.instrument.codebook import Codebook
from framing.instrument.explain import Finding
from framing.reader import combine, features, letters
from framing.reader.features import Feature
from framing.reader.letters import Letters, Words
from framing.reader.model import Model

LEAST = 0.1  # probability from which a frame is shown that neither reader finds
WORDS = 5  # so many words are shown, those whose letters weigh most; the rest are added up


def describe(
    findings: Iterable[Finding], text: str, language: str, model: Model, book: Codebook
) -> Iterator[str]:
    """The lines on the whole text: a block for each frame that is found, or is not unlikely.

    A contribution is the weight of a feature that the text has, or what the letters of a word add:
    the logit is the sum of all.
    """
    cues = [finding.mention.cue for finding in findings if finding.counts]
    found = {f for cue in cues for f in features.of(cue.kind, cue.code, cue.concept)}
    rules = {cue.code for cue in cues if cue.kind == "frame"}
    words = letters.find_words(text, book.languages[language].normalise)
    yield "learned reader, whole text"
    probabilities = model.predict([found], [words])[0]
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
        if model.letters:
            yield from _describe_words(words, model.letters, number)


def _describe_words(words: Words, spelled: Letters, frame: int) -> Iterator[str]:
    sums = weigh_words(words, spelled, frame)
    ranked = sorted(sums.items(), key=lambda part: (-abs(part[1]), part[0]))
    for word, weight in ranked[:WORDS]:
        yield f"    {weight:+.2f} letters of {word}"
    if rest := ranked[WORDS:]:
        yield f"    {sum(weight for _, weight in rest):+.2f} letters of the other words"


def weigh_words(words: Words, spelled: Letters, frame: int) -> dict[str, float]:
    """What the letters of each folded word add to the logit of a frame (by number), in one text."""
    weights = dict(zip(spelled.pieces, spelled.weights[:, frame].tolist(), strict=True))
    root = sqrt(max(1, sum(len(letters.cut(word)) for word in words)))
    sums: dict[str, float] = defaultdict(float)
    for word in words:
        sums[word] += sum(weights.get(piece, 0) for piece in letters.cut(word)) / root
    return dict(sums)


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
