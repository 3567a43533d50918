"""Whether a person is a man or a woman, so far as a report or a first name tells."""

from __future__ import annotations

import re

from satumeja.dossier._types import Actor
from satumeja.dossier.reading._gazetteer import lists

__all__ = ["gender_of"]

_REACH = 12


def gender_of(text: str, language: str, actor: Actor) -> str | None:
    """Give the pronoun a person goes by, where words beside the name or the name tell it.

    Parameters
    ----------
    text : str
        The report.
    language : {"en", "id"}
        Its language.
    actor : Actor
        The person.

    Returns
    -------
    str or None
        ``he`` or ``she``; None where nothing tells.

    Notes
    -----
    A title or an office ("Ms", "chairwoman") tells more than a first name, which is looked up
    in a short list: of most names nothing is known, and then nothing is said.
    """
    table = lists(language, "actors")["genders"]
    for pronoun, words in table.items():
        signs = re.compile(rf"(?i:\b(?:{words['signs']})\b)")
        offices = [actor.office or ""]
        offices += [
            text[max(0, mention.start - _REACH) : mention.end] for mention in actor.mentions
        ]
        if any(signs.search(office) for office in offices):
            return str(pronoun)
    first = actor.name.split()[:1]
    named = [pronoun for pronoun, words in table.items() if first and first[0] in words["names"]]
    return named[0] if len(named) == 1 else None
