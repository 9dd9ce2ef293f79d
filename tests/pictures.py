"""Measure a published figure: its text, colours, fonts, and the words that go with it."""

import re
import xml.etree.ElementTree as Tree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from framing.plots import style
from matplotlib.colors import to_hex, to_rgb
from matplotlib.image import imread

SVG = "{http://www.w3.org/2000/svg}"
# Deuteranopia at full severity on linear RGB (Machado, Oliveira & Fernandes 2009).
DEUTERANOPIA = np.array(
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]
)
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)


@dataclass(frozen=True)
class Words:
    """A piece of text in an SVG: what it says, points, colour, and anchor in points."""

    text: str
    size: float
    colour: str
    x: float
    y: float
    angle: float
    anchor: str


def words(path: Path) -> list[Words]:
    """All text of an SVG; sizes are points, since matplotlib's SVG has one unit per point."""
    found = []
    for node in Tree.parse(path).iter(f"{SVG}text"):
        look = _look(node.get("style", ""))
        x, y, angle = _place(node)
        found.append(
            Words(
                text="".join(node.itertext()),
                size=float(look["font-size"].removesuffix("px")),
                colour=look.get("fill", "#000000"),
                x=x,
                y=y,
                angle=angle,
                anchor=look.get("text-anchor", "start"),
            )
        )
    return found


def _look(text: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in text.split(";") if ":" in part)
    return {key.strip(): value.strip() for key, value in pairs}


def _place(node: Tree.Element) -> tuple[float, float, float]:
    """Anchor and angle (degrees, counter-clockwise), from x and y or from the transform."""
    transform = node.get("transform", "")
    moved = re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", transform)
    turned = re.search(r"rotate\(([-\d.]+)", transform)
    angle = -float(turned.group(1)) if turned else 0.0
    if moved:
        return float(moved.group(1)), float(moved.group(2)), angle
    return float(node.get("x")), float(node.get("y")), angle


def width(path: Path) -> float:
    """Width of an SVG in points."""
    return float(Tree.parse(path).getroot().get("width").removesuffix("pt"))


def ground(word: Words, pixels: np.ndarray, dots: float) -> str:
    """The commonest colour around the letters, in a picture with so many `dots` per point."""
    long = 0.45 * word.size * len(word.text)
    start = {"start": 0, "middle": -long / 2, "end": -long}[word.anchor]
    along, up = np.meshgrid(
        start + np.linspace(0, long, 60), np.linspace(-0.1 * word.size, 0.8 * word.size, 24)
    )
    turn = np.deg2rad(word.angle)
    x = word.x + along * np.cos(turn) - up * np.sin(turn)
    y = word.y - along * np.sin(turn) - up * np.cos(turn)
    columns = np.clip((x * dots).astype(int), 0, pixels.shape[1] - 1)
    rows = np.clip((y * dots).astype(int), 0, pixels.shape[0] - 1)
    colours = pixels[rows, columns, :3].reshape(-1, 3)
    far = np.abs(colours - to_rgb(word.colour)).max(axis=1) > 0.12
    return to_hex(Counter(map(tuple, colours[far].round(2))).most_common(1)[0][0])


def faint(svg: Path, png: Path, *, least: float) -> list[tuple[str, str, str, float]]:
    """Text whose contrast with its ground is below `least`: text, colour, ground, contrast."""
    pixels = imread(png)
    dots = pixels.shape[1] / width(svg)
    found = []
    for word in words(svg):
        under = ground(word, pixels, dots)
        contrast = style.contrast(word.colour, under)
        if contrast < least:
            found.append((word.text, word.colour, under, round(contrast, 2)))
    return found


def fonts(pdf: bytes) -> tuple[int, int, int]:
    """Numbers of font descriptors, of embedded TrueType files, and of Type 3 fonts in a PDF."""
    names = (rb"/Type /FontDescriptor", rb"/FontFile2 ", rb"/Subtype /Type3")
    return tuple(len(re.findall(name, pdf)) for name in names)


def lab(colour: str, *, deuteranope: bool = False) -> np.ndarray:
    """CIE L*a*b* (D65) of a colour, perhaps as a person without green receptors has it."""
    value = np.array(to_rgb(colour))
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    if deuteranope:
        linear = np.clip(DEUTERANOPIA @ linear, 0, 1)
    x, y, z = (TO_XYZ @ linear) / (0.95047, 1.0, 1.08883)
    f = [v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
