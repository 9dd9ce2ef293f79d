"""The evidence: which sentences and words each number of the study counts, as a page and as lines.

`behind` finds the sentences of a number, `cues` explains the words found in them, `texts` lays out
the articles, `chart` draws figure 1 as navigation, `page` puts the file together; `explain` is the
same for one number on the terminal.
"""
