"""Engines that list states: moves, improvements, verdicts and their witnesses."""
