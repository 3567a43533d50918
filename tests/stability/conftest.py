"""Tests that ask for `kernel` are run with each there is: numpy, and the compiled one."""

from __future__ import annotations

import os

import pytest

from satumeja.stability.kernel import Kernel, _choice


@pytest.fixture(params=["numpy", "compiled"])
def kernel(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Kernel:
    """Let one kernel decide; the other one is left alone where none is compiled."""
    wanted: Kernel = request.param
    asked = os.environ.get("SATUMEJA_KERNEL") or wanted
    if asked != wanted or (wanted == "compiled" and not _choice._is_installed()):
        pytest.skip(f"the {wanted} kernel is not there, or not wanted")
    monkeypatch.setenv("SATUMEJA_KERNEL", wanted)
    return wanted
