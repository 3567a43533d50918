"""Accepts or rejects the witness of a verdict on a further concept, by following its moves.

It shares no code with the product; of the literal definitions it reads who would go where
and what deters whom, not their verdicts. Witnesses are the product's verdicts as plain data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from checker import WitnessRejected
from literal.coalitions import Coalition, LiteralCoalitions, coalitions_of
from literal.foresight import Farsighted
from literal.further import Definition
from literal.model import LiteralModel
from literal.simultaneous import Simultaneous

Witness = dict[str, Any]
Step = Callable[[str, int], set[int]]


def _require(holds: object, witness: Witness, reason: str) -> None:
    if not holds:
        raise WitnessRejected(f"{witness}: {reason}")


def _walk(witness: Witness, start: int, path: list[Witness], step: Step, who: set[str]) -> int:
    """Follow a legal sequence of `who` from `start` and return its end."""
    here, last = start, None
    for move in path:
        _require(move["dm"] in who, witness, f"{move}: not one who may move")
        _require(move["dm"] != last, witness, f"{move}: moves twice in a row")
        _require(move["to"] in step(move["dm"], here), witness, f"{move}: not a move from {here}")
        here, last = move["to"], move["dm"]
    return here


def _ends(start: int, movers: Iterable[Any], step: Callable[[Any, int], set[int]]) -> set[int]:
    """Search over (state, last mover) for all that legal sequences lead to."""
    seen: set[tuple[int, Any]] = set()
    front: set[tuple[int, Any]] = {(start, None)}
    while front:
        front = {
            (q, j) for here, last in front for j in movers if j != last for q in step(j, here)
        } - seen
        seen |= front
    return {q for q, _ in seen}


def check_individual(definition: Definition, shape: str, witness: Witness) -> None:
    """Check a verdict on one decision maker under a kind of preference."""
    model, dm, s = definition.model, witness["dm"], witness["state"]
    leaves = definition.leaves_to(dm, s)
    others = set(model.dms) - {dm}
    step = definition.sanctioning_moves if shape == "seq" else model.moves_from

    def holds(end: int) -> bool:
        counters = model.moves_from(dm, end) if shape == "smr" else set()
        return all(definition.deters(dm, s, q) for q in {end} | counters)

    _require(sorted(witness["improvements"]) == sorted(leaves), witness, "not its ways out")
    if witness["stable"]:
        _require(witness["improvement"] is None, witness, "stable, with a free way out")
        _require(shape != "nash" or not leaves, witness, "there is a way out")
        shown = [sanction["improvement"] for sanction in witness["sanctions"]]
        _require(shown == witness["improvements"], witness, "not a sanction of each way out")
        for sanction in witness["sanctions"]:
            _require(sanction["path"], witness, "nobody moves")
            end = _walk(witness, sanction["improvement"], sanction["path"], step, others)
            _require(holds(end), witness, f"{end} does not hold {dm}")
    else:
        t = witness["improvement"]
        _require(t in leaves and not witness["sanctions"], witness, "not a free way out")
        if shape != "nash":
            _require(not any(map(holds, _ends(t, others, step))), witness, f"{t} is answered")


def check_weak(general: Definition, strong: Definition, shape: str, witness: Witness) -> None:
    """Check a verdict on weak stability: its parts are verdicts on the other two."""
    if witness["stable"]:
        check_individual(general, shape, witness | {"improvement": None})
        check_individual(strong, shape, witness | {"stable": False, "sanctions": []})
    elif witness["improvement"] is None:
        check_individual(strong, shape, witness | {"stable": True})
    else:
        check_individual(general, shape, witness)


def check_simultaneous(literal: Simultaneous, witness: Witness) -> None:
    model, dm, s = literal.model, witness["dm"], witness["state"]
    improvements = literal.engine.improvements(dm, s)
    others = set(model.dms) - {dm}
    step = literal.engine.improvements
    _require(sorted(witness["improvements"]) == sorted(improvements), witness, "improvements")
    if witness["stable"]:
        shown = [x["improvement"] for x in witness["sanctions"] + witness["joints"]]
        _require(sorted(shown) == sorted(improvements), witness, "not a sanction of each")
        for sanction in witness["sanctions"]:
            end = _walk(witness, sanction["improvement"], sanction["path"], step, others)
            held = sanction["path"] and not model.better(dm, end, s)
            _require(held, witness, f"{end} does not hold {dm}")
        for joint in witness["joints"]:
            _check_joint(literal, witness, joint)
    else:
        t = witness["improvement"]
        _require(t in improvements, witness, "no improvement")
        ends = _ends(t, others, step) | literal.joint_results(dm, s, t)
        _require(all(model.better(dm, q, s) for q in ends), witness, f"{t} is sanctioned")


def _check_joint(literal: Simultaneous, witness: Witness, joint: Witness) -> None:
    dm, s = witness["dm"], witness["state"]
    moves = {step["dm"]: step["to"] for step in joint["others"]}
    _require(moves and len(moves) == len(joint["others"]), witness, "nobody else, or one twice")
    _require(set(moves) <= set(literal.unstable(s)) - {dm}, witness, "one is content")
    for other, end in moves.items():
        _require(end in literal.engine.improvements(other, s), witness, "no improvement")
    result = literal.joint_result(s, moves | {dm: joint["improvement"]})
    _require(result == joint["result"], witness, f"the joint result is {result}")
    _require(not literal.model.better(dm, joint["result"], s), witness, "it is preferred")


def check_foresight(literal: Farsighted, witness: Witness) -> None:
    model, dm, s = literal.model, witness["dm"], witness["state"]
    outlooks = witness["outlooks"]
    horizons = {outlook["horizon"] for outlook in outlooks}
    if witness["concept"] != "nm":
        _require(horizons <= {int(witness["concept"][1:])}, witness, "another horizon")
        horizons = {int(witness["concept"][1:])}
    elif witness["stable"] and horizons:
        first, recurs = min(horizons), witness["recurs"]
        _require(horizons == set(range(first, first + recurs)), witness, "not a whole cycle")
    if witness["recurs"]:
        for h in horizons:
            again = h + witness["recurs"]
            same = all(
                literal.ends(h, i, q) == literal.ends(again, i, q)
                for i in model.dms
                for q in model.states
            )
            _require(same, witness, f"horizon {h} does not recur")
    for outlook in outlooks:
        end = _check_outlook(literal, witness, outlook)
        better = model.better(dm, end, s)
        _require(better != witness["stable"], witness, f"{end} does not prove it")
    shown = sorted((outlook["horizon"], outlook["move"]) for outlook in outlooks)
    if witness["stable"]:
        moves = sorted(model.moves_from(dm, s))
        _require(shown == [(h, t) for h in sorted(horizons) for t in moves], witness, "moves")
    else:
        _require(len(shown) == 1, witness, "not one outlook")


def _check_outlook(literal: Farsighted, witness: Witness, outlook: Witness) -> int:
    """Follow what is expected of a move to its end: nobody would end worse for the mover."""
    model, dm, h = literal.model, witness["dm"], outlook["horizon"]
    here: int = outlook["move"]
    _require(here in model.moves_from(dm, witness["state"]), witness, f"{here}: no move")
    expected = {q for j in model.dms if j != dm for q in literal.ends(h - 1, j, here)}
    last = dm
    for step in outlook["path"]:
        j, q, h = step["dm"], step["to"], h - 1
        _require(h > 0 and j != last, witness, f"{step}: not its turn")
        _require(q in model.moves_from(j, here), witness, f"{step}: no move")
        then = {e for k in model.dms if k != j for e in literal.ends(h - 1, k, q)}
        would = then <= literal.ends(h, j, here) != {here}
        _require(would, witness, f"{step}: {j} would not do that")
        here, last = q, j
    may_stay = h == 1 or any(
        literal.ends(h - 1, k, here) == {here} for k in model.dms if k != last
    )
    _require(may_stay, witness, f"somebody goes on from {here}")
    _require(here in expected, witness, f"{here} is not expected")
    worse = any(model.better(dm, here, q) for q in expected)
    _require(not worse, witness, f"{here} is not the worst")
    return here


def check_coalition(literal: LiteralCoalitions, shape: str, witness: Witness) -> None:
    model, s = literal.model, witness["state"]
    h: Coalition = frozenset(witness["coalition"])
    others = literal.others(h)
    improvements = literal.improvements(h, s)
    shown = [route["to"] for route in witness["improvements"]]
    _require(sorted(shown) == sorted(improvements), witness, "not its improvements")
    for route in witness["improvements"]:
        _check_route(model, witness, s, route, h)

    def holds(end: int) -> bool:
        counters = literal.reachable(h, end) if shape == "smr" else set()
        return all(literal.deters(h, s, q) for q in {end} | counters)

    if witness["stable"]:
        _require(shape != "nash" or not shown, witness, "there are improvements")
        replied = [reply["improvement"] for reply in witness["replies"]]
        _require(replied == shown, witness, "not a reply to each improvement")
        for reply in witness["replies"]:
            end = _check_reply(literal, witness, reply, credible=shape == "seq")
            _require(holds(end), witness, f"{end} does not hold them")
    elif shape == "nash":
        _require(witness["improvement"] in improvements, witness, "no improvement")
    else:
        t = witness["improvement"]
        _require(t in improvements, witness, "no improvement")
        groups = coalitions_of(others) if shape == "seq" else [frozenset({j}) for j in others]
        step = literal.improvements if shape == "seq" else literal.reachable
        _require(not any(map(holds, _ends(t, groups, step))), witness, f"{t} is answered")


def check_block(
    literal: LiteralCoalitions,
    partition: list[tuple[str, ...]],
    kind: tuple[bool, bool, bool],
    witness: Witness,
) -> None:
    """Check a verdict on a block; `kind` says whether there are sanctions, credible, countered."""
    s, h = witness["state"], frozenset(witness["coalition"])
    sanctions, credible, countered = kind
    blocks = [frozenset(block) for block in partition]
    _require(h in blocks, witness, "no block")
    improvements = literal.improvements(h, s)
    shown = [route["to"] for route in witness["improvements"]]
    _require(sorted(shown) == sorted(improvements), witness, "not its improvements")
    for route in witness["improvements"]:
        _check_route(literal.model, witness, s, route, h)
    step = literal.improvements if credible else literal.reachable

    def holds(end: int) -> bool:
        counters = step(h, end) if countered else set()
        return all(literal.deters(h, s, q) for q in {end} | counters)

    if not witness["stable"]:
        t = witness["improvement"]
        _require(t in improvements and not witness["replies"], witness, "no improvement")
        ends = _ends(t, [block for block in blocks if block != h], step) if sanctions else set()
        _require(not any(map(holds, ends)), witness, f"{t} is answered")
        return
    _require(sanctions or not shown, witness, "there are improvements")
    _require([r["improvement"] for r in witness["replies"]] == shown, witness, "not a reply each")
    for reply in witness["replies"]:
        groups = {frozenset(route["group"]) for route in reply["routes"]}
        _require(groups <= set(blocks), witness, "somebody else than a block answers")
        end = _check_reply(literal, witness, reply, credible=credible, whole=True)
        _require(holds(end), witness, f"{end} does not hold them")


def _check_route(
    model: LiteralModel, witness: Witness, start: int, route: Witness, group: Coalition
) -> None:
    _require(frozenset(route["group"]) == group and route["path"], witness, "another group")
    end = _walk(witness, start, route["path"], model.moves_from, set(group))
    _require(end == route["to"], witness, f"the path leads to {end}, not {route['to']}")


def _check_reply(
    literal: LiteralCoalitions,
    witness: Witness,
    reply: Witness,
    *,
    credible: bool,
    whole: bool = False,
) -> int:
    here: int = reply["improvement"]
    last: Coalition | None = None
    _require(reply["routes"], witness, "nobody answers")
    for route in reply["routes"]:
        group = frozenset(route["group"])
        _require(group and not group & set(witness["coalition"]), witness, "not the others")
        _require(group != last, witness, "the same group twice in a row")
        _check_route(literal.model, witness, here, route, group)
        if credible:
            gains = all(literal.model.better(j, route["to"], here) for j in group)
            _require(gains, witness, "not everyone in a group gains")
        elif not whole:
            _require(len(route["path"]) == 1, witness, "two moves in a row")
        here, last = route["to"], group
    return here
