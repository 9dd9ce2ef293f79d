# %% [markdown]
# # How do I add an article, and what does it change?
#
# An article is a text file and a row in `data/articles.tsv`. The workflow then reruns what depends on it. Here this
# happens in a copy of the project, so that the study stays as it is.

# %%
import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

import framing

ROOT = Path("../..").resolve()
place = Path(tempfile.mkdtemp())
for part in ("Snakefile", "analysis", "config", "data", "paper", "profiles", "workflow"):
    copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
    copied = copy(ROOT / part, place / part)

# %% [markdown]
# The text, written for this notebook: a second Arabic article.

# %%
text = """اتهمت المعارضة السورية النظام بخرق وقف إطلاق النار في وادي بردى.
وقتل عشرة مدنيين في قصف على المدينة.
ورحبت روسيا وتركيا بقرار مجلس الأمن.
وبحث الرئيسان هاتفيا التنسيق بين البلدين.
"""
file = place / "data/raw/second.txt"
file.write_text(text, encoding="utf-8")
digest = hashlib.sha256(file.read_bytes()).hexdigest()

# %% [markdown]
# Its row: name, file, language, source, date, form (`raw`, or `lemmatised` like the Hebrew article), SHA-256.

# %%
row = ["second_ar", "data/raw/second.txt", "ar", "arabic", "2017-01-02", "raw", digest]
with open(place / "data/articles.tsv", "a", encoding="utf-8") as sheet:
    sheet.write("\t".join(row) + "\n")

# %% [markdown]
# One command. Only what is needed for the table that is asked for runs; a bare `snakemake` makes everything.

# %%
python, target = sys.executable, "results/comparison/frame_shares.parquet"
# !cd {place} && {python} -m snakemake --quiet all --cores 1 {target}

# %% [markdown]
# The shares before and after: of all sentences of the source, now in two articles.

# %%
before = framing.results(ROOT / "results").frame_shares.filter(source="arabic")
after = framing.results(place / "results").frame_shares.filter(source="arabic")
columns = ["code", "units", "carried", "share"]
table = before.select(columns).join(after.select(columns), on="code", suffix="_after")
table

# %% [markdown]
# ## Answer

# %%
shutil.rmtree(place)
added = table["units_after"][0] - table["units"][0]
moved = table.filter(table["carried"] != table["carried_after"])["code"].to_list()
print(f"A file and a row. {added} sentences more; the counts of {', '.join(moved)} change.")
