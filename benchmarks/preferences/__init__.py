"""Scoring what our engines say against what people with known preferences did."""
