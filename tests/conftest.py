"""The rules of these tests.

- One test module per module; small clear helpers; tables of cases before long tests.
- Expected values are facts (definitions, publications), not what the program printed.
- The gate must not depend on luck or on a busy machine: property tests replay the same
  examples and have no deadline. ``HYPOTHESIS_PROFILE=explore`` looks for new ones.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from commands import Done, Run
from satumeja import cli
from satumeja.stability.kernel import Kernel, _choice

settings.register_profile(
    "gate", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "explore", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


LEFT = pytest.StashKey[set[str]]()
"""What stands in the folder of the checkout before the tests."""


def _stands(config: pytest.Config) -> set[str]:
    return {path.name for path in Path(config.rootpath).iterdir() if not path.name.startswith(".")}


def pytest_sessionstart(session: pytest.Session) -> None:
    """Look at what is there."""
    session.config.stash[LEFT] = _stands(session.config)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where tests left something in the checkout, as a command does that writes there."""
    before = session.config.stash[LEFT]
    new = _stands(session.config) - before
    if new and not hasattr(session.config, "workerinput"):
        sys.stderr.write(f"\ntests left in the checkout: {', '.join(sorted(new))}\n")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give what runs a command as typed, words apart."""

    def command(*words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["satumeja", *words])
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


@pytest.fixture(params=["numpy", "compiled"])
def kernel(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Kernel:
    """Let one kernel decide; the other one is left alone where none is compiled."""
    wanted: Kernel = request.param
    asked = os.environ.get("SATUMEJA_KERNEL") or wanted
    if asked != wanted or (wanted == "compiled" and not _choice._is_installed()):
        pytest.skip(f"the {wanted} kernel is not there, or not wanted")
    monkeypatch.setenv("SATUMEJA_KERNEL", wanted)
    return wanted
