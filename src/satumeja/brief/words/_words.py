"""What the program says, in each language it speaks: messages kept as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Context, Decimal, Inexact
from pathlib import Path
from typing import TYPE_CHECKING

from satumeja.brief.words._apart import apart
from satumeja.messages import LANGUAGES, Messages

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = ["LANGUAGES", "Words"]

_FOLDER = Path(__file__).parent


class Words(Messages):
    """The words of one language: messages, lists, numbers and dates.

    Parameters
    ----------
    language : {"en", "id"}
        The language to speak.

    Raises
    ------
    QuestionError
        If the program does not speak it.

    Examples
    --------
    >>> Words("en")("state.short", number=7), Words("id")("state.short", number=7)
    ('state 7', 'keadaan 7')
    >>> Words("en").count("count.states", 1), Words("en").count("count.states", 51)
    ('1 state', '51 states')
    >>> Words("en").number(1_048_576), Words("id").number(3 * 10**42)
    ('1,048,576', '3,00 × 10⁴²')
    """

    _huge = 10**12

    def __init__(self, language: str) -> None:
        super().__init__(_FOLDER, language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the message `key` with its blanks filled, what is in them kept apart."""
        return self._messages[key].format(
            **{
                name: apart(value) if isinstance(value, str) and not value.isascii() else value
                for name, value in values.items()
            }
        )

    def all_of(self, items: Sequence[str]) -> str:
        """Join items into a list that ends in "and"."""
        return self._writing.joined(items, "and")

    def any_of(self, items: Sequence[str]) -> str:
        """Join items into a list that ends in "or"."""
        return self._writing.joined(items, "or")

    def quantity(self, amount: Fraction) -> str:
        """Write an exact amount: a decimal where it ends, else a fraction.

        Examples
        --------
        >>> from fractions import Fraction
        >>> Words("id").quantity(Fraction(5, 2)), Words("en").quantity(Fraction(1, 3))
        ('2,5', '1/3')
        """
        try:
            exact = Context(prec=60, traps=[Inexact]).divide(
                Decimal(amount.numerator), Decimal(amount.denominator)
            )
        except Inexact:
            return str(amount)
        return self._writing.number(exact)

    def share(self, share: Fraction | float) -> str:
        """Write a share in per cent; one that is nearly none or all in words.

        Examples
        --------
        >>> Words("en").share(0.5333), Words("id").share(0.5333), Words("en").share(1e-9)
        ('53.3%', '53,3%', 'fewer than 1 in 1,000')
        """
        if 0 < share < 0.001:
            return self("share.tiny")
        if 0.999 < share < 1:
            return self("share.most")
        return self._writing.percent(float(share))

    def date(self, iso: str) -> str:
        """Write an ISO date, month or year in words; anything else stays as it is.

        Examples
        --------
        >>> Words("id").date("2021-12-23"), Words("en").date("2022-01"), Words("en").date("soon")
        ('23 Desember 2021', 'January 2022', 'soon')
        >>> Words("id").date("2021-12-23T00:46:00+07:00")
        '23 Desember 2021, 00.46 +0700'
        """
        try:
            if len(iso) == 7:
                return self._writing.month(dt.date.fromisoformat(f"{iso}-01"))
            if "T" in iso:
                moment = dt.datetime.fromisoformat(iso)
                zone = f"{moment:%z}" if moment.utcoffset() else "UTC"
                return f"{self._writing.day(moment)}, {moment:%H.%M} {zone}"
            return self._writing.day(dt.date.fromisoformat(iso))
        except ValueError:
            return iso
