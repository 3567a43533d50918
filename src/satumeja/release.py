"""Which release this is.

Python could ask what is installed, but loads what reads letters for it, and takes as long as to
read a model.
"""

__all__ = ["VERSION"]

VERSION = "0.1.0"
"""The number of the release; `pyproject.toml` has it too, for what builds and installs it."""
