"""The engine that decides sets of states, where they are too many to be listed."""
