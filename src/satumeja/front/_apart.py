"""Which sentences tell the readings of a conflict apart, and which readings none does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from satumeja.display import ShownInLine
from satumeja.evidence import Archive
from satumeja.front._cited import Place, cited, places_of
from satumeja.front._evidence import Evidence
from satumeja.front._quoting import Quotations, Quoted
from satumeja.model import Model, Text
from satumeja.model.kit import statements_of

__all__ = ["Apart", "Telling", "Use", "apart"]


@dataclass(frozen=True, repr=False)
class Use(ShownInLine):
    """What a reading takes a sentence for.

    Parameters
    ----------
    statement : str
        Such as ``russia#3``; of a red line the place among those.
    is_line : bool
        Whether it is a red line.
    text : str
        The condition as written.
    """

    statement: str
    is_line: bool
    text: str


@dataclass(frozen=True, repr=False)
class Telling(ShownInLine):
    """A sentence that the readings do not all use alike.

    Parameters
    ----------
    sentence : Quoted
        The sentence.
    uses : tuple of tuple of Use
        By reading, what it is taken for; empty where the reading leaves it aside.
    """

    sentence: Quoted
    uses: tuple[tuple[Use, ...], ...]


@dataclass(frozen=True, repr=False)
class Apart(ShownInLine):
    """What tells the readings of a conflict apart.

    Parameters
    ----------
    names : tuple of Text
        The short names of the readings, this one first, or their titles.
    sentences : tuple of Telling
        Those not used alike in all, as a reader of this reading and then of the others meets
        them.
    alike : int
        How many sentences all use alike, so that they tell nothing apart.
    untold : tuple of (int, int)
        Pairs of readings (0-based) that use every sentence alike, though they assume
        different things: no sentence that is cited tells them apart.
    """

    names: tuple[Text, ...]
    sentences: tuple[Telling, ...]
    alike: int
    untold: tuple[tuple[int, int], ...]


def apart(evidence: Evidence, others: Sequence[Model]) -> Apart:
    """Set the readings of a conflict against the sentences they cite for wishes and lines.

    Parameters
    ----------
    evidence : Evidence
        Of the reading a page is made of.
    others : sequence of Model
        The other readings. A sentence is the same in two of them where both name the same
        report, dossier or publication and the same place in it, whatever they call it.

    Examples
    --------
    >>> from satumeja.formats import load_readings
    >>> from satumeja.gallery import load
    >>> model = load("december-2021-b")
    >>> told = apart(Evidence(model), load_readings(model))
    >>> [telling.sentence.reference for telling in told.sentences], told.untold
    (['wire#s12', 'wire#s15', 'wire#s18', 'wire#s11', 'wire#s9'], ((0, 2),))
    """
    models = (evidence.model, *others)
    used = [_uses(model) for model in models]
    keys = list(dict.fromkeys(key for uses in used for key in uses))
    telling = [key for key in keys if len({_meant(uses.get(key, {})) for uses in used}) > 1]
    quote = _Quoter(evidence, others)
    return Apart(
        tuple(model.reading or model.title for model in models),
        tuple(
            Telling(quote(key), tuple(tuple(uses.get(key, {}).values()) for uses in used))
            for key in telling
        ),
        len(keys) - len(telling),
        tuple(_untold(models, used)),
    )


def _untold(
    models: Sequence[Model], used: Sequence[dict[Place, dict[str, Use]]]
) -> Iterator[tuple[int, int]]:
    """Give the pairs of readings that use all sentences alike and yet want different things."""
    for first, second in combinations(range(len(models)), 2):
        keys = used[first].keys() | used[second].keys()
        alike = all(
            _meant(used[first].get(key, {})) == _meant(used[second].get(key, {})) for key in keys
        )
        if alike and _wanted(models[first]) != _wanted(models[second]):
            yield first, second


def _wanted(model: Model) -> list[tuple[str, object, list[str]]]:
    """Say what everybody wants and rules out, whatever it rests on."""
    return [
        (
            dm.id,
            [wish.text for wish in statements_of(dm.preference)] or dm.preference,
            [line.text for line in dm.red_lines],
        )
        for dm in model.decision_makers
    ]


def _meant(uses: dict[str, Use]) -> frozenset[tuple[str, bool, str]]:
    """Say what a sentence is taken for, whatever the place of it in the order of wishes."""
    return frozenset(
        (use.statement.partition("#")[0], use.is_line, use.text) for use in uses.values()
    )


def _uses(model: Model) -> dict[Place, dict[str, Use]]:
    """Say what each sentence is cited for among wishes and red lines."""
    used: dict[Place, dict[str, Use]] = {}
    for maker in model.decision_makers:
        for is_line, stated in enumerate((statements_of(maker.preference), maker.red_lines)):
            for place, statement in enumerate(stated, start=1):
                use = Use(f"{maker.id}#{place}", bool(is_line), statement.text)
                for key, _ in places_of(model, statement):
                    used.setdefault(key, {})[f"{use.statement} {is_line}"] = use
    return used


class _Quoter:
    """Quotes a sentence from the first reading that cites it."""

    def __init__(self, evidence: Evidence, others: Sequence[Model]) -> None:
        archives = [evidence.archive, *map(Archive, others)]
        self._texts: dict[Place, tuple[int, str]] = {}
        for number, archive in enumerate(archives):
            for place, text in cited(archive.model).items():
                self._texts.setdefault(place, (number, text))
        accounts = [evidence.accounts] + [()] * len(others)
        self._quotations = [
            Quotations(archive, own) for archive, own in zip(archives, accounts, strict=True)
        ]

    def __call__(self, key: Place) -> Quoted:
        number, text = self._texts[key]
        return self._quotations[number].of(text)
