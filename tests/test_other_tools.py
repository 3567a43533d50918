"""What the documentation prints of other packages is what they do, where they are installed.

They are not installed for the tests: pygambit for its licence, nashpy for its size. Where they
are (``pip install pygambit==16.7.0 nashpy==0.0.43``), their lines are run among ours, in the
order of the page.
"""

from __future__ import annotations

import doctest

import pytest

from test_docs import ROOT, blocks

PAGE = ROOT / "docs" / "how-to" / "coming-from.md"


@pytest.mark.parametrize("package", ["pygambit", "nashpy"])
def test_lines_of_another_package_give_what_the_page_says(package: str) -> None:
    theirs = f"pycon {package}"
    kinds = [kind for kind, _ in blocks(PAGE)]
    assert theirs in kinds
    pytest.importorskip(package)
    names: dict[str, object] = {}
    for kind, body in blocks(PAGE):
        if kind in ("python", theirs):
            test = doctest.DocTestParser().get_doctest(body, names, kind, str(PAGE), 0)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            assert runner.run(test, clear_globs=False).failed == 0
            names |= test.globs


def test_no_block_of_the_page_is_left_out() -> None:
    assert {kind for kind, _ in blocks(PAGE)} <= {"python", "pycon pygambit", "pycon nashpy"}
