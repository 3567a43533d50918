"""A conflict over time, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief.sentences._deals import seats_in_words, states_in_words
from satumeja.brief.words import Phrases, Words, short_of
from satumeja.questions import Closing, OverTime, Session, Step

__all__ = ["over_time_in_words", "step_lead", "step_sentences"]

_LOST = 4


def over_time_in_words(found: OverTime, language: str) -> Iterator[tuple[str, list[str]]]:
    """Give for each step its date and its sentences."""
    words, before = Words(language), None
    for step in found.steps:
        yield step_lead(words, step), list(step_sentences(words, step, before))
        before = step


def step_lead(words: Words, step: Step) -> str:
    """Say from when on a step holds."""
    return (
        words("over_time.from", date=words.date(step.date))
        if step.date
        else words("over_time.first")
    )


def step_sentences(words: Words, step: Step, before: Step | None) -> Iterator[str]:
    """Say what changes at a step, what holds then, and what the tables could agree."""
    phrases = Phrases(step.model, words)
    yield from _happenings(phrases, step, before)
    for concept, numbers in step.equilibria.items():
        short = short_of(concept, words)
        states = states_in_words(words, numbers)
        yield words("over_time.equilibria", concept=short, states=states)
        for key, changed in (("gained", step.gained), ("lost", step.lost)):
            if changed.get(concept):
                model = before.model if before and key == "lost" else step.model
                forms = [model.states.form(n) for n in changed[concept]]
                yield words(f"over_time.{key}", concept=short, states=words.all_of(forms))
    for session in step.sessions:
        yield from _session(phrases, session, before)


def _happenings(phrases: Phrases, step: Step, before: Step | None) -> Iterator[str]:
    words = phrases.words
    if step.reading:
        yield words("over_time.reading", title=phrases.text(step.model.title))
    names = list(step.model.option_names)
    for each in step.happenings:
        if isinstance(each, Closing):
            key = "over_time.closed_taken" if each.taken else "over_time.closed_left"
            yield words(key, option=phrases.option(names.index(each.option)))
    if step.start is None:
        return
    form = phrases.form(step.start)
    moved = before is not None and any(not isinstance(e, Closing) for e in step.happenings)
    key = "over_time.fallback" if moved else "over_time.start"
    yield words(key, number=step.start, form=form)


def _session(phrases: Phrases, session: Session, before: Step | None) -> Iterator[str]:
    words, found = phrases.words, session.found
    table = seats_in_words(phrases, found.table, found.seats)
    if session.over:
        earlier = before.sessions if before else ()
        if not any(other.over and other.table.id == session.table.id for other in earlier):
            yield from _ended(phrases, session, table)
        return
    if session.meets:
        yield words("over_time.meets", table=table)
    if len(found):
        states = states_in_words(words, found.numbers.tolist())
        yield words.count("over_time.deals", len(found), table=table, states=states)
    else:
        said = [words("over_time.none", table=table)]
        yield " ".join([*said, *([words("over_time.closes")] if session.closes else [])])
    yield from _gone(phrases, session, before)


def _ended(phrases: Phrases, session: Session, table: str) -> Iterator[str]:
    """Say that the time of a table is over, and for whom that changes something."""
    words = phrases.words
    yield words("over_time.over", table=table, date=words.date(session.table.until))
    for meaning in ("worse", "better", "depends"):
        dms = [phrases.dm(dm) for dm, own in session.delay.items() if own == meaning]
        if dms:
            yield words(f"over_time.delay.{meaning}", dms=words.all_of(dms))


def _gone(phrases: Phrases, session: Session, before: Step | None) -> Iterator[str]:
    """Say which deals of the step before are gone, and why."""
    words = phrases.words
    for lost in session.lost[:_LOST]:
        form = before.model.states.form(lost.state) if before else ""
        if lost.out_of_reach:
            yield words("over_time.out_of_reach", form=form)
        else:
            dms = words.all_of([phrases.dm(dm) for dm in lost.refused_by])
            yield words("over_time.refused", form=form, dms=dms)
    if len(session.lost) > _LOST:
        yield words.count("over_time.more", len(session.lost) - _LOST)
