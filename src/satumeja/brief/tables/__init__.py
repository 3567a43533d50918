"""The field's tables: options, states, moves, preferences and their evidence."""
