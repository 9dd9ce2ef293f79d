"""Parallel sentences: read, coded in every language, compared."""

import math

import numpy as np
import polars as pl
import pytest
from framing.accuracy import equivalence, report
from framing.errors import InputError, InputWarning
from framing.instrument import codebook

COLUMNS = {"hebrew": "he", "arabic": "ar", "french": "fr"}
HEADER = "id\tframes\thebrew\tarabic\tenglish\tgrammar\n"
FRAMES = ["threat", "violation"]


def write(path, *rows, header=HEADER):
    """A parallel file."""
    path.write_text(header + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def found_by_hand():
    """Threat in 6 of 10 in Hebrew, in 4 of these and one more in Arabic; violation alike."""
    he, ar = [1] * 6 + [0] * 4, [1] * 4 + [0] * 2 + [1] + [0] * 3
    same = [0] * 8 + [1] * 2
    rows = [
        (f"p{n}", frame, coded, a, b)
        for n in range(10)
        for frame, coded, a, b in (
            ("threat", he[n], he[n], ar[n]),
            ("violation", same[n], same[n], same[n]),
        )
    ]
    return pl.DataFrame(rows, schema=["id", "frame", "coded", "he", "ar"], orient="row")


def test_read(tmp_path):
    """Frames separated, sentences under the codes of the languages that are columns."""
    path = write(tmp_path / "p.tsv", ["p1", "threat|violation", 'צה"ל', "ب", "", ""],
                 ["p2", "", "ג", "د", "", ""])  # fmt: skip
    rows, languages = equivalence.read(path, FRAMES, COLUMNS)
    assert languages == ["he", "ar"]
    assert [row["coded"] for row in rows] == [FRAMES, []]
    assert (rows[0]["he"], rows[0]["ar"]) == ('צה"ל', "ب")


def test_other_columns_are_free(tmp_path):
    """A file needs id, frames and two languages, in any order, and no more."""
    path = write(tmp_path / "p.tsv", ["x", "b", "", "p1"], header="french\thebrew\tframes\tid\n")
    rows, languages = equivalence.read(path, FRAMES, COLUMNS)
    assert (languages, rows[0]["fr"]) == (["he", "fr"], "x")


def test_frames_that_the_codebook_lacks(tmp_path):
    """Left out with a warning: another codebook can be tried on the same sentences."""
    row = ["p1", "doom|threat", "א", "ب", "", ""]
    path = write(tmp_path / "p.tsv", row, header=HEADER)
    with pytest.warns(InputWarning, match="the codebook lacks doom; what the sheet says"):
        rows, _ = equivalence.read(path, ["threat"], COLUMNS)
    assert rows[0]["coded"] == ["doom", "threat"]


@pytest.mark.parametrize(
    ("rows", "header", "message"),
    [
        ([["p1", "", "א", "ب", "", ""]] * 2, HEADER, "row 3, column id: 'p1' is listed twice"),
        ([["p1", "", "א", " ", "", ""]], HEADER, "row 2, column arabic: is empty"),
        ([["p1", "", "א"]], HEADER, "row 2: has 3 cells; the header has 6"),
        ([["p1", "", "א"]], "id\tframes\thebrew\n", "row 1: has fewer than two languages"),
        ([["p1", "א", "ب"]], "id\thebrew\tarabic\n", "row 1: column frames is missing"),
        (
            [["p1", "threat|threat", "א", "ب", "", ""]],
            HEADER,
            "row 2, column frames: 'threat' is l",
        ),
        ([], HEADER, "has no rows below its header"),
    ],
)
def test_bad_files(tmp_path, rows, header, message):
    """File, row, column and what is wrong."""
    path = write(tmp_path / "p.tsv", *rows, header=header)
    with pytest.raises(InputError) as error:
        equivalence.read(path, FRAMES, COLUMNS)
    assert str(error.value).startswith(f"{path}: {message}")


def test_measure_by_hand():
    """Threat: 6 and 5 of 10, ratio 1.2, 7 alike; violation alike; whole sets alike in 7 of 10."""
    table = equivalence.measure(found_by_hand(), ["he", "ar"])
    rows = {row["frame"]: row for row in table.to_dicts()}
    threat = rows["threat"]
    assert (threat["sentences"], threat["found_first"], threat["found_second"]) == (10, 6, 5)
    assert threat["ratio"] == pytest.approx(1.2)
    assert threat["low"] < 1 < threat["high"]
    assert (threat["same"], threat["share_same"]) == (7, 0.7)
    assert rows["violation"]["ratio"] == 1
    assert rows["violation"]["same"] == 10
    whole = rows[equivalence.ALL]
    assert (whole["coded"], whole["found_first"], whole["found_second"]) == (8, 8, 7)
    assert (whole["same"], whole["ratio"]) == (7, pytest.approx(8 / 7))


def test_items_that_function_differently():
    """p4, p5: missed in Arabic; p6: found in Arabic only, where nothing is coded."""
    rows = [{"id": f"p{n}", "he": f"h{n}", "ar": f"a{n}"} for n in range(10)]
    items = equivalence.differing(found_by_hand(), ["he", "ar"], rows)
    assert items.rows() == [
        ("p4", "threat", 1, "he", "ar", "h4", "a4"),
        ("p5", "threat", 1, "he", "ar", "h5", "a5"),
        ("p6", "threat", 0, "ar", "he", "h6", "a6"),
    ]


def test_three_languages():
    """Every pair has its rows; an item names all languages that miss it."""
    found = found_by_hand().with_columns(fr=pl.col("ar"))
    table = equivalence.measure(found, ["he", "ar", "fr"])
    assert table.select("first", "second").unique(maintain_order=True).rows() == [
        ("he", "ar"), ("he", "fr"), ("ar", "fr")
    ]  # fmt: skip
    rows = [{"id": f"p{n}", "he": "", "ar": "", "fr": ""} for n in range(10)]
    items = equivalence.differing(found, ["he", "ar", "fr"], rows)
    assert items.row(0)[3:5] == ("he", "ar, fr")


def test_ratio_edges():
    """Found nowhere: no ratio; in one language only: 0 or infinite; swapping inverts it."""
    assert all(math.isnan(value) for value in equivalence.paired_ratio(0, 0, 0))
    assert equivalence.paired_ratio(0, 3, 0)[0] == math.inf
    assert equivalence.paired_ratio(0, 0, 3)[0] == 0
    ratio, low, high = equivalence.paired_ratio(20, 4, 9)
    assert equivalence.paired_ratio(20, 9, 4) == pytest.approx((1 / ratio, 1 / high, 1 / low))
    wide, narrow = (equivalence.paired_ratio(20, 4, 9, level=level) for level in (0.99, 0.9))
    assert wide[1] < narrow[1] < narrow[2] < wide[2]


def test_perfect_agreement_is_not_certainty():
    """Sixteen sentences alike in both: the interval still has a width, less with more sentences.

    By hand: A = √(2 / 17²) = .08319, B = C = √((1 - 17/18) / 17) = .05717, so z is 1.960 × A /
    (B + C) = 1.426, and Wilson's ends are 16 / (16 + z²) = .8872 and 1: the ratio is in .8872 to
    1 / .8872.
    """
    ratio, low, high = equivalence.paired_ratio(16, 0, 0)
    assert (ratio, low, high) == pytest.approx((1, 0.8872, 1.1271), abs=5e-5)
    assert equivalence.paired_ratio(160, 0, 0)[1] > low


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        ((100, 0, 0), "equivalent"),  # interval at 90 %: .98 to 1.02
        ((100, 10, 8), "equivalent"),
        ((5, 0, 0), "cannot tell"),  # alike throughout, but far too few
        ((30, 12, 4), "cannot tell"),
        ((30, 30, 2), "different"),
        ((30, 2, 30), "different"),
        ((0, 0, 0), "cannot tell"),
    ],
)
def test_judge(cells, answer):
    """Found in both, in one only: equivalent within .8 to 1.25, different, or too few to tell."""
    assert equivalence.judge(*cells) == answer


def test_judge_follows_margin_and_level():
    """A ratio of 1.02 is within .8 to 1.25 but not .98 to 1.02; more confidence needs more."""
    assert equivalence.judge(100, 10, 8, alike=0.98) == "cannot tell"
    assert equivalence.judge(12, 0, 0, level=0.95) == "equivalent"
    assert equivalence.judge(12, 0, 0, level=0.9999) == "cannot tell"


def test_published_data():
    """Data of Bentur et al. 2009 (1, 1, 7) and Cavo et al. 2012 (59, 6, 16), by a second hand.

    The method's formula as given in Fagerland et al. 2014, written out in full for each table.
    """

    def limits(x, n, z):
        root = z * np.sqrt(z**2 + 4 * x * (1 - x / n))
        return [(2 * x + z**2 + sign * root) / (2 * (n + z**2)) for sign in (-1, 1)]

    for both, first, second in ((1, 1, 7), (59, 6, 16)):
        n, x, y = both + first + second, both + first, both + second
        a = np.sqrt((first + second + 2) / ((x + 1) * (y + 1)))
        b, c = (np.sqrt((1 - (k + 1) / (n + 2)) / (k + 1)) for k in (x, y))
        z = 1.959964 * a / (b + c)
        (low_x, high_x), (low_y, high_y) = limits(x, n, z), limits(y, n, z)
        found = equivalence.paired_ratio(both, first, second)
        assert found == pytest.approx((x / y, low_x / high_y, high_x / low_y), rel=1e-5)


def test_coverage_of_the_ratio():
    """In 2,000 worlds with a true ratio of 1 the interval holds it in 93 to 99 of 100."""
    rng = np.random.default_rng(1)
    cells = rng.multinomial(173, [0.09, 0.02, 0.02, 0.87], size=2000)
    ends = [equivalence.paired_ratio(*map(int, row[:3]))[1:] for row in cells]
    assert 0.93 <= np.mean([low <= 1 <= high for low, high in ends]) <= 0.99


def test_the_instrument_on_parallel_sentences(book, tmp_path):
    """The study's own codebook on three contents: the same codes in all languages, as meant."""
    path = write(
        tmp_path / "p.tsv",
        ["p1", "violation", "הצבא הפר את ההסכם.", "خرق الجيش الهدنة.", "They broke the truce.", ""],
        ["p2", "civilian_harm", "עשרה אזרחים נהרגו.", "قتل عشرة مدنيين.", "A baby was killed.", ""],
        ["p3", "", "השמש זורחת היום.", "تشرق الشمس اليوم.", "The sun is shining today.", ""],
    )
    columns = equivalence.name_columns(codebook.PLACE)
    rows, languages = equivalence.read(path, list(book.frames), columns)
    found = equivalence.code(rows, languages, book)
    assert languages == ["he", "ar", "en"]
    assert found.filter(pl.any_horizontal(pl.col(languages) != pl.col("coded"))).rows() == []
    assert found.height == 3 * len(book.frames)


def test_one_language_has_nothing_to_compare(tmp_path):
    """Both tables are empty, with their columns; the file is not read."""
    book = codebook.read(languages=["en"])
    tables = report.across_languages(
        tmp_path / "none.tsv", book, {"english": "en", "hebrew": "he"}, level=0.95, alike=0.8
    )
    assert [table.height for table in tables.values()] == [0, 0]
    assert tables["equivalence"].columns[:4] == ["frame", "first", "second", "sentences"]
    assert "missed_in" in tables["differing_items"].columns
