"""Corrected shares as text for the terminal."""

import polars as pl

HEAD = f"{'instrument':>12}{'corrected':^24}{'hand codes alone':^24}"
RATES = f"{'precision':>11}{'recall':>8}"  # of one source; a difference has none
NOTE = """\
instrument: share by the instrument alone; corrected: with its [{level:g} % interval]; hand codes
alone: the same sample without the instrument. Shares in percent, differences in points, of these
texts only. precision, recall: of the instrument, estimated from the sample."""


def lay_out(table: pl.DataFrame, labels: dict[str, str], *, level: float) -> str:
    """A block per source, then one per difference of two sources; `table` as of `design_based`."""
    width = max(map(len, labels.values())) + 1
    blocks = []
    keys = ["source", "minus", "language"]
    for (source, minus, language), part in table.group_by(keys, maintain_order=True):
        texts, coded = part.select("texts", "coded").row(0)
        name = f"{source} minus {minus}" if minus else f"{source} ({language})"
        head = " " * width + HEAD + ("" if minus else RATES)
        lines = [f"{name}: {texts} texts, {coded} coded by hand", head.rstrip()]
        for row in part.iter_rows(named=True):
            lines.append(f"{labels[row['frame']]:<{width}}" + _cells(row, signed=bool(minus)))
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, NOTE.format(level=100 * level)])


def _cells(row: dict, *, signed: bool) -> str:
    sign = "+" if signed else ""
    ends = [("corrected", "low", "high"), ("hand", "hand_low", "hand_high")]
    intervals = [_interval([row[name] for name in names], sign).center(24) for names in ends]
    rates = "".join(_rate(row[name]).rjust(w) for name, w in (("precision", 11), ("recall", 8)))
    return (f"{_percent(row['raw'], sign):>12}" + "".join(intervals) + rates).rstrip()


def _interval(values: list[float], sign: str) -> str:
    if values[0] != values[0]:
        return "–"
    middle, low, high = (_percent(value, sign) for value in values)
    return f"{middle} [{low}, {high}]"


def _percent(share: float, sign: str) -> str:
    # Adding zero turns the negative zero of rounding into a plain one.
    return f"{round(100 * share, 1) + 0.0:{sign}.1f}"


def _rate(rate: float) -> str:
    return "" if rate != rate else f"{rate:.2f}"
