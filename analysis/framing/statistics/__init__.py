"""Effect sizes, intervals that respect dependence, corrections, and the worlds that test them."""
