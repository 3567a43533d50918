"""Which kernel decides: the compiled one where it is installed, or numpy."""

from __future__ import annotations

import os
from functools import cache
from typing import Literal, get_args

from satumeja.errors import QuestionError, did_you_mean

__all__ = ["Kernel", "kernel_in_use"]

Kernel = Literal["compiled", "numpy"]

_WISH = "SATUMEJA_KERNEL"


def kernel_in_use() -> Kernel:
    """Say which kernel decides.

    Returns
    -------
    {"compiled", "numpy"}
        The one that the environment variable ``SATUMEJA_KERNEL`` names; without it the
        compiled one where it is installed.

    Raises
    ------
    QuestionError
        If the variable names neither, or the compiled one where none is installed.

    Notes
    -----
    Answers are the same in every bit, whichever it is.
    """
    wish = os.environ.get(_WISH, "")
    if wish == "numpy":
        return "numpy"
    if wish not in ("", "compiled"):
        meant = did_you_mean(wish, get_args(Kernel))
        raise QuestionError(f'unknown kernel "{wish}" in {_WISH} (known: compiled, numpy){meant}')
    if _is_installed():
        return "compiled"
    if wish:
        raise QuestionError(
            f"{_WISH} asks for the compiled kernel, and none is installed: where there is a C "
            "compiler, installing satumeja from its source builds it"
        )
    return "numpy"


@cache
def _is_installed() -> bool:
    # An extension made for another machine does not load: then it is as if there were none.
    try:
        from satumeja.stability.kernel import _compiled  # noqa: F401
    except ImportError:
        return False
    return True
