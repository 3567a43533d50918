"""Which kernel decides: what is installed, unless the environment asks for one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from commands import Run
from satumeja.errors import QuestionError
from satumeja.stability.kernel import _choice, kernel_in_use

WISH = "SATUMEJA_KERNEL"


@pytest.mark.parametrize(
    ("is_installed", "wish", "kernel"),
    [
        (True, "", "compiled"),
        (True, "compiled", "compiled"),
        (True, "numpy", "numpy"),
        (False, "", "numpy"),
        (False, "numpy", "numpy"),
    ],
)
def test_the_compiled_kernel_decides_where_it_is_installed_and_wanted(
    monkeypatch: pytest.MonkeyPatch, is_installed: bool, wish: str, kernel: str
) -> None:
    monkeypatch.setattr(_choice, "_is_installed", lambda: is_installed)
    monkeypatch.setenv(WISH, wish)
    assert kernel_in_use() == kernel


def test_a_kernel_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setattr(_choice, "_is_installed", lambda: False)
    monkeypatch.setenv(WISH, "compiled")
    done = run("--version")
    assert done.code == 1
    assert done.err == (
        "SATUMEJA_KERNEL asks for the compiled kernel, and none is installed: where there is a "
        "C compiler, installing satumeja from its source builds it\n"
    )


def test_a_kernel_there_is_none_of_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WISH, "nunpy")
    with pytest.raises(QuestionError) as raised:
        kernel_in_use()
    assert str(raised.value) == (
        'unknown kernel "nunpy" in SATUMEJA_KERNEL (known: compiled, numpy); did you mean "numpy"?'
    )


def test_an_extension_that_does_not_load_is_as_none() -> None:
    program = (
        "import sys; sys.modules['satumeja.stability.kernel._compiled'] = None\n"
        "from satumeja.stability.kernel import kernel_in_use; print(kernel_in_use())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == [b"numpy"]


def test_the_version_says_which(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv(WISH, "numpy")
    assert run("--version").out.splitlines()[1] == "kernel: numpy"
