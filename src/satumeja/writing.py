"""How each language writes numbers, shares, lists and dates, as the Unicode CLDR 47 has it.

The few facts that two languages need are kept here: a library of all languages takes longer to
load than most questions take to answer, and what it prints changes with the release of its data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import NamedTuple

__all__ = ["WRITING", "Writing"]

_EXACT = Context(prec=400, rounding=ROUND_HALF_EVEN)


class Writing(NamedTuple):
    """How one language writes what is no word.

    Parameters
    ----------
    group, decimal : str
        What stands between groups of three digits, and before the decimals.
    both, last : mapping of {"and", "or"} to str
        What joins two items, and the last of more of them.
    months : str
        The months, in order.
    single : int or None
        The number that takes the form "one", where there is such a form.

    Examples
    --------
    >>> WRITING["en"].number(1234567), WRITING["id"].number(Decimal("-1234.50"))
    ('1,234,567', '-1.234,50')
    >>> WRITING["id"].joined(["a", "b", "c"], "or"), WRITING["en"].joined(["a", "b"], "and")
    ('a, b, atau c', 'a and b')
    """

    group: str
    decimal: str
    both: Mapping[str, str]
    last: Mapping[str, str]
    months: str
    single: int | None

    def plural(self, count: int) -> str:
        """Name the form of a message that fits a count: "one" or "other"."""
        return "one" if abs(count) == self.single else "other"

    def number(self, number: int | Decimal) -> str:
        """Write a number with all the decimals it has."""
        figures = f"{number:,}" if isinstance(number, int) else f"{number:,f}"
        return figures.translate({ord(","): self.group, ord("."): self.decimal})

    def percent(self, share: float) -> str:
        """Write a share in per cent, with one decimal at most; a half goes to the even one."""
        hundredfold = _EXACT.multiply(Decimal(str(share)), 100)
        rounded = hundredfold.quantize(Decimal("0.1"), context=_EXACT)
        whole = rounded.to_integral_value()
        return f"{self.number(whole if whole == rounded else rounded)}%"

    def joined(self, items: Sequence[str], word: str) -> str:
        """Write a list that ends in "and" or "or"."""
        if len(items) < 2:
            return "".join(items)
        if len(items) == 2:
            return self.both[word].join(items)
        return self.last[word].join([", ".join(items[:-1]), items[-1]])

    def month(self, day: dt.date) -> str:
        """Write the month and the year of a day."""
        return f"{self.months.split()[day.month - 1]} {day.year}"

    def day(self, day: dt.date) -> str:
        """Write a day."""
        return f"{day.day} {self.month(day)}"


WRITING: Mapping[str, Writing] = {
    "en": Writing(
        *(",", "."),
        {"and": " and ", "or": " or "},
        {"and": " and ", "or": " or "},
        "January February March April May June July August September October November December",
        1,
    ),
    "id": Writing(
        *(".", ","),
        {"and": " dan ", "or": " atau "},
        {"and": ", dan ", "or": ", atau "},
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        None,
    ),
}
"""By language. English is that of Britain: no comma before "and", the day before the month."""
