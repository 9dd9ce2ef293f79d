"""The same input gives the same bytes: no order and no number is left to chance."""

import ast

import workflow

CALLS = [
    (path, node)
    for folder in ("analysis", "workflow")
    for path in sorted((workflow.ROOT / folder).rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Call)
]


def test_no_order_is_left_to_chance():
    """Polars keeps the order of rows where it is asked to; where none matters, nobody asks."""
    for path, call in CALLS:
        for given in call.keywords:
            if given.arg == "maintain_order":
                assert ast.literal_eval(given.value), f"{path}:{call.lineno}"


def test_no_number_is_left_to_chance():
    """Every generator of random numbers, and every sample of rows, has a seed."""
    found = 0
    for path, call in CALLS:
        name = ast.unparse(call.func)
        if name.endswith("default_rng"):
            found += 1
            assert call.args, f"{path}:{call.lineno}"
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("sample", "shuffle"):
            found += 1
            assert "seed" in [given.arg for given in call.keywords], f"{path}:{call.lineno}"
    assert found > 20
