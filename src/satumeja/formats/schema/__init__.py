"""What a model file may hold: its keys, its values, and what is said of others."""
