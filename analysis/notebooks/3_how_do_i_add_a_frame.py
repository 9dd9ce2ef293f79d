# %% [markdown]
# # How do I add a frame?
#
# A frame is rows in three sheets: its code and definition, its concepts, its cues in each language. Here it is *economy*,
# in a copy of the codebook.

# %%
import shutil
import tempfile
from pathlib import Path

import framing

folder = Path(shutil.copytree("../../data/codebook", Path(tempfile.mkdtemp()) / "codebook"))

# %% [markdown]
# The code, with a label, whether coders name who is responsible, and a definition.

# %%
with open(folder / "frames.tsv", "a", encoding="utf-8") as sheet:
    sheet.write("economy\teconomy\tno\tpresents money, trade or prices as gained or lost\n")

# %% [markdown]
# Its concepts: cue sheet, name, gloss, tier.

# %%
with open(folder / "concepts.tsv", "a", encoding="utf-8") as sheet:
    sheet.write("economy\tprices\tprices that rise or fall\tcore\n")

# %% [markdown]
# Its cues, one pattern a row. `a|b` is one or the other, `..3` at most three words between, `@` a class of words.
# `docs/cue-language.md` explains all of it.

# %%
cues = [
    ("prices", "he", "1", "cue", "מחיר|מחירי|מחירים ..3 עלה|עלו|ירד|ירדו", ""),
    ("prices", "ar", "1", "cue", "ارتفعت|ارتفع|انخفضت|انخفض ..3 أسعار|سعر", ""),
    ("prices", "en", "1", "cue", "price|prices ..3 rose|rise|fell|fall", ""),
]
rows = [("concept", "language", "rule", "part", "pattern", "note"), *cues]
with open(folder / "cues/economy.tsv", "w", encoding="utf-8") as sheet:
    sheet.writelines("\t".join(row) + "\n" for row in rows)

# %% [markdown]
# Reading the codebook checks every sheet. A wrong cell stops with one line: file, row, column, what is allowed.

# %%
book = framing.read_codebook(folder)
list(book.frames)

# %%
hebrew = framing.find("מחירי הלחם עלו מאוד השבוע.", language="he", codebook=book)
arabic = framing.find("ارتفعت بشدة أسعار الخبز.", language="ar", codebook=book)
negative = framing.find("أسعار الخبز في السوق.", language="ar", codebook=book)
hebrew.filter(code="economy").select("start", "end", "text", "concept", "place")

# %% [markdown]
# Does any sentence of the study carry it?

# %%
results = framing.results("../../results")
texts = results.sentences.join(results.articles.select("article", "language"), on="article")
coded = framing.code(texts.select("language", "text"), codebook=book)

# %% [markdown]
# ## Answer

# %%
shutil.rmtree(folder.parent)
found = [table.filter(code="economy").height for table in (hebrew, arabic, negative)]
print(f"Two sheets and a new one. Found in {sum(found[:2])} of 2 sentences that say it,")
print(
    f"in {found[2]} of 1 that does not, and in {coded['economy'].sum()} of {coded.height} of the study."
)
