"""From a file of Gambit to a model: its players, strategies and payoffs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import prod
from pathlib import Path

from satumeja.errors import ModelError
from satumeja.formats.compiling import LARGEST, derive_ids
from satumeja.formats.nfg._tokens import Tokens
from satumeja.formats.words import remark
from satumeja.model import Model, Ranking
from satumeja.model.kit import MOST_LEVELS, STRATEGY

__all__ = ["read_nfg"]

_KINDS = ("R", "D")


def read_nfg(text: str, name: str, origin: Path | None) -> Model:
    """Read a game in normal form, of either version of the format.

    Parameters
    ----------
    text : str
        The file: with the payoffs one after the other, or with outcomes and their numbers.
    name : str
        What it is called in faults.
    origin : Path, optional
        The file.

    Returns
    -------
    Model
        Each player has the option ``strategy``, whose levels are its strategies; of the
        payoffs it keeps who prefers what.

    Raises
    ------
    ModelError
        If it is no such file, with the line and column.

    Examples
    --------
    >>> game = read_nfg('NFG 1 R "Chicken" {"Row" "Col"} {2 2} 3 3 4 2 2 4 1 1', "c.nfg", None)
    >>> str(game.title), list(game), str(game["row"].preference)
    ('Chicken', ['row', 'col'], '2 > 1 > 3 > 4')
    """
    game = _Game(Tokens(text, name))
    payoffs = game.payoffs()
    players = derive_ids(game.players, "player")
    try:
        model = Model.build(
            game.title.strip() or Path(name).stem or "Game",
            options={
                player: {STRATEGY: game.levels(k)} if len(game.strategies[k]) > 1 else []
                for k, player in enumerate(players)
            },
            preferences={
                player: Ranking.from_payoffs([worth[k] for worth in payoffs])
                for k, player in enumerate(players)
            },
            names={
                player: label or player
                for player, label in zip(players, game.players, strict=True)
            },
            description=game.comment,
        )
    except ModelError as error:
        raise ModelError([replace(fault, file=name) for fault in error.faults]) from None
    return replace(model, origin=origin, notes=(remark("warning.payoffs"),))


class _Game:
    """Reads the head of a file, and then its payoffs."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._head()
        self.title = tokens.string("the title of the game")
        self.players = tokens.strings("the name of a player")
        if len(self.players) < 2:
            tokens.fail("a conflict has at least two players")
        at = tokens.next.at
        self.strategies = list(self._strategies())
        if len(self.strategies) != len(self.players):
            wanted, count = len(self.players), len(self.strategies)
            tokens.fail(f"{wanted} players, and the strategies of {count}", at)
        if not all(1 <= len(own) <= MOST_LEVELS for own in self.strategies):
            most = max(map(len, self.strategies)) if all(self.strategies) else 0
            tokens.fail(f"a player has 1 to {MOST_LEVELS} strategies; here one has {most}", at)
        self.count = prod(map(len, self.strategies))
        if self.count > LARGEST:
            tokens.fail(f"{self.count:,} outcomes are more than the {LARGEST:,} read", at)
        is_text = tokens.next.kind == "text"
        self.comment = tokens.string("a comment") if is_text else ""

    def _head(self) -> None:
        tokens = self.tokens
        if (tokens.next.kind, tokens.next.word) != ("word", "NFG"):
            tokens.fail("not a game in normal form: such a file begins with NFG 1 R")
        tokens.take("word", "NFG")
        if tokens.whole("the version of the format, 1", 9) != 1:
            tokens.fail("only version 1 of the format is read")
        kind = tokens.take("word", "R or D")
        if kind.word not in _KINDS:
            tokens.fail(f"expected R or D, found {kind.word[:40]}", kind.at)

    def _strategies(self) -> Iterator[list[str]]:
        """Yield the names of the strategies of each player; some files only count them."""
        tokens = self.tokens
        tokens.sign("{")
        while not tokens.is_sign("}"):
            if tokens.is_sign("{"):
                yield tokens.strings("the name of a strategy")
            else:
                count = tokens.whole("how many strategies a player has", MOST_LEVELS)
                yield [str(k) for k in range(1, count + 1)]
        tokens.sign("}")

    def levels(self, player: int) -> dict[str, str]:
        """Give ids and names of the strategies of a player."""
        names = self.strategies[player]
        ids = derive_ids(names, "s")
        return {word: label or word for word, label in zip(ids, names, strict=True)}

    def payoffs(self) -> list[tuple[Fraction, ...]]:
        """Read what each outcome is worth to each player, in the order of states."""
        tokens = self.tokens
        if tokens.is_sign("{"):
            outcomes = [(Fraction(0),) * len(self.players), *self._outcomes()]
            which = "the number of an outcome"
            listed = [outcomes[tokens.whole(which, len(outcomes) - 1)] for _ in range(self.count)]
        else:
            listed = [self._worth() for _ in range(self.count)]
        if tokens.next.kind != "end":
            tokens.expected(f"the end after {self.count:,} outcomes")
        return listed

    def _worth(self) -> tuple[Fraction, ...]:
        """Take a payoff for each player; commas may stand between them."""
        worth = list[Fraction]()
        for _ in self.players:
            worth.append(self.tokens.number("a payoff"))
            if self.tokens.is_sign(","):
                self.tokens.sign(",")
        return tuple(worth)

    def _outcomes(self) -> Iterator[tuple[Fraction, ...]]:
        tokens = self.tokens
        tokens.sign("{")
        while not tokens.is_sign("}"):
            tokens.sign("{")
            tokens.string("the name of an outcome")
            yield self._worth()
            tokens.sign("}")
        tokens.sign("}")
