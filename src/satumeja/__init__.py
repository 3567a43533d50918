"""Satu Meja: from the reports on a conflict to the outcomes that hold, and why."""
