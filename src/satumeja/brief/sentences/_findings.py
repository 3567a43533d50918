"""The answer in plain words: what holds, what does not, for whom not, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from satumeja.brief.sentences._explain import explanation, groups
from satumeja.brief.sentences._told import Explanation
from satumeja.brief.tables import marks_of
from satumeja.brief.words import Phrases, short_of
from satumeja.stability import Analysis, explain_all

if TYPE_CHECKING:
    from satumeja.stability.further import Proof

__all__ = [
    "Answer",
    "StateInWords",
    "answer",
    "calm_at",
    "described",
    "explained_states",
    "in_words",
    "on_status_quo",
    "reasons_at",
    "verdicts_on",
]

_LISTED = 6
_EXPLAINED = 12
_POINTS = 4

Party = tuple[str, ...]


@dataclass(frozen=True)
class StateInWords:
    """A state, what everybody does in it, what it is, and the verdicts on it.

    `calm` speaks of those who have no improvement from it, `verdicts` of the others.
    """

    number: int
    form: str
    circumstances: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    verdicts: tuple[tuple[str, tuple[Explanation, ...]], ...] = ()
    calm: str = ""


@dataclass(frozen=True)
class Answer:
    """The answer to the question which states hold.

    Parameters
    ----------
    status_quo : tuple of str
        What is found of the status quo, sentence by sentence.
    reasons : tuple of Explanation
        Why, for everyone who could improve on it.
    strong : str
        How many states hold under every concept.
    states : tuple of StateInWords
        Those states, a few of them.
    others : tuple of str
        What else holds.
    """

    status_quo: tuple[str, ...]
    reasons: tuple[Explanation, ...]
    strong: str
    states: tuple[StateInWords, ...]
    others: tuple[str, ...]


def answer(analysis: Analysis, phrases: Phrases, verdicts: Sequence[Proof]) -> Answer:
    """Say what holds.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    phrases : Phrases
        The model and the language.
    verdicts : sequence of Verdict
        Those on the status quo among them.

    Returns
    -------
    Answer
        Sentences, without markup.
    """
    words, marks, start = phrases.words, marks_of(analysis), analysis.model.status_quo_number
    every = int((marks.times == marks.concepts).sum())
    shown = marks.best(min(every, _LISTED))
    more = every - len(shown)
    others = [words.count("answer.strong_more", more)] if more else []
    others += (
        [words.count("answer.weak", weak)]
        if (weak := int((marks.times > 0).sum()) - every)
        else []
    )
    return Answer(
        status_quo=(*_start(analysis, phrases), *calm_at(start, phrases, verdicts)),
        reasons=reasons_at(start, phrases, verdicts),
        strong=words.count("answer.strong", every) if every else words("answer.strong_none"),
        states=tuple(in_words(analysis, phrases, number) for number in shown),
        others=tuple(others),
    )


def _start(analysis: Analysis, phrases: Phrases) -> list[str]:
    number = analysis.model.status_quo_number
    if number is None:
        return [phrases.words("answer.no_status_quo")]

    def against(concept: str) -> list[Party]:
        parties = analysis.parties(concept)
        return [p for p in parties if not analysis.is_stable(concept, *p)[number - 1]]

    return on_status_quo(phrases, number, [c.id for c in analysis.concepts], against)


def on_status_quo(
    phrases: Phrases,
    number: int,
    analysed: Sequence[str],
    against: Callable[[str], Sequence[Party]],
    undecided: Sequence[str] = (),
) -> list[str]:
    """Say under which concepts the status quo holds, and for whom it does not.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    number : int
        The number of the status quo.
    analysed : sequence of str
        The concepts to speak of, by id.
    against : callable
        For whom it is not stable under a concept: decision makers or coalitions.
    undecided : sequence of str
        Other concepts, of which that is not known.
    """
    words = phrases.words
    held, failed = list[str](), list[str]()
    leaving: dict[tuple[Party, ...], list[str]] = {}
    for concept in analysed:
        short, parties = short_of(concept, words), tuple(against(concept))
        (failed if parties else held).append(short)
        if parties:
            leaving.setdefault(parties, []).append(short)
    key = "answer.partly" if held and failed else "answer.fails" if failed else "answer.holds"
    if undecided and not (held and failed):
        # "Under every concept analysed" is more than is known where some are undecided.
        key = "undecided.fails" if failed else "undecided.holds"
    lists = {"held": words.all_of(held), "failed": words.all_of(failed)}
    said = [words(key, number=number, **lists)] if held or failed else []
    if undecided:
        shorts = words.all_of([short_of(concept, words) for concept in undecided])
        said.append(words("undecided.status_quo", number=number, concepts=shorts))
    for parties, concepts in leaving.items():
        names = words.all_of([phrases.party(party) for party in parties])
        said.append(words("answer.against", concepts=words.all_of(concepts), dms=names))
    return said


def calm_at(number: int | None, phrases: Phrases, verdicts: Sequence[Proof]) -> list[str]:
    """Name those who have no improvement from a state."""
    calm = dict.fromkeys(v.party for v in verdicts if v.state == number and not v.many)
    names = [phrases.party(party) for party in calm]
    return [phrases.words("answer.calm", dms=phrases.words.all_of(names))] if names else []


def reasons_at(
    number: int | None, phrases: Phrases, verdicts: Sequence[Proof]
) -> tuple[Explanation, ...]:
    """Explain a state for everyone who could improve on it."""
    tempted = [v for v in verdicts if v.state == number and v.many]
    return tuple(
        _short(phrases, explanation(phrases, each))
        for party in dict.fromkeys(v.party for v in tempted)
        for each in groups([v for v in tempted if v.party == party])
    )


def explained_states(analysis: Analysis) -> tuple[list[int], int]:
    """Choose the states whose verdicts are put into words, and count the equilibria left out."""
    start = analysis.model.status_quo_number
    marks = marks_of(analysis)
    wanted = ([start] if start else []) + marks.best(_EXPLAINED)
    numbers = list(dict.fromkeys(wanted))[:_EXPLAINED]
    told = sum(marks.some(number) for number in numbers)
    return numbers, int((marks.times > 0).sum()) - told


def verdicts_on(analysis: Analysis, numbers: Sequence[int]) -> list[Proof]:
    """Explain some states for everyone under every concept analysed."""
    dms = [dm.id for dm in analysis.model.decision_makers]
    concepts = [concept.id for concept in analysis.concepts]
    knowledge = analysis.parameters["knowledge"]
    return explain_all(
        analysis.model, numbers, dms, concepts, engine=analysis.explicit, knowledge=knowledge
    )


def in_words(
    analysis: Analysis, phrases: Phrases, number: int, verdicts: Sequence[Proof] = ()
) -> StateInWords:
    """Describe a state, with the verdicts on it gathered by decision maker."""
    words, equilibria = phrases.words, marks_of(analysis)
    marks = [words("mark.status_quo")] if number == analysis.model.status_quo_number else []
    if equilibria.some(number):
        every = equilibria.every(number)
        marks.append(words("mark.every_concept" if every else "mark.some_concept"))
    return described(phrases, number, marks, verdicts)


def described(
    phrases: Phrases, number: int, marks: Sequence[str], verdicts: Sequence[Proof]
) -> StateInWords:
    """Describe a state that has these marks, with the verdicts on it."""
    words = phrases.words
    about = [v for v in verdicts if v.state == number]
    calm = dict.fromkeys(phrases.party(v.party) for v in about if not v.many)
    told = dict[str, tuple[Explanation, ...]]()
    for party in dict.fromkeys(v.party for v in about if v.many):
        own = groups([v for v in about if v.party == party])
        told[phrases.party(party)] = tuple(
            _short(phrases, explanation(phrases, each, grounds=False)) for each in own
        )
    return StateInWords(
        number=number,
        form=phrases.form(number),
        circumstances=tuple(phrases.circumstances(number)),
        marks=tuple(marks),
        verdicts=tuple(told.items()),
        calm=words("verdicts.calm", dms=words.all_of(list(calm))) if calm else "",
    )


def _short(phrases: Phrases, told: Explanation) -> Explanation:
    """Keep the first few points and say how many more there are."""
    more = len(told.points) - _POINTS
    if more <= 0:
        return told
    said = phrases.words.count("answer.more", more)
    return Explanation(told.lead, (*told.points[:_POINTS], said), told.close)
