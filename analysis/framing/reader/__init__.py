"""The learned reader: weights of what the codebook finds, learned from coded texts."""
