"""``python -m satumeja`` is the command line."""

from __future__ import annotations

from satumeja.cli import main

if __name__ == "__main__":
    main()
