"""The codebook and how it is found in a text: cues, voice, responsibility."""
