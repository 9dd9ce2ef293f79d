"""Simulated worlds in which every method is tried before the study may use it."""
