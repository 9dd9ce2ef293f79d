"""The values in the captions of figures: a module per figure, named like the figure.

Each has `facts(table, *, sources, …) -> dict`: pure, from the figure's tidy table (and, where the
table lacks them, from named values that `publish` passes on). A plot module takes part by importing
the function: `from framing.paper.facts.overview import facts`. The caption's template only words
these values; what follows from a number is decided, and tested, here.
"""
