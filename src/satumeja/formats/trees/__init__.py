"""A file as a tree with places: YAML, JSON and Python objects, and faults at their place."""
