"""Large comparisons, run by hand: what agrees on a few hundred models agrees on thousands."""
