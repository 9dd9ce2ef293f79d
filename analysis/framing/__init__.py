"""Find frames in Hebrew and Arabic texts, and compare how two sources use them.

>>> import framing
>>> found = framing.find("اتهمت المعارضة النظام بخرق الهدنة.", language="ar")
>>> found.filter(kind="frame").select("code", "voice", "speaker", "responsible").unique().rows()
[('violation', 'attributed', 'opposition', 'regime')]

Texts: `read_codebook`, `find`, `code`, `tokens`. Comparison: `contrast`. A finished run of the
workflow: `results`, `labels`, `draw`. Bad input raises `InputError`, whose message says what is
wrong and where. Everything is imported when it is first used: `import framing` takes no time.
"""

from importlib import import_module

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, whose import would double the time
if TYPE_CHECKING:
    from framing.api.comparison import contrast as contrast
    from framing.api.figures import draw as draw
    from framing.api.results import labels as labels
    from framing.api.results import results as results
    from framing.api.texts import code as code
    from framing.api.texts import find as find
    from framing.api.texts import read_codebook as read_codebook
    from framing.api.texts import tokens as tokens
    from framing.errors import InputError as InputError
else:
    _HOME = {
        "InputError": "framing.errors",
        "code": "framing.api.texts",
        "contrast": "framing.api.comparison",
        "draw": "framing.api.figures",
        "find": "framing.api.texts",
        "labels": "framing.api.results",
        "read_codebook": "framing.api.texts",
        "results": "framing.api.results",
        "tokens": "framing.api.texts",
    }
    __all__ = list(_HOME)

    def __getattr__(name):
        if name not in _HOME:
            raise AttributeError(f"module 'framing' has no attribute {name!r}")
        return getattr(import_module(_HOME[name]), name)

    def __dir__():
        return sorted(_HOME)
