"""How well the instrument agrees with the coders, and with itself across languages."""
