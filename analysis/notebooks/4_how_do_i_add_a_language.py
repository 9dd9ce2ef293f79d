# %% [markdown]
# # How do I add a language?
#
# A language is a row, a folder with three small files, and cues. Here it is French, in a copy of the codebook, with cues
# of two frames.

# %%
import shutil
import tempfile
import warnings
from pathlib import Path

import framing

folder = Path(shutil.copytree("../../data/codebook", Path(tempfile.mkdtemp()) / "codebook"))
(folder / "languages/fr").mkdir()

# %% [markdown]
# Code, name, direction, scripts, letters with a final form, and its code in simplemma and wordfreq.

# %%
with open(folder / "languages.tsv", "a", encoding="utf-8") as sheet:
    sheet.write("fr\tFrench\tltr\tLatin\t\tfr\tfr\n")

# %% [markdown]
# Small words written together with others (none needed here), forms of verbs and nouns by root (none here), stop words.

# %%
files = {
    "clitics.tsv": "clitic\tplace\trest\n",
    "paradigms.tsv": "paradigm\tpart\twhole\troot\tforms\texample\n",
    "stopwords.txt": "le\nla\nde\n",
}
for name, content in files.items():
    with open(folder / "languages/fr" / name, "w", encoding="utf-8") as sheet:
        sheet.write(content)

# %% [markdown]
# Cues: rows of the sheets of the frames. The number of the rule must be new in its concept and language.

# %%
breach = "viole|violé|violent ..4 trêve|feu"
cues = {
    "violation.tsv": ("breach_rule", "fr", "1", "cue", breach, ""),
    "coordination.tsv": ("coordination_act", "fr", "1", "cue", "coordonner|coordination", ""),
}
for name, row in cues.items():
    with open(folder / "cues" / name, "a", encoding="utf-8") as sheet:
        sheet.write("\t".join(row) + "\n")

# %%
with warnings.catch_warnings(record=True) as noted:
    warnings.simplefilter("always")
    book = framing.read_codebook(folder)
print(f"{len(noted)} warning: {str(noted[0].message).rpartition('/')[2]}")
list(book.languages)

# %% [markdown]
# Case does not count in a script that has it.

# %%
found = framing.find(
    "Les rebelles ont VIOLÉ le cessez-le-feu. Moscou salue la coordination.",
    language="fr",
    codebook=book,
)
found.select("sentence", "text", "code", "voice", "place")

# %% [markdown]
# The warning names the frames that still lack cues in the new language; so does `framing check --codebook FOLDER`. Without rules of speech
# (`speech.tsv`) everything is in the text's own voice.

# %% [markdown]
# ## Answer

# %%
shutil.rmtree(folder.parent)
pairs = found.select("text", "code").rows()
print(
    f"A row, three files, and cues. Found {len(pairs)}: {', '.join(f'{text} ({code})' for text, code in pairs)}."
)
