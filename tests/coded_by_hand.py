"""Coded texts of two sources, and files of them, for the commands that correct shares."""

import csv

FRAMES = ["violation", "threat"]
HEADER = ["id", "language", "source", "text", *FRAMES]


def write(path, rows):
    """A tab-separated file as spreadsheets write it."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, "excel-tab").writerows(rows)
    return str(path)


def read(path):
    """Rows of a tab-separated file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, dialect="excel-tab"))


def texts(*, count=40):
    """Texts of two sources; violation is found in every second, threat in every fourth."""
    return [
        [
            f"{source}{i}",
            language,
            source,
            f'{word} {i} "אב"\nשורה',
            int(i % 2 == 0),
            int(i % 4 == 0),
        ]
        for language, source, word in (("he", "paper", "מילה"), ("ar", "radio", "كلمة"))
        for i in range(count)
    ]
