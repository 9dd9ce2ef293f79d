# %% [markdown]
# # How do I add a language?
#
# A language is a row, a folder with three small files, and cues. Here it is English, in a copy of the codebook, with cues
# of two frames.

# %%
import shutil
import tempfile
from pathlib import Path

import framing

folder = Path(shutil.copytree("../../data/codebook", Path(tempfile.mkdtemp()) / "codebook"))
(folder / "languages/en").mkdir()

# %% [markdown]
# Code, name, direction, scripts, letters with a final form, and its code in simplemma and wordfreq.

# %%
with open(folder / "languages.tsv", "a", encoding="utf-8") as sheet:
    sheet.write("en\tEnglish\tltr\tLatin\t\ten\ten\n")

# %% [markdown]
# Small words written together with others (none in English), forms of verbs and nouns by root (none here), stop words.

# %%
files = {
    "clitics.tsv": "clitic\tplace\trest\n",
    "paradigms.tsv": "paradigm\tpart\twhole\troot\tforms\texample\n",
    "stopwords.txt": "the\na\nof\n",
}
for name, content in files.items():
    with open(folder / "languages/en" / name, "w", encoding="utf-8") as sheet:
        sheet.write(content)

# %% [markdown]
# Cues: rows of the sheets of the frames. The number of the rule must be new in its concept and language.

# %%
breach = "breach|breached|breaches|violated|violates ..4 ceasefire|truce"
cues = {
    "violation.tsv": ("breach_rule", "en", "1", "cue", breach, ""),
    "coordination.tsv": ("coordination_act", "en", "1", "cue", "coordinate|coordination", ""),
}
for name, row in cues.items():
    with open(folder / "cues" / name, "a", encoding="utf-8") as sheet:
        sheet.write("\t".join(row) + "\n")

# %%
book = framing.read_codebook(folder)
list(book.languages)

# %% [markdown]
# Case does not count in a script that has it.

# %%
found = framing.find(
    "The army BREACHED the ceasefire. Moscow praised the coordination.",
    language="en",
    codebook=book,
)
found.select("sentence", "text", "code", "voice", "place")

# %% [markdown]
# `framing check --codebook FOLDER` lists what still lacks cues in the new language. Without rules of speech
# (`speech.tsv`) everything is in the text's own voice.

# %% [markdown]
# ## Answer

# %%
shutil.rmtree(folder.parent)
pairs = found.select("text", "code").rows()
print(
    f"A row, three files, and cues. Found {len(pairs)}: {', '.join(f'{text} ({code})' for text, code in pairs)}."
)
