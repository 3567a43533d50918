"""The page a draft is written on: its lines, what they rest on, and what is left to decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from satumeja.display import Shown, ShownInLine
from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act
from satumeja.dossier.drafting._bodies import Bodies
from satumeja.dossier.drafting._citations import citations, quoted
from satumeja.dossier.drafting._parties import Parties, parties_of
from satumeja.dossier.drafting._proposal import Proposal, propose
from satumeja.dossier.keeping import Whole
from satumeja.report.kit import knowledge

__all__ = ["Draft", "Question", "Sheet", "both", "comment", "quoted"]

_ROOM = "satumeja.dossier"
LANGUAGES = ("en", "id")


@dataclass(frozen=True, repr=False)
class Question(ShownInLine):
    """Something a draft leaves to the analyst.

    Parameters
    ----------
    id : str
        ``d1``, ``d2``, ... in the order of the file; the comment ``# DECIDE d1:`` has it, too.
    kind : str
        What is asked: ``order``, ``direction``, ``stand``, ``addressee``, ``condition``, ...
    about : tuple of str
        The way to the part of the model it is about.
    text : mapping of str to str
        The question, by language.
    choices : tuple of (str, mapping)
        Answers and what they mean, by language, where they can be listed.
    evidence : tuple of str
        The statements and acts it arises from, as the model cites them.
    """

    id: str
    kind: str
    about: tuple[str, ...]
    text: Mapping[str, str]
    choices: tuple[tuple[str, Mapping[str, str]], ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Draft(Shown):
    """A proposed model, and what is left to decide.

    Parameters
    ----------
    model : str
        The model file in YAML; its comments ask the questions.
    questions : tuple of Question
        The same questions as data.
    """

    model: str
    questions: tuple[Question, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the draft as the ``satumeja/draft/1`` document.

        Returns
        -------
        dict
            JSON values only.
        """
        return {
            "schema": "satumeja/draft/1",
            "model": self.model,
            "questions": [
                {
                    "id": question.id,
                    "kind": question.kind,
                    "about": list(question.about),
                    "text": dict(question.text),
                    "choices": [
                        {"value": value, "text": dict(words)} for value, words in question.choices
                    ],
                    "evidence": list(question.evidence),
                }
                for question in self.questions
            ],
        }


def _answers(found: Dossier | Whole) -> dict[str, dict[str, bool]]:
    """Give what analysts said of which act answers or rejects which, by act."""
    answers: dict[str, dict[str, bool]] = {}
    for event in found.link_events if isinstance(found, Whole) else ():
        act, kind, earlier = event.of.split(":")
        if kind in ("answers", "rejects"):
            answers.setdefault(act, {})[earlier] = event.verb != "reject"
    return answers


def both(names: Mapping[str, str]) -> str:
    """Write a name or a reason in both languages."""
    return "{" + ", ".join(f"{code}: {quoted(names[code])}" for code in LANGUAGES) + "}"


def comment(language: str, table: str, key: str, **words: str) -> str:
    """Give a comment or a question in a language."""
    text: str = knowledge(_ROOM, "drafts")[table][key][language]
    return text.format(**words)


class Sheet:
    """A draft while it is written.

    Parameters
    ----------
    found : Dossier or Whole
        What a report, or many, say.
    source : str
        The id of a single report.
    path : str, optional
        Path of a single report, as the model names it; of a dossier file, the folder its
        path is given from.
    makers : collection of str
        Who is to decide; nobody named, whom the reports say most of.
    language : str
        The language of the comments; none named, that of the report.
    """

    def __init__(
        self,
        found: Dossier | Whole,
        source: str,
        path: str | None,
        makers: Collection[str] = (),
        language: str = "",
    ) -> None:
        self.found, self._makers = found, makers
        self.dossier = found.dossier if isinstance(found, Whole) else found
        self.language = language or self.dossier.report.language
        self.bodies = Bodies(self.dossier.actors)
        listed = knowledge(_ROOM, "issues")["issues"]
        self._issues: Mapping[str, Mapping[str, str]] = {
            **{issue: entry["name"] for issue, entry in listed.items()},
            **(found.issues if isinstance(found, Whole) else {}),
        }
        self.citations = citations(found, source, path)
        self._others: dict[str, tuple[tuple[str, Mapping[str, str]], ...]] = {}
        self.lines: list[str] = []
        self.questions: list[Question] = []

    @cached_property
    def parties(self) -> Parties:
        """The acts with the parties taken for them."""
        return parties_of(self.dossier, self.bodies, self.language_of, _answers(self.found))

    @cached_property
    def proposal(self) -> Proposal:
        """What the dossier suggests for a model."""
        return propose(self.dossier, self.bodies, self.parties, self._makers)

    def language_of(self, act: Act) -> str:
        """Give the language of the words of an act."""
        if isinstance(self.found, Whole):
            return self.found.report_of(act.id).language
        return self.dossier.report.language

    def words(self, act: Act) -> str:
        """Give the words of an act in one line."""
        return " ".join(self.dossier.words(act.span).split())

    def called(self, issue: str) -> Mapping[str, str]:
        """Give what an option is called: by the list of issues, or by the words it rests on."""
        table = knowledge(_ROOM, "drafts")["deeds"]
        names = self._issues.get(issue)
        if names:
            return {code: names.get(code) or next(iter(names.values())) for code in LANGUAGES}
        deed = self.parties.deeds.get(issue)
        if deed is None:
            return dict.fromkeys(LANGUAGES, issue)
        words = deed.words[:1].lower() + deed.words[1:]
        return {
            code: deed.words
            if code == deed.language
            else table[deed.kind][code].format(words=words)
            for code in LANGUAGES
        }

    def others(self, party: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
        """Give the decision makers but one, as what may be chosen: one list for all questions."""
        if party not in self._others:
            others = (maker.id for maker in self.proposal.makers if maker.id != party)
            self._others[party] = tuple((other, self.bodies.names(other)) for other in others)
        return self._others[party]

    def cite(self, items: Iterable[str]) -> str:
        """Write evidence as a list."""
        return "[" + ", ".join(quoted(self.citations.cited(item)) for item in items) + "]"

    def write(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)

    def note(self, key: str, indent: int = 0, **words: str) -> None:
        """Add a comment in the language of the draft."""
        for line in comment(self.language, "comments", key, **words).strip().splitlines():
            self.write(f"{' ' * indent}# {line}")

    def ask(
        self,
        kind: str,
        about: Sequence[str],
        *,
        indent: int = 0,
        evidence: Iterable[str] = (),
        choices: Iterable[tuple[str, Mapping[str, str]]] | None = None,
        names: Mapping[str, Mapping[str, str]] | None = None,
        **words: str,
    ) -> None:
        """Ask a question: as a comment in the language of the draft, and as data.

        `names` are words that differ between the languages; `choices` stand in the place of
        those the kind has.
        """
        number = f"d{len(self.questions) + 1}"
        text = {
            code: comment(
                code,
                "questions",
                kind,
                **words,
                **{key: called[code] for key, called in (names or {}).items()},
            )
            for code in LANGUAGES
        }
        if choices is None:
            listed = knowledge(_ROOM, "drafts")["choices"].get(kind, ())
            choices = (
                (choice["value"], {code: choice[code] for code in LANGUAGES}) for choice in listed
            )
        cited = tuple(self.citations.cited(item) for item in evidence)
        question = Question(number, kind, tuple(about), text, tuple(choices), cited)
        self.questions.append(question)
        self.write(f"{' ' * indent}# DECIDE {number}: {' '.join(text[self.language].split())}")

    def draft(self) -> Draft:
        """Give what was written."""
        return Draft("\n".join(self.lines) + "\n", tuple(self.questions))
