"""Effect sizes, intervals that respect dependence, permutation tests and corrections."""
