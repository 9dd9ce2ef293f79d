"""The manuscript: a text whose numbers, captions and wording are filled in from the results.

`paper/manuscript.typ` is read by Typst, which sets the PDF, and by `source`, for Word and for the
checks; both look up every call (`#n("…")`, `#say("…")`) in the same values (`values`).
"""
