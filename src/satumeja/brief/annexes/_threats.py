"""Threats and promises of annex 3: whether they would be carried out, and what they change."""

from __future__ import annotations

from satumeja.brief.annexes._saying import Saying
from satumeja.brief.leaf import capital, wish_in_words
from satumeja.brief.media import Cell, Piece, Table
from satumeja.model import Binary
from satumeja.table import Threat

__all__ = ["threat_table"]


def threat_table(saying: Saying, threats: list[Threat]) -> Table:
    """Set out who threatens or promises what, and whether that changes anything."""
    heads = [saying(f"annexes.threats.{key}") for key in ("dm", "what", "carried", "now")]
    body = (
        [
            Cell(saying.names.label(threat.said.by), "row"),
            _announced(saying, threat),
            Cell(_carried_out(saying, threat)),
            Cell(_effect(saying, threat)),
        ]
        for threat in threats
    )
    return saying.table(saying("annexes.threats.caption"), heads, body, "threats")


def _announced(saying: Saying, threat: Threat) -> Cell:
    names, conditional = saying.names, threat.said
    condition = Binary("if", conditional.then, conditional.when)
    text = wish_in_words(names, conditional.by, condition) or names.phrases.condition(condition)
    kind = saying(f"annexes.threats.kind.{threat.kind}")
    return Cell.pieced([Piece(capital(text)), Piece(kind, quiet=True, fresh=True)])


def _carried_out(saying: Saying, threat: Threat) -> str:
    """Say in how many of the situations it is about its maker would gain by doing as it says."""
    if not threat.due:
        return saying("annexes.threats.never")
    if threat.credible:
        return saying("annexes.threats.wherever")
    if not threat.credible_in:
        return saying("annexes.threats.nowhere")
    some, every = map(saying.words.number, (threat.credible_in, threat.due))
    return saying("annexes.threats.somewhere", some=some, all=every)


def _effect(saying: Saying, threat: Threat) -> str:
    """Say what it changes from the present situation."""
    if not threat.due:
        return saying("annexes.dash")
    if threat.kind == "idle":
        return saying("annexes.threats.idle")
    effects = list[str]()
    if threat.compels:
        turning = [way.dm for way in threat.ways_out if way.taken]
        effects.append(saying("annexes.threats.turns", dms=saying.names.dms(turning)))
    if threat.kind in ("threat", "mixed") and threat.deters:
        effects.append(saying("annexes.threats.deters"))
    if threat.kind in ("promise", "mixed") and threat.induces:
        effects.append(saying("annexes.threats.induces"))
    effect = "; ".join(effects) or saying("annexes.threats.nothing")
    return saying("annexes.threats.due", effect=effect) if threat.in_force else effect
