"""Texts for the commands `code`, `validate` and `parallel`: a vote, a breach and calm."""

HE = "מועצת הביטחון אימצה את ההחלטה."
AR = "خرق الجيش وقف إطلاق النار."
CALM = "השמש זורחת היום."

# Four coded texts, two frames; the instrument misses the breach that row 5 claims.
CODED = [
    ["language", "text", "endorsement", "violation"],
    ["he", HE, 1, 0],
    ["ar", AR, 0, 1],
    ["he", CALM, 0, 0],
    ["he", CALM, 0, 1],
]
