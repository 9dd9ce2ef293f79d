"""Results of two articles of one sentence, with markup in their text, read by the instrument."""

import framing
import polars as pl
import yaml
from framing.instrument import codebook

import workflow


def study():
    """The results by name, and the config."""
    said = {
        "he": "המורדים איימו <b>לסגת</b> מההסכם & </script><script>alert(1)</script>",
        "ar": "خرق النظام وقف إطلاق النار <img src=x onerror=alert(1)>",
    }
    config = yaml.safe_load((workflow.ROOT / "config/config.yaml").read_text(encoding="utf-8"))
    config["codebook"] = str(workflow.ROOT / "data/codebook")
    sources = dict(zip(said, config["sources"], strict=True))
    mentions = [
        framing.find(text, language=language).with_columns(article=pl.lit(f"<{language}>"))
        for language, text in said.items()
    ]
    articles = [
        {"article": f"<{language}>", "language": language, "source": sources[language]}
        | {"date": "2016-12-31"}
        for language in said
    ]
    sentences = [
        {"article": f"<{language}>", "sentence": 0, "start": 0, "end": len(text), "text": text}
        | {"words": 7, "duplicate_of": None}
        for language, text in said.items()
    ]
    units = {"sentence": 0, "voice": "narrator", "speaker": "", "responsible": ""}
    names = ["<he>_00", "<ar>_00"]
    labels = codebook.read_labels(config["codebook"], config["sources"])
    keys = {
        f"{code}.{s}.{end}": ""
        for code in labels["frame"]
        for s in sources.values()
        for end in ("sentences", "own")
    }
    keys |= {f"{code}.difference": "" for code in labels["frame"]}
    keys |= {
        f"event.{code}.{s}.sentences": "" for code in labels["event"] for s in sources.values()
    }
    keys |= {f"corpus.{s}.new": name for s, name in zip(sources.values(), names, strict=True)}
    keys |= {"threat.hebrew.sentences": names[0], "violation.arabic.sentences": names[1]}
    numbers = [
        {"key": key, "sentences": name, "text": str(int(name != "")), "unit": "sentences"}
        | {"source": "results/x", "n": 1, "method": "count"}
        for key, name in keys.items()
    ]
    results = {
        "articles": pl.DataFrame(articles),
        "sentences": pl.DataFrame(sentences, schema_overrides={"duplicate_of": pl.Int64}),
        "mentions": pl.concat(mentions),
        "frame_units": pl.DataFrame(
            [
                units | {"article": "<he>", "code": "threat"},
                units | {"article": "<ar>", "code": "violation", "responsible": "regime"},
            ]
        ),
        "event_units": pl.DataFrame(
            schema={"article": pl.String, "sentence": pl.Int64, "code": pl.String}
        ),
        "sentence_pairs": pl.DataFrame(
            [("<he>", 0, "<ar>", 0, True)],
            schema=["article_first", "first", "article_second", "second", "above_chance"],
            orient="row",
        ),
        "coders": pl.DataFrame({"coders": ["one person"], "seen": [True]}),
        "decisions": pl.DataFrame(
            [("<he>_00", "frame", "threat", "0", 1, 1, "1")],
            schema=["unit", "kind", "code", "majority", "votes", "coders", "instrument"],
            orient="row",
        ),
        "numbers": pl.DataFrame(numbers),
    }
    return results, config
