"""From a raw file to sentences and words with exact offsets, and what is known of each language."""
