"""Figures of the paper, a module each; every one is drawn from its tidy table alone."""
