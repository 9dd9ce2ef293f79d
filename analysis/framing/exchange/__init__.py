"""The study for other programs: a REFI-QDA project, coder sheets from one, a discourse network.

`project` is a coded project in memory, `refi` its file format (.qdpx); `book` and `study` make the
project of the study, `coder_sheets` read codings back; `network` lists who says what about whom.
"""
