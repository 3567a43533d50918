"""Concepts beyond the five: foresight, coalitions, what is unknown, strength."""
