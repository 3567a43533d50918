"""A concept of one's own at the top of a module, where other processes find it."""

from __future__ import annotations

from satumeja.stability import Sets, concept


@concept("held_back", name="Held back", definition="Somebody could hurt i.", reference="A test")
def held_back(game: Sets, dm: str, state: int) -> bool:
    """General metarationality, written in sets."""
    return all(
        game.reach(game.others(dm), target) & game.not_better(dm, state)
        for target in game.improvements(dm, state)
    )
