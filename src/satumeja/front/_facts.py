"""What is agreed, contested, said by one side alone or told by the paper; and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from satumeja.display import ShownInLine
from satumeja.dossier import Act, period
from satumeja.evidence import Account
from satumeja.front._ahead import ahead, days_of
from satumeja.front._evidence import Evidence
from satumeja.front._quoting import Quotations, Quoted
from satumeja.front._sources import Ahead
from satumeja.model import Reference, Text, references

__all__ = ["Fact", "Facts", "Moment", "Standing", "facts"]

Standing = Literal["both", "contested", "one side", "paper"]
"""Said by both sides, contested, said by one side only, or the paper's own."""
_FOR = ("agree", "agree_to_talk", "meet", "offer", "promise", "concede")
_AGAINST = ("reject", "refuse", "deny")
_CLAIMS = ("accuse", "claim", "deny")
_TRUST = ("praise", "agree", "agree_to_talk", "meet", "concede")
"""Kinds of acts by which sides show that they trust each other, or have settled something."""


@dataclass(frozen=True, repr=False)
class Fact(ShownInLine):
    """Something that is said to be so.

    Parameters
    ----------
    standing : {"both", "contested", "one side", "paper"}
        Whether two sides say it, one denies what another claims, one alone says it, or the
        paper tells it itself.
    about : Text
        What it is about, by language; empty where the program does not know.
    sentences : tuple of Quoted
        Who says it, in which words; of what is contested the claim.
    against : tuple of Quoted
        The words of whoever denies it.
    checked : bool
        Whether a person accepted that the one denies the other.
    used : bool
        Whether the model cites any of these sentences.
    """

    standing: Standing
    about: Text
    sentences: tuple[Quoted, ...]
    against: tuple[Quoted, ...]
    checked: bool
    used: bool


@dataclass(frozen=True, repr=False)
class Moment(ShownInLine):
    """Something that was done on a day.

    Parameters
    ----------
    on : str
        The day, month or year, in ISO form, or two days with a stroke between them.
    first : date
        Its first day.
    sentence : Quoted
        Where it is told.
    """

    on: str
    first: dt.date
    sentence: Quoted


@dataclass(frozen=True, repr=False)
class Facts(ShownInLine):
    """What the reports hold of facts, time and trust.

    Parameters
    ----------
    facts : tuple of Fact
        What both sides say first, then what is contested, what one side says, and what the
        paper tells.
    timeline : tuple of Moment
        What was done, in order of time, up to the day the model speaks of.
    ahead : tuple of Ahead
        What lies ahead of that day, the nearest first.
    trust : tuple of Quoted
        Praise, and what sides have settled between them.
    """

    facts: tuple[Fact, ...]
    timeline: tuple[Moment, ...]
    ahead: tuple[Ahead, ...]
    trust: tuple[Quoted, ...]


def facts(evidence: Evidence) -> Facts:
    """Sort what the reports of a model hold by who says it.

    Parameters
    ----------
    evidence : Evidence
        Of the model.

    Returns
    -------
    Facts
        Of each report by itself: a denial a person rejected contests nothing. What is only
        proposed by a language model, or doubtful and not looked at, is left out.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> listed = facts(Evidence(load("december-2021-b")))
    >>> [fact.sentences[0].reference for fact in listed.facts if fact.standing == "contested"]
    ['wire#s26', 'wire#s28', 'wire#s29']
    """
    sorter = _Sorter(evidence)
    listed = [fact for account in evidence.accounts for fact in sorter.facts(account)]
    order: tuple[Standing, ...] = ("both", "contested", "one side", "paper")
    listed.sort(key=lambda fact: order.index(fact.standing))
    return Facts(
        tuple(listed),
        tuple(sorter.timeline()),
        ahead(evidence.model, evidence.accounts),
        tuple(dict.fromkeys(sorter.trust())),
    )


class _Sorter:
    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.quotations = Quotations(evidence.archive, evidence.accounts)
        named = {source.id for source in evidence.model.sources}
        cited = references(evidence.model)
        self.cited = {Reference.read(text, named).plain for text in cited}

    def facts(self, account: Account) -> Iterator[Fact]:
        acts = [act for act in account.acts if not act.proposed]
        contested = self._contested(account, acts)
        yield from self._both(account, acts)
        yield from contested.values()
        answered = {quoted.reference for fact in contested.values() for quoted in fact.against}
        for act in acts:
            reference = account.called(act.id)
            quoted = self.quotations.of_act(account, act)
            if act.kind in _CLAIMS and reference not in contested:
                if quoted.reference not in answered:
                    yield self._fact("one side", account, [act])
            elif act.statement is None:
                yield self._fact("paper", account, [act])

    def _both(self, account: Account, acts: Iterable[Act]) -> Iterator[Fact]:
        """List what two sides are for, each in its own words, and nobody is against."""
        by_issue: dict[str, list[Act]] = {}
        for act in acts:
            if act.issue and act.statement and act.kind in (*_FOR, *_AGAINST):
                by_issue.setdefault(act.issue, []).append(act)
        for own in by_issue.values():
            against = any(act.kind in _AGAINST for act in own)
            if not against and len({act.actor for act in own}) > 1:
                yield self._fact("both", account, own)

    def _contested(self, account: Account, acts: Iterable[Act]) -> Mapping[str, Fact]:
        """List what one side claims and another denies, by the claim."""
        by_reference = {account.called(act.id): act for act in acts}
        contested = dict[str, Fact]()
        for reference, claim in by_reference.items():
            pairs = [
                denial
                for denial in account.denials
                if denial.claim == reference
                and denial.state != "rejected"
                and denial.denial in by_reference
            ]
            if pairs:
                denials = [by_reference[pair.denial] for pair in pairs]
                checked = any(pair.state == "accepted" for pair in pairs)
                contested[reference] = self._fact(
                    "contested", account, [claim], denials, checked=checked
                )
        return contested

    def _fact(
        self,
        standing: Standing,
        account: Account,
        acts: Iterable[Act],
        against: Iterable[Act] = (),
        *,
        checked: bool = False,
    ) -> Fact:
        sentences, denials = (
            tuple(dict.fromkeys(self.quotations.of_act(account, act) for act in listed))
            for listed in (acts, against)
        )
        labels = [label for quoted in sentences for label in quoted.labels if label.issue]
        about = labels[0].issue if labels else None
        used = any(quoted.reference in self.cited for quoted in (*sentences, *denials))
        return Fact(standing, about or Text(""), sentences, denials, checked, used)

    def timeline(self) -> list[Moment]:
        """List what was done up to the day the model speaks of, each sentence once."""
        now = days_of(self.evidence.model.as_of)
        moments = dict[tuple[str, str], Moment]()
        for account in self.evidence.accounts:
            for act in account.acts:
                is_past = act.date and (now is None or act.date <= now[1])
                if act.proposed or act.date_doubtful or not act.is_dated or not is_past:
                    continue
                assert act.date is not None  # noqa: S101 - what is dated has a date
                on = period(act.date, act.date_end, act.precision)
                sentence = self.quotations.of_act(account, act)
                moments.setdefault((on, sentence.reference), Moment(on, act.date, sentence))
        return sorted(moments.values(), key=lambda moment: moment.first)

    def trust(self) -> Iterator[Quoted]:
        """Quote praise, and what sides have settled between them."""
        for account in self.evidence.accounts:
            for act in account.acts:
                if act.kind in _TRUST and act.statement and not act.proposed:
                    yield self.quotations.of_act(account, act)
