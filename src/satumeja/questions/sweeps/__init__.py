"""Thousands of preference profiles: plans, draws, results that can be resumed."""
