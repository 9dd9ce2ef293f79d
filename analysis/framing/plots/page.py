"""An empty page on which a figure places everything itself, in inches."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure


def page(width: float, height: float) -> tuple[Figure, Axes]:
    """A figure, and axes over all of it: x to the right, y downwards, no marks."""
    figure = plt.figure(figsize=(width, height))
    figure.set_layout_engine("none")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    return figure, axes
