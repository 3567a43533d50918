"""What acts are about that have no issue yet: told apart by their own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from satumeja.display import ShownInLine
from satumeja.dossier._links import ASKS, REPLIES, meets
from satumeja.dossier._types import Act
from satumeja.dossier.keeping._alike import Runs, alike, plain, runs
from satumeja.dossier.keeping._moments import Moment
from satumeja.dossier.keeping._whole import Whole
from satumeja.report.kit import knowledge

__all__ = ["Topic", "topics"]


@dataclass(frozen=True, repr=False)
class Topic(ShownInLine):
    """What acts are about that nobody named the issue of, in words of their own.

    Parameters
    ----------
    key : str
        The act whose words these are.
    words : str
        The shortest words of all the acts about it.
    """

    key: str
    words: str


_Key = tuple[str, str]
"""An actor, and words as they are compared."""

_Wordings = Mapping[_Key, list[Act]]
"""The acts of one actor that are done in the same words, by these."""


class _Bonds:
    """What is about one thing with what, joined pair by pair."""

    def __init__(self, keys: Iterable[_Key]) -> None:
        self._above = {key: key for key in keys}

    def top(self, key: _Key) -> _Key:
        """Give the one that stands for all it is joined with."""
        above = self._above
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    def join(self, key: _Key, other: _Key) -> None:
        """Join two, and all they are joined with."""
        self._above[self.top(key)] = self.top(other)


def topics(whole: Whole, moments: Sequence[Moment]) -> Mapping[str, Topic]:
    """Tell what acts without an issue are about, by their own words.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds.
    moments : sequence of Moment
        The acts, in order of time.

    Returns
    -------
    mapping of str to Topic
        By act; each has one.

    Notes
    -----
    Two acts are about one thing where their words are the same or nearly so (six tenths of the
    shorter one's runs of four letters are in the other) and they are of one actor, or the one
    refuses or takes up what the other put to its actor; or where an analyst linked them. What
    two are about with a third is one too. Words that name nothing by themselves ("the
    demand") are compared within their report alone. So the order in which reports were read
    changes nothing. Cost is about linear in the acts, where few words are alike.
    """
    wordings = _wordings(whole, moments)
    bonds = _Bonds(wordings)
    compared = {key: runs(key[1]) for key in wordings if not key[1].startswith(_ALONE)}
    for own in _by_actor(compared).values():
        for key, other in alike(_NEARLY, own):
            bonds.join(key, other)
    for key, other in _answering(whole, wordings, compared):
        bonds.join(key, other)
    home = {act.id: key for key, acts in wordings.items() for act in acts}
    for link, holds in whole.stated_links.items():
        if holds and link.act in home and link.of in home:
            bonds.join(home[link.act], home[link.of])
    return _titled(moments, {key: bonds.top(own) for key, own in home.items()})


_NEARLY = 0.6
"""Words are nearly the same that have this share of the shorter one's runs in common."""

_SHORT = 60
"""How many letters words have at most that name nothing by themselves."""

_ALONE = "\n"
"""What words begin with that are not compared with those of other reports."""


def _wordings(whole: Whole, moments: Sequence[Moment]) -> dict[_Key, list[Act]]:
    """Put the acts of one actor together that are done in the same words."""
    acts = {act.id: act for act in whole.dossier.acts}
    alone = {report.key: _alone(report.language) for report in whole.reports}
    compared: dict[str, str] = {}
    wordings: dict[_Key, list[Act]] = {}
    for moment in moments:
        words = compared.get(moment.words)
        if words is None:
            words = compared.setdefault(moment.words, plain(moment.words))
        if len(words) <= _SHORT:
            report = moment.key.partition("#")[0]
            if alone[report].fullmatch(words):
                words = f"{_ALONE}{report} {words}"
        act = acts[moment.key]
        wordings.setdefault((act.actor, words), []).append(act)
    return wordings


@cache
def _alone(language: str) -> re.Pattern[str]:
    """Match words that name nothing by themselves, and no words at all."""
    pattern = knowledge("satumeja.dossier", language, "acts")["anaphora"]["alone"]
    return re.compile(f"|{pattern}")


def _by_actor(compared: Mapping[_Key, Runs]) -> dict[str, dict[_Key, Runs]]:
    """Part wordings by their actor."""
    parted: dict[str, dict[_Key, Runs]] = {}
    for key, own in compared.items():
        parted.setdefault(key[0], {})[key] = own
    return parted


def _answering(
    whole: Whole, wordings: _Wordings, compared: Mapping[_Key, Runs]
) -> Iterator[tuple[_Key, _Key]]:
    """Give the wordings that refuse or take up what others put to their actor, in like words."""
    denied = {(link.act, link.of) for link, holds in whole.stated_links.items() if not holds}
    answers, asks = _only(wordings, REPLIES), _only(wordings, ASKS)
    by_actor = _by_actor({key: own for key, own in compared.items() if key in answers})
    put = _put(answers, {key: acts for key, acts in asks.items() if key in compared})
    for actor, keys in put.items():
        theirs = {key: compared[key] for key in keys}
        for key, other in alike(_NEARLY, by_actor.get(actor, {}), theirs):
            if any(
                meets(act, ask) and (act.id, ask.id) not in denied
                for act in answers[key]
                for ask in asks[other]
            ):
                yield key, other


def _only(wordings: _Wordings, kinds: Collection[str]) -> _Wordings:
    """Give the wordings of some kinds of acts, with these alone."""
    chosen = {key: [act for act in acts if act.kind in kinds] for key, acts in wordings.items()}
    return {key: acts for key, acts in chosen.items() if acts}


def _put(answers: _Wordings, asks: _Wordings) -> dict[str, set[_Key]]:
    """Give what was put to each actor: towards it, or to nobody named where it answers them."""
    towards: dict[str, set[str]] = {}
    for (actor, _), acts in answers.items():
        towards.setdefault(actor, set()).update(act.target for act in acts if act.target)
    put: dict[str, set[_Key]] = {actor: set() for actor in towards}
    unaddressed: dict[str, set[_Key]] = {}
    for key, acts in asks.items():
        for target in {act.target for act in acts}:
            if target is None:
                unaddressed.setdefault(key[0], set()).add(key)
            elif target in put:
                put[target].add(key)
    for actor, others in towards.items():
        for other in others - {actor}:
            put[actor] |= unaddressed.get(other, set())
    return put


def _titled(moments: Sequence[Moment], home: Mapping[str, _Key]) -> dict[str, Topic]:
    """Call what acts are about by the shortest words of any of them."""
    shortest: dict[_Key, Moment] = {}
    for moment in moments:
        top = home[moment.key]
        best = shortest.get(top)
        if best is None or _brevity(moment) < _brevity(best):
            shortest[top] = moment
    titles = {top: Topic(moment.key, moment.words) for top, moment in shortest.items()}
    return {act: titles[top] for act, top in home.items()}


def _brevity(moment: Moment) -> tuple[int, str]:
    """Order words from the shortest."""
    return len(moment.words), moment.words
