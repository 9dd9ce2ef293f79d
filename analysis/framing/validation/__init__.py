"""Whether the instrument and the coders agree, and whether it is fair to both languages."""
