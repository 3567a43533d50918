"""Many lines in one piece look as they do one by one."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from satumeja.brief.terminal._lines import _PLAIN, print_lines

SIGNS = "ab  c 'éï“–→x\t漢\u0301\n"
LINES = st.lists(st.text(SIGNS, max_size=60), max_size=4)


def shown(print_on: Callable[[Console], None], width: int) -> str:
    """Give what is on a console of some width."""
    page = io.StringIO()
    print_on(Console(file=page, width=width, highlight=False, markup=False, emoji=False))
    return page.getvalue()


@given(LINES, st.integers(1, 40), st.booleans())
def test_lines_are_broken_as_a_console_breaks_them(
    lines: Sequence[str], width: int, soft: bool
) -> None:
    def singly(console: Console) -> None:
        for line in lines:
            console.print(line, soft_wrap=soft)

    together = shown(lambda console: print_lines(console, lines, soft_wrap=soft), width)
    assert together == shown(singly, width)


def test_plain_signs_take_one_cell_each() -> None:
    plain = [sign for sign in map(chr, range(0x3000)) if _PLAIN.fullmatch(sign)]
    assert len(plain) > 500
    assert {cell_len(sign) for sign in plain} == {1}
