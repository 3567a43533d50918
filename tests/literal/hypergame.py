"""First-level hypergames: everybody decides in the game it sees.

Aljefri, Bashar, Fang and Hipel, First-level hypergame for investigating misperception in
conflicts (2018). States are vectors of options; a hidden option counts as not taken.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from literal.engine import LiteralEngine
from literal.statespace import Native, OptionForm, Vector


class LiteralHypergame:
    """The games all see, each decided by the definitions."""

    def __init__(self, native: Native) -> None:
        self.whole = OptionForm(native)
        self.spaces = {dm: OptionForm(self.seen(native, dm)) for dm in self.whole.dms}
        self.engines = {dm: LiteralEngine(space.model()) for dm, space in self.spaces.items()}

    def seen(self, native: Native, dm: str) -> Native:
        """Give the game that dm sees, as a native model."""
        game = deepcopy(native)
        content = native["decision_makers"][dm]
        perceives = content.get("perceives", {})
        blind = [str(option) for option in perceives.get("hidden", [])]
        for j, other in game["decision_makers"].items():
            belief = perceives.get("beliefs", {}).get(j)
            if belief:
                for key in ("preferences", "ranking", "weights"):
                    other.pop(key, None)
                other.update(belief)
            other.pop("unseen", None)
        patterns = [self._rule(text) for text in content.get("unseen", [])]
        game["infeasible"] = [*native.get("infeasible", []), *blind, *patterns]
        left = [v for v in self.whole.vectors if v in OptionForm(game).numbers]
        for other in game["decision_makers"].values():
            if "ranking" in other:
                other["ranking"] = self._left(other["ranking"], left)
        return game

    def _rule(self, text: Any) -> Any:
        letters = str(text).replace("|", "")
        fits = set(letters) <= set("YN-") and len(letters) == len(self.whole.options)
        return {"pattern": letters} if fits else text

    def _left(self, classes: list[Any], left: list[Vector]) -> list[list[str]]:
        """Keep the states that are left, in option form."""
        kept = []
        for ties in classes:
            named = ties if isinstance(ties, list) else [ties]
            vectors = [self.whole.vectors[self.whole.number(s) - 1] for s in named]
            kept.append(["".join("Y" if y else "N" for y in v) for v in vectors if v in left])
        return [ties for ties in kept if ties]

    def taken_for(self, dm: str, v: Vector) -> int | None:
        """Give the number, in the game of dm, of what it takes a state for."""
        content = self.whole.native["decision_makers"][dm]
        hidden = {self.whole.names[str(o)] for o in content.get("perceives", {}).get("hidden", [])}
        projected = tuple(yes and k not in hidden for k, yes in enumerate(v))
        return self.spaces[dm].numbers.get(projected)

    def is_stable(self, dm: str, v: Vector, concept: str) -> bool:
        state = self.taken_for(dm, v)
        return state is not None and self.engines[dm].is_stable(dm, state, concept)

    def expects(self, dm: str, v: Vector, concept: str) -> bool:
        """Say whether a state is in the game of dm as it is, and an equilibrium there."""
        state = self.spaces[dm].numbers.get(v)
        engine = self.engines[dm]
        return state is not None and all(
            engine.is_stable(j, state, concept) for j in engine.model.dms
        )

    def surprises(self, dm: str, v: Vector) -> bool:
        return v not in self.spaces[dm].numbers
