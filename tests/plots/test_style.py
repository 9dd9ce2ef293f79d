"""Colours that can be read, and pictures that say what they show."""

import pictures
import pytest
from framing.errors import InputError
from framing.plots import style


def test_contrast_of_black_grey_and_white():
    """The ratios of the WCAG: 21 for black on white, 1 for a colour on itself."""
    assert style.contrast("black") == pytest.approx(21)
    assert style.contrast("#767676") == pytest.approx(4.54, abs=0.01)
    assert style.contrast("#0072B2", "#0072B2") == 1


@pytest.mark.parametrize("colour", ["#E69F00", "#F0E442", "#56B4E9", "#0072B2", "#ffffff"])
def test_lines_and_text_can_be_read(colour):
    """Darkened as far as needed, not further."""
    assert style.contrast(style.line(colour)) >= 3
    assert 4.5 <= style.contrast(style.ink(colour)) < 5.3


def test_readable_colours_stay():
    """A colour that can be read already is left alone."""
    assert style.line("#0072B2") == style.ink("#0072B2") == "#0072b2"


@pytest.mark.parametrize("lightness", [70, 85, 96])
def test_colours_of_one_lightness(lightness):
    """Blue and orange with as much white as brings both to the same CIE L*."""
    found = [pictures.lab(style.lightened(c, lightness))[0] for c in ("#0072B2", "#E69F00")]
    assert found == pytest.approx([lightness, lightness], abs=1.5)


def test_faint_text_is_found(tmp_path):
    """The measure behind the test of all figures: grey on white is reported, ink is not."""
    figure = style.plt.figure(figsize=(2, 1))
    figure.text(0.1, 0.6, "readable", color=style.INK, fontsize=10)
    figure.text(0.1, 0.2, "faint", color=style.FAINT, fontsize=5)
    with style.plt.rc_context({"svg.fonttype": "none"}):
        style.save(figure, str(tmp_path / "f"), title="A", description="B")
    svg, png = tmp_path / "f.svg", tmp_path / "f.png"
    assert [found[0] for found in pictures.faint(svg, png, least=4.5)] == ["faint"]
    assert [word.size for word in pictures.words(svg)] == [10, 5]


def test_files_describe_themselves(tmp_path):
    """The SVG has title and description, escaped, and real text; no time enters the files."""
    written = []
    for name in ("a", "b"):
        figure = style.plt.figure(figsize=(2, 1))
        figure.text(0.5, 0.5, "הפסקת אש")
        with style.plt.rc_context({"svg.fonttype": "none", "svg.hashsalt": "x"}):
            style.save(figure, str(tmp_path / name), title="A & B", description="one < two")
        written.append({e: (tmp_path / f"{name}.{e}").read_bytes() for e in ("svg", "pdf", "png")})
    svg = written[0]["svg"].decode()
    assert '<svg role="img" aria-labelledby="title desc"' in svg
    assert '<title id="title">A &amp; B</title>' in svg
    assert '<desc id="desc">one &lt; two</desc>' in svg
    assert ">הפסקת אש</text>" in svg
    assert written[0] == written[1]


def test_mixed_with_white():
    """By hand: a third of black is two thirds of white; of a hue the channels alone."""
    assert style.tint("#000000", 0.2) == "#cccccc"
    assert style.tint("#ff0000", 0.2) == "#ffcccc"
    assert style.tint("#123456", 1) == "#123456"
    assert style.tint("#000000") == "#a6a6a6"  # .35


def test_lightness_of_dark_colours():
    """CIE L* by hand: black 0, white 100; a grey of luminance .005 is on the straight part."""
    assert style._lightness("black") == 0
    assert style._lightness("white") == pytest.approx(100)
    assert style._lightness("#777777") == pytest.approx(50.0, abs=0.5)
    assert style._lightness("#111111") == pytest.approx(5.06, abs=0.05)
    assert style.lightened("#ffffff", 50) == "#ffffff"


def test_what_is_attributed_is_hatched():
    """On a pale ground; a repeated sentence is paler still."""
    full, pale = style.hatched("#0072B2"), style.hatched("#0072B2", 0.5)
    assert full["hatch"] == pale["hatch"] == "//////"
    assert full["facecolor"] == style.tint("#0072B2", 0.12)
    assert full["edgecolor"] == "#0072b2"
    assert (pale["facecolor"], pale["edgecolor"]) == (
        style.tint("#0072B2", 0.06),
        style.tint("#0072b2", 0.5),
    )


def test_legend_of_voices():
    """Own voice and attributed, by source."""
    sources = {"a": {"short": "A", "colour": "#0072B2"}, "b": {"short": "B", "colour": "#E69F00"}}
    handles = style.voice_legend(sources)
    assert [one.get_label() for one in handles] == [
        *("A, own voice", "A, attributed", "B, own voice", "B, attributed")
    ]
    assert [bool(one.get_hatch()) for one in handles] == [False, True, False, True]


def test_warnings_are_wrapped():
    """Thirteen letters an inch; nothing without a text."""
    figure = style.plt.figure(figsize=(2, 1))
    style.warn(figure, "")
    assert figure.get_suptitle() == ""
    style.warn(figure, "controls failed for threat")
    assert figure.get_suptitle() == "Warning: controls failed\nfor threat"


def test_an_unknown_source():
    """One line."""
    assert style.source({"a": {"short": "A"}}, "a") == {"short": "A"}
    with pytest.raises(InputError, match="figure: unknown source 'b'; use one of a"):
        style.source({"a": {}}, "b")
