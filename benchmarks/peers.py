"""What others do with the same posts: `python benchmarks/peers.py {count,match} IN.tsv`.

`count`: scikit-learn counts the words of each post (a floor: no language, no cue).
`match`: spaCy's Matcher looks for 300 patterns of words from the frame cues, without clitics, gaps
or conditions.
"""

import csv
import sys

PATTERNS = 300
BLANK = "xx"  # spaCy's language of no language: splits at blanks and marks


def read(path: str) -> list[str]:
    """The texts of the table."""
    with open(path, encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file, dialect="excel-tab")]


def count(texts: list[str]) -> None:
    """Count the words of every text."""
    from sklearn.feature_extraction.text import CountVectorizer

    CountVectorizer(token_pattern=r"\w+", lowercase=False).fit_transform(texts)


def match(texts: list[str]) -> None:
    """Find the patterns in every text."""
    import spacy
    from spacy.matcher import Matcher

    language = spacy.blank(BLANK)
    matcher = Matcher(language.vocab)
    for number, words in enumerate(read_patterns()):
        matcher.add(str(number), [[{"ORTH": word} for word in words]])
    for document in language.pipe(texts):
        matcher(document)


def read_patterns() -> list[list[str]]:
    """The first patterns of the frame cues that are plain words, evenly from all sheets."""
    from framing import sheets
    from framing.instrument import codebook

    plain = [
        pattern.text.split()
        for rule in codebook.read_rules(sheets.DATA / "codebook")
        if rule.concept.kind == "frame"
        for pattern in rule.cue
        if all(word.isalpha() for word in pattern.text.split())
    ]
    return plain[:: max(1, len(plain) // PATTERNS)][:PATTERNS]


if __name__ == "__main__":
    {"count": count, "match": match}[sys.argv[1]](read(sys.argv[2]))
