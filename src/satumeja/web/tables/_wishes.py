"""The wishes of every side in several readings, those that are not in all of them told apart."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.brief.leaf import capital, line_in_words, wish_in_words
from satumeja.model.kit import statements_of
from satumeja.web.shapes import WishesShown, WishShown
from satumeja.web.tables._conflict import Conflict

__all__ = ["wishes_of"]


def wishes_of(conflicts: Sequence[Conflict]) -> list[WishesShown]:
    """List wishes and red lines by side, a list a reading."""
    first = conflicts[0]
    shown = list[WishesShown]()
    for dm in first.model.decision_makers:
        lists = [_wishes(conflict, dm.id) for conflict in conflicts]
        texts = [[(wish.line, wish.text) for wish in wishes] for wishes in lists]
        marked = [
            [wish.model_copy(update={"only": _is_only(texts, wish)}) for wish in wishes]
            for wishes in lists
        ]
        shown.append(
            WishesShown(
                maker=dm.id,
                name=first.deeds.label(dm.id),
                differs=any(other != texts[0] for other in texts[1:]),
                readings=marked,
            )
        )
    return shown


def _wishes(conflict: Conflict, dm_id: str) -> list[WishShown]:
    maker, deeds, phrases = conflict.model[dm_id], conflict.deeds, conflict.phrases
    wishes = [
        WishShown(
            place=place,
            text=statement.text,
            words=capital(
                wish_in_words(deeds, dm_id, statement.condition)
                or phrases.condition(statement.condition)
            ),
            line=False,
            only=False,
            evidence=list(statement.evidence),
        )
        for place, statement in enumerate(statements_of(maker.preference), start=1)
    ]
    lines = [
        WishShown(
            place=place,
            text=line.text,
            words=line_in_words(deeds, f"{dm_id}#{place}", ())
            or capital(phrases.condition(line.condition)),
            line=True,
            only=False,
            evidence=list(line.evidence),
        )
        for place, line in enumerate(maker.red_lines, start=1)
    ]
    return [*wishes, *lines]


def _is_only(texts: Sequence[Sequence[tuple[bool, str]]], wish: WishShown) -> bool:
    """Whether some reading has another wish at this place."""
    offset = wish.place - 1
    for listed in texts:
        kind = [text for line, text in listed if line == wish.line]
        if offset >= len(kind) or kind[offset] != wish.text:
            return True
    return False
