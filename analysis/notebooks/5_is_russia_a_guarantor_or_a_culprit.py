# %% [markdown]
# # A new question asked of the mentions: is Russia a guarantor or a culprit?
#
# The study asks which frames each article uses. Its table of mentions can answer other questions: every cue found, with
# its characters, who says it, and who is held responsible.

# %%
import framing
import polars as pl

pl.Config.set_fmt_str_lengths(90)
results = framing.results("../../results")
labels = framing.labels("../..")
results.describe("mentions").select("column", "meaning")

# %% [markdown]
# Sentences that name Russia (its state, its leaders, its capital), without those that repeat an earlier one.

# %%
key = ["article", "sentence"]
counted = results.sentences.filter(pl.col("duplicate_of").is_null()).select(key)
sources = results.articles.select("article", "source")
mentions = results.mentions.join(counted, on=key).join(sources, on="article")
russia = mentions.filter(kind="actor", code="russia")
naming = russia.select("source", *key).unique(maintain_order=True)
naming.group_by("source").len("sentences").sort("source")

# %% [markdown]
# The frames of these sentences.

# %%
frames = mentions.filter(kind="frame").join(naming, on=key, how="semi").unique([*key, "code"])
named = frames.with_columns(frame=pl.col("code").replace(labels["frame"]))
counts = named.group_by("source", "frame").len().sort("source", "frame")
counts.pivot("source", index="frame", values="len").fill_null(0).sort("frame")

# %% [markdown]
# Does it matter who speaks? Where Russia itself is the speaker, and where it is held responsible.

# %%
speaking = mentions.filter(kind="frame", speaker="russia").unique(key)
held = mentions.filter(kind="frame", responsible="russia").unique(key, keep="first")
held.select("source", "sentence", "text", "code", "voice", "speaker").sort("source", "sentence")

# %% [markdown]
# ## Answer

# %%
for source, label in labels["source"].items():
    total, blamed, spoken = (
        table.filter(source=source).height for table in (naming, held, speaking)
    )
    joint = frames.filter(source=source, code="coordination").height
    print(f"{label}: Russia is named in {total} sentences, of which {joint} are on coordination;")
    print(f"  sentences that blame it: {blamed}; in which it speaks: {spoken}.")
