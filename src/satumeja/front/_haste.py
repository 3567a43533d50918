"""Who says that talks must not take long, and gives no day by which they are to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from satumeja.dossier import Statement
from satumeja.dossier.drafting import Bodies
from satumeja.evidence import Account
from satumeja.model import Model
from satumeja.report.kit import knowledge

__all__ = ["hurried", "is_hurried"]

_ROOM = "satumeja.front"


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, knowledge(_ROOM, "haste").get(language, ())))


def is_hurried(words: str, language: str) -> bool:
    """Whether words say that something must not take long.

    Examples
    --------
    >>> is_hurried("the talks must not be dragged out", "en")
    True
    >>> is_hurried("Perundingan tidak boleh diulur-ulur.", "id")
    True
    >>> is_hurried("the talks were dragged out", "en")
    False
    """
    plain = " ".join(words.casefold().split())
    return any(shape.search(plain) for shape in _shapes(language))


def hurried(model: Model, accounts: Iterable[Account]) -> tuple[str, ...]:
    """List the decision makers who say that it must not take long, and name no day.

    Parameters
    ----------
    model : Model
        Whose tables tell until when there is time: a side that sits only at tables with an
        ``until`` is not listed.
    accounts : iterable of Account
        What the reports say as a whole. A statement that names the day it is due by asks
        nothing: its day is told as what lies ahead.
    """
    open_ended = [table for table in model.tables if not table.until]
    if model.tables and not open_ended:
        return ()
    seated = {dm for table in open_ended for dm in table.seats} or set(model)
    speakers = (party for account in accounts for party in _speakers(account))
    return tuple(dict.fromkeys(party for party in speakers if party in seated))


def _speakers(account: Account) -> Iterator[str]:
    """Give the parties that say so, each statement's."""
    bodies = Bodies(account.actors)
    dated = {act.statement for act in account.acts if act.due is not None}
    for statement in account.statements:
        if statement.speaker and statement.id not in dated and _says_so(account, statement):
            yield bodies.party(statement.speaker)


def _says_so(account: Account, statement: Statement) -> bool:
    words = account.words(statement.content)
    return not statement.doubtful and is_hurried(words, account.language(statement.id))
