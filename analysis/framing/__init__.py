"""Measure and compare how news articles in two scripts frame the same events."""
