"""Placeholder."""

from dataclasses import dataclass


@dataclass
class R:
    actor: str = ""
    rule: str = ""


def assign(mentions, sentences, text, language):
    return [R() for _ in mentions]
