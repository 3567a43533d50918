"""Sentences as they were published, with what the program and people make of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from satumeja.display import Card, Shown, ShownInLine
from satumeja.dossier import Act
from satumeja.dossier.drafting import Bodies
from satumeja.dossier.grading import Speech
from satumeja.evidence import Account, Archive, Passage
from satumeja.messages import LANGUAGES
from satumeja.model import Gloss, Reference, Text

__all__ = ["Label", "Parallel", "Quotations", "Quoted"]


@dataclass(frozen=True, repr=False)
class Label(ShownInLine):
    """What the program takes a sentence to do, from act, actors and issue: no translation.

    Parameters
    ----------
    kind : str
        The kind of act, such as ``warn``.
    actor : Text
        Who does it, by language.
    target : Text or None
        To whom, where that is said.
    issue : Text or None
        What it is about, by language, where that is known.
    """

    kind: str
    actor: Text
    target: Text | None = None
    issue: Text | None = None


@dataclass(frozen=True, repr=False)
class Parallel(ShownInLine):
    """The same sentence in another report, as a person says.

    Parameters
    ----------
    reference, words, language : str
        Where it stands, its words as published, and their language.
    """

    reference: str
    words: str
    language: str


@dataclass(frozen=True, repr=False)
class Quoted(ShownInLine):
    """A sentence as published, and what is known of it.

    Parameters
    ----------
    reference : str
        How evidence refers to it, without a fingerprint.
    words, language : str
        Its words and their language; empty where a publication is cited without a sentence.
    speaker : Text
        Whose words they are, by language; empty where nobody is named.
    speech : {"direct", "reported", "told", "cited"}
        Verbatim; reported; the paper's own; or a publication without a sentence.
    date : str
        When it was said, in ISO form; empty where that is not known.
    labels : tuple of Label
        What the program takes it to do.
    doubtful : bool
        Whether the reading is to be checked, and nobody has.
    checked_by : str
        Who looked at it and lets it stand; empty where nobody did.
    gloss : Text
        What a person says that it says, by language; empty where nobody does.
    gloss_by : str
        Who that is.
    parallel : Parallel or None
        The same sentence in another report.
    """

    reference: str
    words: str = ""
    language: str = ""
    speaker: Text = field(default=Text(""))
    speech: Speech = "cited"
    date: str = ""
    labels: tuple[Label, ...] = ()
    doubtful: bool = False
    checked_by: str = ""
    gloss: Text = field(default=Text(""))
    gloss_by: str = ""
    parallel: Parallel | None = None


class Quotations(Shown):
    """Quotes the sentences that a model cites, and those of its reports.

    Parameters
    ----------
    archive : Archive
        The sources of the model.
    accounts : tuple of Account
        What they hold as a whole.
    """

    def __init__(self, archive: Archive, accounts: tuple[Account, ...]) -> None:
        self.archive, self.model = archive, archive.model
        self.accounts = {account.source.id: account for account in accounts}
        self._bodies = {id_: Bodies(account.actors) for id_, account in self.accounts.items()}
        self._quoted: dict[str, Quoted] = {}

    def card(self) -> Card:
        """Show of which model they are, and how much each of its sources holds."""
        rows = [(id_, str(len(account.acts))) for id_, account in self.accounts.items()]
        return Card(f"Quotations of {self.model.title}", rows, ("source", "acts"))

    def of(self, reference: str) -> Quoted:
        """Quote what a reference stands for."""
        if reference not in self._quoted:
            self._quoted[reference] = self._quote(self.archive.find(reference))
        return self._quoted[reference]

    def of_act(self, account: Account, act: Act) -> Quoted:
        """Quote the sentence an act is done in, and of one the paper tells itself its words."""
        return self.of(account.called(act.statement or act.id))

    def called(self, source: str, actor: str) -> Text:
        """Name an actor: as the model does, by the lists, or as the report has it."""
        party = next((dm.name for dm in self.model.decision_makers if dm.id == actor), None)
        if party is not None:
            return party
        bodies = self._bodies.get(source)
        return Text(bodies.names(actor)) if bodies else Text(actor)

    def labels(self, account: Account, item: str) -> tuple[Label, ...]:
        """Label what is done in a statement, or an act."""
        acts = (act for act in account.acts if item in (act.id, act.statement))
        return tuple(dict.fromkeys(self._label(account, act) for act in acts))

    def _label(self, account: Account, act: Act) -> Label:
        source, issue = account.source.id, act.issue
        return Label(
            act.kind,
            self.called(source, act.actor),
            self.called(source, act.target) if act.target else None,
            Text({code: account.issue(issue, code) for code in LANGUAGES}) if issue else None,
        )

    def _quote(self, passage: Passage) -> Quoted:
        account = self.accounts.get(passage.reference.source)
        plain, review = (passage.now or passage.reference).plain, passage.review
        gloss = self._glosses.get(passage.reference.plain)
        return Quoted(
            plain,
            " ".join(passage.content.split()),
            passage.language,
            self._speaker(passage, account),
            passage.speech,
            passage.when.date,
            self.labels(account, passage.item) if account and passage.item else (),
            passage.doubtful,
            review.who if review is not None and review.settled else "",
            gloss.words if gloss else Text(""),
            gloss.by if gloss else "",
            self._parallel(gloss.parallel) if gloss and gloss.parallel else None,
        )

    def _speaker(self, passage: Passage, account: Account | None) -> Text:
        """Name whose words they are; nobody where the words name nobody."""
        actor = account.whose(passage.item) if account else None
        if actor is not None:
            return self.called(passage.reference.source, actor)
        names = {code: passage.called(code) for code in LANGUAGES}
        return Text(names) if any(names.values()) else Text("")

    @cached_property
    def _glosses(self) -> dict[str, Gloss]:
        """The glosses of the model by plain reference."""
        named = {source.id for source in self.model.sources}
        return {Reference.read(g.reference, named).plain: g for g in self.model.glosses}

    def _parallel(self, reference: str) -> Parallel | None:
        passage = self.archive.find(reference)
        if not passage.content:
            return None
        words = " ".join(passage.content.split())
        return Parallel(passage.reference.plain, words, passage.language)
