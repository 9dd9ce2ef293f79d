# %% [markdown]
# # How do I correct a share with hand codes?
#
# A dictionary errs, and differently in each language. Hand codes of a random sample correct its shares, whatever its
# errors are. The texts here are the training sentences of the project, which exist in both languages with the same
# codes: so the true difference between the languages is zero, and the true shares are known.

# %%
import shutil
import sys
from pathlib import Path

import framing
import polars as pl

place, python = Path("scratch"), sys.executable
shutil.rmtree(place, ignore_errors=True)
place.mkdir()
news = pl.read_csv("../../data/training/news.tsv", separator="\t", quote_char=None)
news = news.with_columns(pl.col("frames").fill_null("").str.split("|"))
both = [
    news.select(pl.lit(code).alias("language"), pl.col(name).alias("text"), "frames")
    for code, name in (("he", "hebrew"), ("ar", "arabic"))
]
texts = pl.concat(both)
texts.height

# %% [markdown]
# Code them all by the instrument. On the command line: `framing code`.

# %%
coded = framing.code(texts.select("language", "text"))
coded.write_csv(place / "coded.tsv", separator="\t")
coded.group_by("language", maintain_order=True).agg(pl.col("violation", "threat").mean())

# %% [markdown]
# Draw a sample of 150 texts a language, as sheets for people to fill in.

# %%
# !{python} -m framing sample {place}/coded.tsv {place}/sheets --per-language 150

# %% [markdown]
# Here the known codes stand in for people: each blank sheet is filled from them, for three frames. The columns of the
# other frames are dropped, so nothing is computed for those.

# %%
frames = ["violation", "threat", "civilian_harm"]
for language in ("he", "ar"):
    path = place / "sheets" / f"{language}.tsv"
    sheet = pl.read_csv(path, separator="\t", infer_schema=False)
    known = texts.filter(language=language).unique("text")
    filled = sheet.join(
        known.select("text", "frames"), on="text", how="left", maintain_order="left"
    )
    codes = [pl.col("frames").list.contains(frame).cast(pl.Int8).alias(frame) for frame in frames]
    given = [column for column in sheet.columns if column not in coded.columns[2:]]
    filled.with_columns(codes).select(given + frames).write_csv(path, separator="\t")

# %%
# !{python} -m framing correct {place}/sheets {place}/coded.tsv --output {place}/shares.tsv

# %% [markdown]
# ## Answer

# %%
shares = pl.read_csv(place / "shares.tsv", separator="\t")
shutil.rmtree(place)
truth = {frame: news["frames"].list.contains(frame).mean() for frame in frames}
known = shares.filter(minus="").with_columns(truth=pl.col("frame").replace_strict(truth))
covered = known.filter(pl.col("truth").is_between("low", "high")).height
raw, after = (100 * (known[name] - known["truth"]).abs().max() for name in ("raw", "corrected"))
print(f"{covered} of {known.height} corrected intervals cover the true share.")
print(f"The largest error of a share falls from {raw:.1f} to {after:.1f} points.")
