# %% [markdown]
# # What do the two articles say, and how sure is it?
#
# This notebook reads the results of a finished run (`snakemake`, or `make`, in the folder of the project) through
# `import framing`. It needs no other file.

# %%
import framing
import polars as pl

pl.Config.set_fmt_str_lengths(90)
results = framing.results("../../results")
labels = framing.labels("../..")
results

# %% [markdown]
# Figure 1: each article as a column of sentences, with the frames of each sentence. Solid: the text itself says it;
# hatched: attributed to somebody.

# %%
overview = framing.draw("overview", results)
overview.set_dpi(90)

# %% [markdown]
# How many sentences carry each frame? `describe` says what a column means.

# %%
results.describe("frame_shares").select("column", "meaning")

# %%
shares = results.frame_shares.with_columns(frame=pl.col("code").replace(labels["frame"]))
shares.pivot("source", index="frame", values="carried")

# %% [markdown]
# Differences between the two articles, in shares of sentences, with their intervals.

# %%
contrasts = results.contrasts.filter(kind="frame", measure="sentences")
contrasts.select("code", "estimate", "low", "high", "answer")

# %% [markdown]
# Who speaks of violations and civilian harm, and who is blamed?

# %%
blamed = results.responsibility_units
blamed.select("source", "sentence", "frames", "voice", "speaker", "responsible")

# %% [markdown]
# ## Answer

# %%
sure = contrasts.filter(pl.col("answer") != "cannot tell").height
print(f"{sure} of {contrasts.height} frames are shown to differ or to be equivalent.")
for source, label in labels["source"].items():
    said = blamed.filter(source=source)
    own = said.filter(voice="narrator").height
    print(f"{label}, sentences on violations or harm: {said.height}, in its own voice: {own}.")
