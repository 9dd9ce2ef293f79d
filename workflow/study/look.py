"""A first look at the results of this study (a notebook as text, py:percent)."""

# %% [markdown]
# # A first look
# Run `framing run` before. Each cell shows one result of this folder.

# %%
import framing

results = framing.results("results")
print(results.describe())

# %% [markdown]
# How often each frame occurs in each source.

# %%
print(results.frame_shares)

# %% [markdown]
# Differences of the sources, with intervals where there is a valid one.

# %%
print(results.contrasts)

# %% [markdown]
# Every cue found, with the row of the codebook that found it.

# %%
print(results.mentions.sample(20, seed=1))
