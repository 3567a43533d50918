"""Accepts or rejects the witness of one verdict, by following its moves.

It shares no code with the product nor with the literal engine's stability code; of a
LiteralModel it reads only who can move and who prefers. A witness is

    {"state": s, "dm": d, "concept": c, "stable": bool,
     "improvement": t or None,
     "sanctions": [{"improvement": t, "path": [{"dm": j, "to": u}, ...]}]}

where an unstable state shows the improvement nobody sanctions, and a stable one shows
for every improvement a sequence of moves of the others that sanctions it.
"""

from __future__ import annotations

from typing import Any, NoReturn

from literal.model import LiteralModel

Witness = dict[str, Any]

CREDIBLE = {"seq", "sseq"}
CONCEPTS = {"nash", "gmr", "smr"} | CREDIBLE


class WitnessRejected(AssertionError):  # noqa: N818
    """The witness does not prove its verdict."""


def check_witness(model: LiteralModel, witness: Witness) -> None:
    """Raise WitnessRejected, saying why, unless the witness proves its verdict."""
    missing = {"state", "dm", "concept", "stable", "improvement", "sanctions"} - witness.keys()
    if missing:
        _reject(witness, f"lacks {sorted(missing)}")
    if witness["dm"] not in model.dms or witness["state"] not in model.states:
        _reject(witness, "no such decision maker or state")
    if witness["concept"] not in CONCEPTS:
        _reject(witness, "no such concept")
    if witness["stable"] is True:
        _check_stable(model, witness)
    elif witness["stable"] is False:
        _check_unstable(model, witness)
    else:
        _reject(witness, "stable is neither true nor false")


def _reject(witness: Witness, reason: str) -> NoReturn:
    verdict = " ".join(f"{key}={witness.get(key)!r}" for key in ("state", "dm", "concept"))
    raise WitnessRejected(f"{verdict}: {reason}")


def _improvements(model: LiteralModel, dm: str, s: int) -> set[int]:
    return {q for q in model.moves_from(dm, s) if model.better(dm, q, s)}


def _check_stable(model: LiteralModel, witness: Witness) -> None:
    s, dm = witness["state"], witness["dm"]
    if witness["improvement"] is not None:
        _reject(witness, "stable, yet shows an improvement nobody sanctions")
    needed = sorted(_improvements(model, dm, s))
    if witness["concept"] == "nash" and needed:
        _reject(witness, f"improvements {needed} make it unstable")
    shown = sorted(sanction["improvement"] for sanction in witness["sanctions"])
    if shown != needed:
        _reject(witness, f"improvements are {needed}, sanctions are shown for {shown}")
    for sanction in witness["sanctions"]:
        end = _walk(model, witness, sanction["improvement"], sanction["path"])
        failure = _why_no_sanction(model, witness, end)
        if failure:
            _reject(witness, f"improvement {sanction['improvement']}: {failure}")


def _walk(model: LiteralModel, witness: Witness, start: int, path: list[Witness]) -> int:
    """Follow a path of the others' moves and return its end."""
    if not path:
        _reject(witness, f"improvement {start}: nobody moves")
    here, last_mover = start, witness["dm"]
    for step in path:
        mover, there = step["dm"], step["to"]
        name = f"step of {mover} from {here} to {there}"
        if mover not in model.dms or mover == witness["dm"]:
            _reject(witness, f"{name}: not one of the others")
        if mover == last_mover:
            _reject(witness, f"{name}: moves twice in a row")
        if there not in model.moves_from(mover, here):
            _reject(witness, f"{name}: illegal")
        if witness["concept"] in CREDIBLE and not model.better(mover, there, here):
            _reject(witness, f"{name}: not an improvement")
        here, last_mover = there, mover
    return here


def _why_no_sanction(model: LiteralModel, witness: Witness, end: int) -> str:
    """Say why the focal decision maker need not fear the end of a path; empty if it must."""
    s, dm, concept = witness["state"], witness["dm"], witness["concept"]
    if end == s and witness.get("convention") == "matrix":
        return f"the end {end} is where the improvement began"
    if model.better(dm, end, s):
        return f"the end {end} is preferred to {s}"
    counters: set[int] = set()
    if concept == "smr":
        counters = model.moves_from(dm, end)
    elif concept == "sseq":
        counters = _improvements(model, dm, end)
    escapes = sorted(q for q in counters if model.better(dm, q, s))
    return f"counter-moves from {end} to {escapes} are preferred to {s}" if escapes else ""


def _check_unstable(model: LiteralModel, witness: Witness) -> None:
    s, dm, t = witness["state"], witness["dm"], witness["improvement"]
    if witness["sanctions"]:
        _reject(witness, "unstable, yet shows sanctions")
    if t not in model.moves_from(dm, s):
        _reject(witness, f"{t} is no move from {s}")
    if not model.better(dm, t, s):
        _reject(witness, f"{t} is no improvement on {s}")
    if witness["concept"] == "nash":
        return
    for end in sorted(_all_replies(model, witness, t)):
        if not _why_no_sanction(model, witness, end):
            _reject(witness, f"improvement {t} is sanctioned at {end}")


def _all_replies(model: LiteralModel, witness: Witness, start: int) -> set[int]:
    """Walk exhaustively over (state, last mover) and collect where the others can lead."""
    others = [j for j in model.dms if j != witness["dm"]]
    seen: set[tuple[int, str]] = set()
    front = {(start, witness["dm"])}
    while front:
        front = {
            (q, j)
            for here, last_mover in front
            for j in others
            if j != last_mover
            for q in model.moves_from(j, here)
            if witness["concept"] not in CREDIBLE or model.better(j, q, here)
        } - seen
        seen |= front
    return {q for q, _ in seen}
