"""What is measured and compared: frames, events, words, concepts, sentences."""
