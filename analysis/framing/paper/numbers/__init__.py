"""Every number that the study quotes, by key: `coordination.hebrew.sentences`.

A module a stage of the workflow: each has `numbers(results, study) -> list[Number]`, pure, with
keys made of the codes and sources of the study. `collect` joins them.
"""
