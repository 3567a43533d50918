"""Making an offender small: lines go first, then bytes, as long as the same is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["smallest"]


def smallest(content: bytes, is_same: Callable[[bytes], bool], tries: int = 300) -> bytes:
    """Give a smaller file of which the same is true, within so many tries."""
    left = _Budget(is_same, tries)
    lines = content.splitlines(keepends=True)
    if len(lines) > 1:
        content = b"".join(_reduced(lines, lambda parts: left(b"".join(parts))))
    letters = [content[k : k + 1] for k in range(len(content))]
    return b"".join(_reduced(letters, lambda parts: left(b"".join(parts))))


class _Budget:
    """A question that is asked so many times at most, and denied from then on."""

    def __init__(self, ask: Callable[[bytes], bool], tries: int) -> None:
        self.ask, self.tries = ask, tries

    def __call__(self, content: bytes) -> bool:
        self.tries -= 1
        return self.tries >= 0 and self.ask(content)


def _reduced(parts: Sequence[bytes], is_same: Callable[[Sequence[bytes]], bool]) -> list[bytes]:
    """Leave out ever smaller runs of parts (delta debugging by complements)."""
    rest, size = list(parts), max(1, len(parts) // 2)
    while True:
        k, shrunk = 0, False
        while k < len(rest):
            fewer = rest[:k] + rest[k + size :]
            if is_same(fewer):
                rest, shrunk = fewer, True
            else:
                k += size
        if size == 1 and not shrunk:
            return rest
        size = max(1, size // 2)
