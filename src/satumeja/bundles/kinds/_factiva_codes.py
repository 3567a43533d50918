"""The codes that Factiva labels the parts of an article with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from satumeja.bundles._types import Left
from satumeja.bundles.reading import one_line, read_moment
from satumeja.report.kit import Article

__all__ = ["article_of_codes"]


def article_of_codes(
    kind: str, codes: Mapping[str, Sequence[str]], body: Sequence[str] = ()
) -> Article | Left:
    """Make an article of its codes.

    Parameters
    ----------
    kind : str
        The kind of export.
    codes : mapping of str to sequence of str
        Each code (HD, BY, PD, ...) and the lines that stand at it.
    body : sequence of str
        The paragraphs, where they are marked otherwise; those of LP and TD where not.

    Examples
    --------
    >>> codes = {"HD": ["Talks"], "PD": ["9 März 2024"], "LP": ["They met."]}
    >>> article_of_codes("factiva-rtf", codes).published
    datetime.date(2024, 3, 9)
    """

    def words(code: str) -> str | None:
        return one_line(" ".join(codes.get(code, ()))) or None

    paragraphs = [line for line in body or (*codes.get("LP", ()), *codes.get("TD", ())) if line]
    if not paragraphs:
        return Left("empty", counts=True)
    day, clock = words("PD"), words("ET")
    return Article(
        kind,
        words("HD") or "",
        "\n\n".join(paragraphs),
        outlet=words("SN"),
        published=read_moment(f"{day} {clock or ''}") if day else None,
        author=words("BY"),
        section=words("SE"),
        length=words("WC"),
        identifier=_identifier(words("AN")),
        language=words("LA"),
    )


def _identifier(words: str | None) -> str | None:
    """Give what the archive calls an article, without the word before it."""
    return words.split()[-1] if words else None
