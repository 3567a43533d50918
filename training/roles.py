"""Hold the roles the reader's own clauses give against those of a trained parser.

Usage: ``python training/roles.py MODELS [FILE ...]``. MODELS holds what ``training/syntax.py``
wrote. Each FILE of cases (``tests/data/cases-blind/dev.json`` by default) is read in four ways:

- ``clauses``: as the reader does;
- ``judged``: acts whose roles the tree contradicts are made doubtful;
- ``added``: subjects, objects and verbs that the clauses leave open are taken from the tree;
- ``tree``: all subjects, objects, agents and prepositions are the tree's.

Printed are the acts listed as firm and how many of them the case bears out, the acts of the case
found with kind, actor and target, and those that the case forbids; then how often an act is right
where the tree, or by itself the clause, has the same doer, another, or nobody who could act.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import patch

from redrawn import Roles, added, phrase_of, redrawn, roles_in
from syntax import loaded
from ufal.udpipe import Model

from satumeja.dossier import Act, Actor, Dossier, read
from satumeja.dossier._types import Statement
from satumeja.dossier.acts._roles import clause_at
from satumeja.dossier.acts._work import side_of
from satumeja.dossier.clauses import Clause, Deed, Named, Sentences, Word, doers_of
from satumeja.dossier.clauses._parties import doers_in
from satumeja.dossier.reading import People, find_actors, sentence_at
from satumeja.errors import ReportError
from satumeja.report import Report, Span, parse

__all__ = ["WAYS", "Judge", "reading", "score"]

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests/data/cases-blind/dev.json"
WAYS = ("clauses", "judged", "added", "tree")
VERDICTS = ("same", "another", "nobody", "no clause")

Entry = Mapping[str, Any]


class Judge:
    """Trees of a report, held against the acts that were read out of it.

    Parameters
    ----------
    report : Report
        The report.
    model : Model
        The parser of its language.
    """

    def __init__(self, report: Report, model: Model) -> None:
        self.report, self.model = report, model
        self.people: People = find_actors(report)
        self.sentences = Sentences(report, self.people)

    def verdict(self, act: Act, statement: Statement | None) -> str:
        """Say whether by the tree the same do an act to the same, or others, or nobody known."""
        place, aimed = self._verb(act, statement)
        if place is None:
            return "no clause"
        span = self._sentence(place)
        words, _ = self.sentences.of(span)
        head = next((n for n, word in enumerate(words) if word.start <= place < word.end), None)
        if head is None:
            return "no clause"
        roles = roles_in(self.model, self.report, words, prefixed=self.sentences.grammar.prefixed)
        doer, target = roles.doer(head), roles.aim(head)
        named = self._sides(roles, doer)
        if not named:
            return "nobody"
        if act.actor not in named:
            return "another"
        other = self._sides(roles, target) if aimed and act.target else set()
        return "another" if other and act.target not in other else "same"

    def verdict_of_clause(self, act: Act, statement: Statement | None) -> str:
        """Say the same of the doer by the clause alone, without a tree."""
        place, _ = self._verb(act, statement)
        spot = clause_at(self.report, self.sentences, place) if place is not None else None
        if spot is None:
            return "no clause"
        grammar, language = self.sentences.grammar, self.report.language
        doers = doers_of(spot.words, spot.clauses, spot.clause, grammar, language)
        actors = [doer.actor for doer in doers if doer.actor in self.people.actors]
        named = self._joined({side_of(self.people, actor or "") for actor in actors}, doers)
        return ("same" if act.actor in named else "another") if named else "nobody"

    def _sentence(self, place: int) -> Span:
        """Give the sentence a place stands in."""
        sentence = self.report.sentences[sentence_at(self.report, place)]
        return sentence.start, sentence.end

    def _verb(self, act: Act, statement: Statement | None) -> tuple[int | None, bool]:
        """Give where the verb of an act stands, and whether it names to whom, too."""
        if statement is not None and statement.cue is not None:
            place = statement.cue[0]
            deeds = self._deeds(place)
            return place, any(deed.verb[0] <= place < deed.verb[1] for deed in deeds)
        for deed in self._deeds(act.span[0]):
            if deed.frame.kind == act.kind and deed.clause is not None:
                return deed.verb[0], True
        return None, False

    def _deeds(self, place: int) -> tuple[Deed, ...]:
        """Give the deeds of the sentence a place stands in."""
        return self.sentences.deeds(self._sentence(place))

    def _sides(self, roles: Roles, place: int | None) -> set[str]:
        """Give the sides and crowds in the phrase of a word, where it names who could act."""
        if place is None:
            return set()
        phrase = phrase_of(roles, place)
        doers = doers_in(roles.words, phrase, self.sentences.grammar, self.report.language)
        if not any(doer.actor or doer.crowd for doer in doers):
            return set()
        wide = phrase_of(roles, place, wide=True)
        first, last = roles.words[wide.first].start, roles.words[wide.last].end
        mentions = [m for m in self.people.mentions if first <= m.start < last]
        sides = {side_of(self.people, mention.actor) for mention in mentions}
        return self._joined(sides, doers)

    @staticmethod
    def _joined(sides: set[str], doers: Sequence[Named]) -> set[str]:
        """Give sides, crowds, and the crowds of a side ("peru_fishermen")."""
        crowds = {doer.crowd for doer in doers if doer.crowd}
        return sides | crowds | {f"{side}_{crowd}" for side in sides for crowd in crowds}


def judged(report: Report, model: Model) -> Dossier:
    """Read a report, and doubt the acts whose roles the tree contradicts."""
    dossier, judge = read(report), Judge(report, model)
    statements = {statement.id: statement for statement in dossier.statements}
    acts = tuple(
        replace(act, doubtful=True)
        if not act.doubtful
        and judge.verdict(act, statements.get(act.statement or "")) == "another"
        else act
        for act in dossier.acts
    )
    return replace(dossier, acts=acts)


def reading(way: str, models: Mapping[str, Model]) -> Callable[[Report], Dossier]:
    """Give the function that reads a report in one of the ways."""

    def reader(report: Report) -> Dossier:
        if way == "judged":
            return judged(report, models[report.language])
        with _drawn_by_tree(way, report, models):
            return read(report)

    return reader


def _drawn_by_tree(
    way: str, report: Report, models: Mapping[str, Model]
) -> AbstractContextManager[object]:
    """Have the clauses of a report made with its trees, where a way asks for it."""
    if way == "clauses":
        return nullcontext()
    plain, change = Sentences._made, added if way == "added" else redrawn

    def made(sentences: Sentences, *asked: Any) -> tuple[list[Word], list[Clause]]:
        words, clauses = plain(sentences, *asked)
        model, prefixed = models[report.language], sentences.grammar.prefixed
        return words, change(roles_in(model, report, words, prefixed=prefixed), clauses)

    return patch.object(Sentences, "_made", made)


def score(case: Entry, dossier: Dossier) -> Counter[str]:
    """Count what of a case was found, and what was listed that it does not bear out."""
    named = _Names(dossier)
    counts: Counter[str] = Counter()
    for wanted in case["acts"]:
        if not wanted.get("optional"):
            counts["acts"] += 1
            counts["found"] += any(named.fits(act, wanted) for act in dossier.acts)
    for act in dossier.acts:
        swapped = named.is_forbidden(case, act)
        counts.update({"wrong": swapped, "wrong firm": swapped and not act.doubtful})
        if not act.doubtful:
            counts["firm"] += 1
            counts["borne out"] += named.bears_out(case, act)
    return counts


class _Names:
    """The names of a dossier's actors, to be held against those of a case."""

    def __init__(self, dossier: Dossier) -> None:
        self.statements = {statement.id: statement for statement in dossier.statements}
        self.dossier = dossier
        self.names = {actor.id: set(self._names(actor)) for actor in dossier.actors}

    def _names(self, actor: Actor) -> Iterator[str]:
        """Give what an actor is called."""
        yield _plain(actor.name)
        yield _plain(actor.id)
        for mention in actor.mentions:
            yield _plain(self.dossier.words((mention.start, mention.end)))

    def fits(self, act: Act, wanted: Entry, *, strict: bool = False) -> bool:
        """Whether an act has the kind, the actor and, where one is asked for, the target."""
        if wanted["kind"] != "*" and act.kind not in wanted["kind"].split("|"):
            return False
        doers = (act.actor, act.by)
        if not any(self._is(doer, wanted["actor"], strict) for doer in doers if doer):
            return False
        return not wanted["target"] or self._is(act.target, wanted["target"], strict)

    def _is(self, actor: str | None, wanted: str, strict: bool) -> bool:
        """Whether an actor has one of the names; strict: that name and no longer one."""
        if wanted == "*":
            return True
        names = self.names.get(actor or "", set())
        choices = {_plain(name) for name in wanted.split("|")}
        if strict:
            return bool(names & choices)
        shapes = [rf"(?<!\w){re.escape(choice)}(?!\w)" for choice in choices]
        return any(re.search(shape, name) for shape in shapes for name in names)

    def is_forbidden(self, case: Entry, act: Act) -> bool:
        """Whether a case forbids an act."""
        return any(self.fits(act, wrong, strict=True) for wrong in case["forbid"])

    def bears_out(self, case: Entry, act: Act) -> bool:
        """Whether an act is one of the case, or the first of one of its statements."""
        if any(
            self.fits(act, {**entry, "target": act.target and entry["target"]})
            for entry in case["acts"]
        ):
            return True
        statement = self.statements.get(act.statement or "")
        words = self.dossier.words(statement.content) if statement else ""
        return any(
            act.kind in entry["act"].split("|")
            and self._is(act.by or act.actor, entry["speaker"], strict=False)
            and any(part in words or (words and words in part) for part in _parts(entry))
            for entry in case["statements"]
        )


def _parts(entry: Entry) -> Sequence[str]:
    """Give the words of a statement of a case, in each of its forms."""
    content = entry["content"]
    return content if isinstance(content, list) else [content]


def _plain(name: str) -> str:
    """Give a name in small letters, without an article."""
    words = " ".join(name.lower().replace("_", " ").replace("’", "'").split())
    return re.sub(r"^(?:the|an|a|para|pihak) ", "", words)


def verdicts(
    case: Entry, report: Report, model: Model
) -> Iterator[tuple[str, str, bool, bool, bool]]:
    """Give of each act what the tree and the clause say, if it is firm, right, the wrong way."""
    dossier, judge = read(report), Judge(report, model)
    named = _Names(dossier)
    for act in dossier.acts:
        statement = named.statements.get(act.statement or "")
        counted = not act.doubtful, named.bears_out(case, act), named.is_forbidden(case, act)
        yield "tree", judge.verdict(act, statement), *counted
        yield "clause", judge.verdict_of_clause(act, statement), *counted


def main() -> int:
    """Read the cases in every way, and print what was counted."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("models", type=Path)
    options.add_argument("cases", type=Path, nargs="*", default=[CASES])
    chosen = options.parse_args()
    models = {code: loaded(chosen.models / f"{code}.udpipe") for code in ("en", "id")}
    cases = [case for path in chosen.cases for case in json.loads(path.read_text("utf-8"))]
    reports = [(case, report) for case in cases if (report := _report(case)) is not None]
    wanted = sum(not act.get("optional") for case in cases for act in case["acts"])
    for way in WAYS:
        reader, counts = reading(way, models), Counter[str]()
        for case, report in reports:
            counts += score(case, reader(report))
        print(_line(way, counts, wanted))
    print(*_judged_lines(reports, models), sep="\n")
    return 0


def _report(case: Entry) -> Report | None:
    """Give the report of a case; None where the reader takes it for none."""
    try:
        return parse(case["text"], f"{case['id']}.txt")
    except ReportError:
        return None


def _line(way: str, counts: Counter[str], wanted: int) -> str:
    """Spell what was counted of one way."""
    return (
        f"{way:8} firm acts borne out {counts['borne out']} of {counts['firm']}; acts found "
        f"{counts['found']} of {wanted}; wrong way {counts['wrong']}, of them firm "
        f"{counts['wrong firm']}"
    )


def _judged_lines(
    reports: Sequence[tuple[Entry, Report]], models: Mapping[str, Model]
) -> Iterator[str]:
    """Spell how often acts are right, and the wrong way round, by what a judge says of them."""
    seen: Counter[tuple[object, ...]] = Counter()
    for case, report in reports:
        for judge, doer, firm, right, swapped in verdicts(case, report, models[report.language]):
            seen.update({(judge, doer, firm): 1, (judge, doer, firm, "right"): int(right)})
            seen[judge, doer, "swapped"] += swapped
    for judge, firm in product(("tree", "clause"), (True, False)):
        shares = (
            f"{doer} {seen[judge, doer, firm, 'right']} of {seen[judge, doer, firm]}"
            for doer in VERDICTS
        )
        sort = "firm" if firm else "doubtful"
        yield f"{sort} acts right, by the doer of the {judge}: {'; '.join(shares)}"
    for judge in ("tree", "clause"):
        shares = (f"{doer} {seen[judge, doer, 'swapped']}" for doer in VERDICTS)
        yield f"acts the wrong way, by the doer of the {judge}: {'; '.join(shares)}"


if __name__ == "__main__":
    sys.exit(main())
