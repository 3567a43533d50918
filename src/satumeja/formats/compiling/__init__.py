"""From a checked tree to a model: conditions, rules, preferences, rankings."""
