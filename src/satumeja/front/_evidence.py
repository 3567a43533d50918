"""What a model rests on, looked up and counted for a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from satumeja.display import Card, Shown
from satumeja.errors import QuestionError
from satumeja.evidence import Account, Archive, Passage
from satumeja.front._data import Link
from satumeja.front._grading import graded, independent_reports, thinness
from satumeja.front._sources import Backing, Denials
from satumeja.messages import LANGUAGES
from satumeja.model import Model, Statement, Text, references
from satumeja.model.kit import statements_of

__all__ = ["Evidence"]


class Evidence(Shown):
    """What the assumptions of a model rest on, looked up once.

    Parameters
    ----------
    model : Model
        The model.
    archive : Archive, optional
        Its sources, where they were opened already.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> evidence = Evidence(load("december-2021-b"))
    >>> wish = evidence.backing("russia#2")
    >>> wish.grade, wish.reports, wish.passages, wish.verbatim
    ('thin', 1, 1, 0)
    """

    def __init__(self, model: Model, archive: Archive | None = None) -> None:
        self.model = model
        self.archive = archive or Archive(model)
        self._backings: dict[tuple[str, bool], Backing] = {}

    def card(self) -> Card:
        """Show of which model it is, and its sources."""
        sources = [(source.id, str(source.title)) for source in self.model.sources]
        return Card(f"Evidence of {self.model.title}", sources, ("source", "title"))

    def backing(self, statement: str) -> Backing:
        """Say what a wish rests on.

        Parameters
        ----------
        statement : str
            Such as ``russia#3``, the third statement of its preferences; a decision maker
            alone, such as ``russia``, is its ranking or weights, which cite nothing of their
            own.
        """
        return self._backing(statement, line=False)

    def line(self, statement: str) -> Backing:
        """Say what a red line rests on, such as ``us#1``, the first of its red lines."""
        return self._backing(statement, line=True)

    def backings(self) -> tuple[Backing, ...]:
        """Say it of every wish, in the order of the file; a ranking or weights are one."""
        return tuple(
            self.backing(name)
            for maker in self.model.decision_makers
            for name in _names(maker.id, len(statements_of(maker.preference)))
        )

    def whole(self, links: Sequence[Link] = ()) -> Backing:
        """Give the grade of the weakest link, and count all that the model cites.

        Parameters
        ----------
        links : sequence of Link
            The chain the present situation hangs on; where it is empty, all wishes count.
        """
        deciding = [link.why for link in links if link.why] or list(self.backings())
        weakest = max(deciding, key=lambda backing: thinness(backing.grade))
        passages = self._passages(references(self.model))
        counted = _counted(weakest.statement, passages, self._denied(passages))
        return Backing(
            counted.statement,
            weakest.grade,
            counted.reports,
            counted.passages,
            counted.verbatim,
            counted.checked,
            counted.denied,
            inferred=weakest.inferred,
            contested=counted.contested,
        )

    def denials(self, links: Sequence[Link] = ()) -> Denials:
        """Say what is denied: of what a person accepted as denied, and of all that is reported.

        Parameters
        ----------
        links : sequence of Link
            The chain the present situation hangs on.
        """
        accounts = self.accounts
        pairs = [denial for account in accounts for denial in account.denials]
        accepted = [denial for denial in pairs if denial.state == "accepted"]
        names = (self._named(denial.by) for denial in accepted)
        deciding = (link.why.statement for link in links if link.why)
        used = [text for name in deciding for text in self._evidence_of(name, line=False)]
        return Denials(
            claims=len({denial.claim for denial in accepted}),
            by=tuple(dict.fromkeys(names)),
            used=self._denied(self._passages(used)),
            reported=sum(act.kind == "deny" for account in accounts for act in account.acts),
            checked=any(denial.state != "proposed" for denial in pairs),
        )

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """What each source with a text holds as a whole."""
        return self.archive.accounts()

    def _backing(self, statement: str, *, line: bool) -> Backing:
        if (statement, line) not in self._backings:
            passages = self._passages(self._evidence_of(statement, line=line))
            stated = self._statement(statement, line=line)
            inferred = stated is not None and stated.inferred
            denied = self._denied(passages)
            grade = graded(passages, denied, inferred=inferred)
            counted = _counted(statement, passages, denied)
            self._backings[statement, line] = Backing(
                statement,
                grade,
                counted.reports,
                counted.passages,
                counted.verbatim,
                counted.checked,
                denied,
                inferred,
                contested=denied > 0,
            )
        return self._backings[statement, line]

    def _evidence_of(self, statement: str, *, line: bool) -> tuple[str, ...]:
        stated = self._statement(statement, line=line)
        return stated.evidence if stated else ()

    def _statement(self, name: str, *, line: bool) -> Statement | None:
        """Find a statement by its name; None for a ranking or weights."""
        dm, mark, place = name.partition("#")
        maker = self.model[dm]
        if not mark:
            return None
        stated = maker.red_lines if line else statements_of(maker.preference)
        if not place.isdecimal() or not 1 <= int(place) <= len(stated):
            what = "red line" if line else "statement"
            raise QuestionError(f'{dm} has no {what} "{place}"; they are 1 to {len(stated)}')
        return stated[int(place) - 1]

    def _passages(self, cited: Iterable[str]) -> list[Passage]:
        """Look up what is cited and is there: neither rejected nor lost."""
        passages = (self.archive.find(text) for text in dict.fromkeys(cited))
        return [passage for passage in passages if not passage.basis().absent]

    def _denied(self, passages: Sequence[Passage]) -> int:
        """Count passages that a person accepted as denied; asked for only where any is."""
        denied = self._denied_items if any(passage.content for passage in passages) else ()
        keys = ((passage.reference.source, passage.item) for passage in passages)
        return sum(key in denied for key in keys)

    @cached_property
    def _denied_items(self) -> frozenset[tuple[str, str]]:
        """The claims that are denied, and the sentences they are made in, by source."""
        denied: set[tuple[str, str]] = set()
        for account in self.accounts:
            claims = {d.claim for d in account.denials if d.state == "accepted"}
            for act in account.acts:
                if account.called(act.id) in claims:
                    denied |= {(account.source.id, i) for i in (act.id, act.statement) if i}
        return frozenset(denied)

    def _named(self, actor: str) -> Text:
        """Name an actor of a dossier in every language the program speaks."""
        return Text({code: self.archive.called(actor, code) for code in LANGUAGES})


def _counted(statement: str, passages: Sequence[Passage], denied: int) -> Backing:
    """Count passages; the grade is none, whatever they are."""
    sentences = [passage for passage in passages if passage.content]
    return Backing(
        statement,
        "none",
        independent_reports([p for p in passages if p.content or p.reference.item]),
        passages=len(sentences),
        verbatim=sum(passage.speech == "direct" for passage in sentences),
        checked=sum(p.review is not None and p.review.settled for p in sentences),
        denied=denied,
        inferred=False,
        contested=denied > 0,
    )


def _names(dm: str, count: int) -> Iterable[str]:
    return (f"{dm}#{place}" for place in range(1, count + 1)) if count else (dm,)
