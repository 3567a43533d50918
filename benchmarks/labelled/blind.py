"""The blind gold: reports annotated by a hand that never saw the rules, labels with alternatives.

Only figures come out of here, never words, so that whoever improves the reader can measure it
without reading the reports. A label `a|b` is right as either; `-` is nobody. A statement is found
where it and the annotated words cover at least half of each other. An act is looked for among
those on the same statement, or on words that share half of the shorter.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from labelled.scores import f1, overlap
from satumeja.dossier import Act, Dossier, Statement, read
from satumeja.errors import ReportError
from satumeja.report import Report, Span, parse

__all__ = ["Blind", "blind_reports", "measure_blind", "score_blind"]

Entry = Mapping[str, Any]
_NOBODY = "-"
_JOINT = ("agree", "agree_to_talk", "meet", "cooperate")
_ARTICLE = re.compile(r"(?:the|an|a|para|sang|pihak) ")
_UNSTATED = "XXXX"


@dataclass(frozen=True)
class Blind:
    """One annotated report.

    Parameters
    ----------
    name, text : str
        The file and what it says.
    entry : mapping
        Its annotation, as ``GUIDE.md`` tells.
    """

    name: str
    text: str
    entry: Entry

    def span(self, words: str, occurrence: int = 1) -> Span:
        """Give where annotated words stand."""
        place = -1
        for _ in range(occurrence):
            place = self.text.index(words, place + 1)
        return place, place + len(words)

    @property
    def statements(self) -> Iterator[tuple[str, Span, Sequence[str], Entry]]:
        """Give each row: its identifier, its words, its labels, and what more is told of it."""
        for number, row in enumerate(self.entry["statements"], 1):
            identifier = f"s{number:02d}"
            more = self.entry.get("more", {}).get(identifier, {})
            yield identifier, self.span(row[3], more.get("occurrence", 1)), row[:3], more


def blind_reports(folder: Path) -> Iterator[Blind]:
    """Give the annotated reports of a folder, in order."""
    for path in sorted(folder.glob("*.toml")):
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
        yield Blind(path.stem, (folder / entry["file"]).read_text(encoding="utf-8"), entry)


def measure_blind(folder: Path) -> None:
    """Print the figures of each language, and of both."""
    sums: dict[str, Counter[str]] = {}
    for blind in blind_reports(folder):
        counts = score_blind(blind)
        for language in (blind.name.rpartition(".")[2], "both"):
            sums.setdefault(language, Counter()).update(counts)
    for language, counts in sorted(sums.items(), key=lambda item: item[0] == "both"):
        for line in _lines(counts):
            print(f"blind {language:5}{line}")


def _lines(counts: Counter[str]) -> Iterator[str]:
    """Spell the figures: statements, acts, days, and what articles state of themselves."""

    def share(name: str) -> str:
        total = counts[name]
        return f"{counts[f'{name}+'] / total:.2f} of {total}" if total else "-"

    precision = counts["true"] / max(counts["given"], 1)
    recall = counts["found+"] / max(counts["found"], 1)
    yield (
        f"statements {counts['found']}: P {precision:.2f}, R {recall:.2f}, "
        f"F1 {f1(precision, recall):.2f}; speaker {share('speaker')}, mode {share('mode')}, "
        f"first act {share('act')}, firm {share('firm')}"
    )
    yield (
        f"acts: roles {share('roles')}, listed as firm and right {share('listed')}, "
        f"as doubtful and right {share('guessed')}; wrong way round {counts['swapped']}, "
        f"of them firm {counts['swapped firm']}"
    )
    yield (
        f"days: said on {share('said on')}, done on {share('done on')}, due {share('due')}; "
        f"title {share('title')}, published {share('published')}, refused {counts['refused']}"
    )


def score_blind(blind: Blind, reader: Callable[[Report], Dossier] = read) -> Counter[str]:
    """Count what is right in one report: each figure under its name, what is right with ``+``."""
    counts: Counter[str] = Counter()
    try:
        dossier = reader(parse(blind.text, blind.name))
    except ReportError:
        counts["refused"] += 1
        counts["found"] += len(blind.entry["statements"])
        counts["roles"] += len(blind.entry["acts"])
        return counts
    for name, told in (("title", dossier.report.title), ("published", dossier.report.published)):
        counts[name] += 1
        counts[f"{name}+"] += _stated(blind.entry[name], told)
    scored = _Scored(blind, dossier)
    counts.update(scored.statements())
    counts.update(scored.acts())
    counts.update(scored.listed())
    return counts


def _stated(wanted: str, told: object) -> bool:
    """Whether what a report gives of itself is what the article states; "" is nothing."""
    text = told.isoformat() if isinstance(told, dt.date) else str(told or "")
    if _UNSTATED in wanted:
        return text == "" or text[4:] == wanted[4:]
    return " ".join(text.split()) == " ".join(wanted.split())


def _plain(words: str) -> str:
    """Give a name in small letters, without article, with plain marks."""
    plain = " ".join(words.lower().replace("’", "'").replace("_", " ").split())
    return _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else plain


class _Scored:
    """A dossier beside its annotation, with the pairs that belong together."""

    def __init__(self, blind: Blind, dossier: Dossier) -> None:
        self.blind, self.dossier = blind, dossier
        self.names = {actor.id: self._names(actor.id) for actor in dossier.actors}
        self.pairs = dict(self._paired())
        self.rows = {statement.id: row for row, statement in self.pairs.items()}
        self.wanted = [(act, self._span(act)) for act in blind.entry["acts"]]

    def _names(self, identifier: str) -> set[str]:
        """Give what an actor of the dossier is called."""
        actor = self.dossier.actor(identifier)
        spans = [self.dossier.report.text[one.start : one.end] for one in actor.mentions]
        names = {_plain(name) for name in (actor.name, actor.id, *spans)}
        return {name.removesuffix("'s") for name in names} - {""}

    def _span(self, act: Entry) -> Span:
        """Give where the words of an annotated act stand."""
        return self.blind.span(act["words"], act.get("occurrence", 1))

    def _paired(self) -> Iterator[tuple[str, Statement]]:
        """Pair annotated rows with statements, the best cover first, each once."""
        near = sorted(
            (
                (-cover, row, index)
                for row, span, _, _ in self.blind.statements
                for index, one in enumerate(self.dossier.statements)
                if (cover := _cover(span, one.content)) >= 1 / 2
            ),
        )
        rows: set[str] = set()
        taken: set[int] = set()
        for _, row, index in near:
            if row not in rows and index not in taken:
                rows.add(row)
                taken.add(index)
                yield row, self.dossier.statements[index]

    def is_one(self, actor: str | None, label: str) -> bool:
        """Whether an actor of the dossier is one of a label's alternatives."""
        if actor is None:
            return _NOBODY in label.split("|")
        return any(self._called(actor, one) for one in label.split("|") if one != _NOBODY)

    def _called(self, actor: str, identifier: str) -> bool:
        """Whether an actor goes by the name of an annotated one, or a person by a part of it."""
        wanted = self.blind.entry["actors"][identifier]
        forms = {_plain(wanted["name"]), _plain(identifier)}
        names = self.names.get(actor, {_plain(actor)})
        if wanted["kind"] == "person":
            forms.add(_plain(wanted["name"]).split()[-1])
        return any(
            re.search(rf"(?<!\w){re.escape(form)}(?!\w)", name) for form in forms for name in names
        )

    def statements(self) -> Counter[str]:
        """Count statements, and of those found who speaks, how, and what it does first."""
        counts: Counter[str] = Counter(given=len(self.dossier.statements), true=len(self.pairs))
        firm = {(act.statement, act.kind) for act in self.dossier.acts if not act.proposed}
        for row, _, (speaker, mode, act), more in self.blind.statements:
            one = self.pairs.get(row)
            counts.update({"found": 1, "found+": one is not None})
            if one is None:
                continue
            right = one.act in act.split("|")
            self._count(counts, "speaker", self._speaks(one, speaker))
            self._count(counts, "mode", one.mode in mode.split("|"))
            self._count(counts, "act", right)
            if (one.id, one.act) in firm:
                self._count(counts, "firm", right)
            if "date" in more:
                self._count(counts, "said on", _same_day(more["date"], one.date, one.date_end))
        return counts

    @staticmethod
    def _count(counts: Counter[str], name: str, right: bool) -> None:
        """Count one thing, and whether it is right."""
        counts.update({name: 1, f"{name}+": right})

    def _speaks(self, statement: Statement, label: str) -> bool:
        """Whether a statement's speaker is the annotated one, or the body he speaks for."""
        if self.is_one(statement.speaker, label):
            return True
        if statement.speaker is None:
            return False
        return self.is_one(self.dossier.actor(statement.speaker).state or "", label)

    def acts(self) -> Counter[str]:
        """Count annotated acts that are listed with their roles, and their days."""
        counts: Counter[str] = Counter()
        for act, span in self.wanted:
            near = [
                one for one in self._near(act, span) if _kind_of(act, one) and self._does(act, one)
            ]
            full = [one for one in near if self._towards(act, one)]
            self._count(counts, "roles", bool(full))
            best = (full or near)[:1]
            if act["date"] and best:
                done = _same_day(act["date"], best[0].date, best[0].date_end)
                self._count(counts, "done on", done)
            if act.get("due") and best:
                self._count(counts, "due", _same_day(act["due"], best[0].due, best[0].due_end))
        return counts

    def _near(self, act: Entry, span: Span) -> Iterator[Act]:
        """Give the acts of the dossier on the same statement or the same words."""
        for one in self.dossier.acts:
            if self._beside(act, span, one):
                yield one

    def _beside(self, act: Entry, span: Span, one: Act) -> bool:
        """Whether an act of the dossier and an annotated one rest on the same words."""
        row = self.rows.get(one.statement or "")
        if row is not None and row == act.get("statement"):
            return True
        return 2 * overlap(span, one.span) >= min(span[1] - span[0], one.span[1] - one.span[0])

    def _does(self, act: Entry, one: Act) -> bool:
        """Whether who does an act is one of the annotated, the person he acts by included."""
        actors = [*act["actor"], *([act["by"]] if "by" in act else [])]
        if not actors:
            return act.get("source") is not None
        return any(
            self.is_one(who, label) for who in (one.actor, one.by) if who for label in actors
        )

    def _towards(self, act: Entry, one: Act) -> bool:
        """Whether an act is aimed at the annotated target; a joint one at any who do it."""
        asked = [label for label in act["target"] if _NOBODY not in label.split("|")]
        if not asked:
            return True
        return one.target is not None and any(self.is_one(one.target, label) for label in asked)

    def listed(self) -> Counter[str]:
        """Count the acts of the dossier that are borne out, and those the wrong way round."""
        counts: Counter[str] = Counter()
        for one in self.dossier.acts:
            near = [act for act, span in self.wanted if self._beside(act, span, one)]
            right = any(self._bears_out(act, one) for act in near)
            self._count(counts, "guessed" if one.proposed else "listed", right)
            if not right and any(self._is_swapped(act, one) for act in near):
                counts.update({"swapped": 1, "swapped firm": not one.proposed})
        return counts

    def _bears_out(self, act: Entry, one: Act) -> bool:
        """Whether an annotated act has the kind, the actor, and the target where both name one."""
        joint = act["kind"].split("|")[0] in _JOINT and len(act["actor"]) > 1
        labels = act["actor"] if joint else act["target"]
        aimed = not labels or one.target is None or any(self.is_one(one.target, x) for x in labels)
        return _kind_of(act, one) and self._does(act, one) and aimed

    def _is_swapped(self, act: Entry, one: Act) -> bool:
        """Whether an act is listed as done by the one it was done to."""
        done_to = any(self.is_one(one.actor, label) for label in act["target"])
        return _kind_of(act, one) and done_to and not self._does(act, one)


def _cover(a: Span, b: Span) -> float:
    """Give how much two spans cover of the longer one."""
    return overlap(a, b) / max(a[1] - a[0], b[1] - b[0], 1)


def _kind_of(act: Entry, one: Act) -> bool:
    """Whether an act is of one of the annotated kinds."""
    return one.kind in act["kind"].split("|")


def _same_day(wanted: str, first: dt.date | None, last: dt.date | None) -> bool:
    """Whether days are those annotated: a day, a month, a year, or an interval of them."""
    if not wanted or first is None:
        return not wanted and first is None
    begin, _, end = wanted.partition("/")
    told = first.isoformat()
    until = (last or first).isoformat()
    return _begins(told, begin) and _begins(until, end or begin)


def _begins(day: str, wanted: str) -> bool:
    """Whether a day lies in an annotated day, month or year, whose year may be unstated."""
    if wanted.startswith(_UNSTATED):
        return day[4:].startswith(wanted[4:])
    return day.startswith(wanted)
