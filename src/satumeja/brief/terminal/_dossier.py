"""A dossier as a page in the terminal: who spoke, what was said, what was done, when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from satumeja.dossier import Act, Dossier, Statement, issue_name
from satumeja.errors import QuestionError, did_you_mean
from satumeja.report import shown

__all__ = ["WORDS", "render"]

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "published": "published",
        "zone": "time zone assumed",
        "place": "place",
        "byline": "byline",
        "agency": "quotes",
        "language": "language",
        "encoding": "decoded from",
        "caption": "caption",
        "size": "read as",
        "sizes": "{paragraphs} paragraphs, {sentences} sentences, {furniture} page lines left out",
        "actors": "Actors",
        "statements": "Statements",
        "acts": "Acts",
        "dates": "Dates",
        "nobody": "speaker not known",
        "doubtful": "to be checked",
        "within": "reported in {outer}",
        "to": "to {whom}",
        "about": "on: {issue}",
        "code": "en",
        "named": "named {count} times",
        "once": "named once",
        "none": "none found",
        "if": "if",
        "direct": "direct",
        "indirect": "indirect",
        "mixed": "mixed",
        "person": "person",
        "state": "state",
        "organisation": "organisation",
        "group": "group",
        "place-for-government": "state, by its seat",
    },
    "id": {
        "published": "terbit",
        "zone": "zona waktu diandaikan",
        "place": "tempat",
        "byline": "penulis",
        "agency": "mengutip",
        "language": "bahasa",
        "encoding": "penyandian",
        "caption": "keterangan foto",
        "size": "terbaca",
        "sizes": "{paragraphs} paragraf, {sentences} kalimat, {furniture} baris halaman dilewati",
        "actors": "Pelaku",
        "statements": "Pernyataan",
        "acts": "Tindakan",
        "dates": "Waktu",
        "nobody": "pembicara tidak diketahui",
        "doubtful": "perlu diperiksa",
        "within": "dikutip dalam {outer}",
        "to": "kepada {whom}",
        "about": "perihal: {issue}",
        "code": "id",
        "named": "disebut {count} kali",
        "once": "disebut sekali",
        "none": "tidak ditemukan",
        "if": "jika",
        "direct": "langsung",
        "indirect": "tidak langsung",
        "mixed": "campuran",
        "person": "orang",
        "state": "negara",
        "organisation": "organisasi",
        "place-for-government": "negara, lewat ibu kotanya",
        "demand": "menuntut",
        "offer": "menawarkan",
        "agree": "menyetujui",
        "agree_to_talk": "sepakat berunding",
        "meet": "bertemu",
        "promise": "berjanji",
        "reject": "menolak",
        "refuse": "tidak mau",
        "principle": "menyatakan prinsip",
        "warn": "memperingatkan",
        "threaten": "mengancam",
        "accuse": "menuduh",
        "deny": "membantah",
        "claim": "mengklaim",
        "praise": "memuji",
        "criticise": "mengkritik",
        "mobilise": "mengerahkan kekuatan",
        "use_force": "memakai kekerasan",
        "sanction": "menjatuhkan sanksi",
        "red_line": "menarik garis merah",
        "group": "kelompok",
        "protest": "berunjuk rasa",
        "coerce": "memaksa",
        "assault": "menganiaya",
        "retreat": "mundur",
        "concede": "melonggarkan",
        "aid": "membantu",
        "support": "mendukung",
        "cooperate": "bekerja sama",
        "investigate": "menyelidiki",
    },
}


def render(dossier: Dossier, console: Console, language: str = "en") -> None:
    """Print a dossier as a readable page.

    Parameters
    ----------
    dossier : Dossier
        What a report says.
    console : rich.console.Console
        Where to print; narrow terminals wrap, and nothing is said by colour alone.
    language : {"en", "id"}
        The language of the labels; the report's own words stay as they are.

    Raises
    ------
    QuestionError
        The language is not one of them.
    """
    if language not in WORDS:
        known = did_you_mean(language, list(WORDS))
        raise QuestionError(f'no words in language "{language}"; en and id are known{known}')
    words = WORDS[language]
    console.print(Group(*_page(dossier, words)))


def _page(dossier: Dossier, words: Mapping[str, str]) -> Iterator[RenderableType]:
    """Give the parts of the page in order."""
    yield from _head(dossier, words)
    yield from _section(words["actors"], [_actors(dossier, words)], bool(dossier.actors), words)
    said = [_statement(dossier, one, words) for one in dossier.statements]
    yield from _section(words["statements"], said, bool(said), words)
    done = [_act(dossier, one, words) for one in dossier.acts]
    yield from _section(words["acts"], done, bool(done), words)
    yield from _section(words["dates"], [_dates(dossier)], bool(dossier.report.dates), words)


def _section(
    title: str, parts: list[RenderableType], found: bool, words: Mapping[str, str]
) -> Iterator[RenderableType]:
    """Give a titled part of the page, or say that nothing was found."""
    yield Text()
    yield Rule(Text(title, style="bold"), align="left", characters="─")
    yield from parts if found else [Text(words["none"], style="italic")]


def _moment(published: dt.datetime | dt.date | None) -> str | None:
    """Give when a report was published, as precisely as it says."""
    if isinstance(published, dt.datetime):
        return published.strftime("%Y-%m-%d %H:%M %z")
    return published.isoformat() if published else None


def _head(dossier: Dossier, words: Mapping[str, str]) -> Iterator[RenderableType]:
    """Give the headline and what is known of the article."""
    report, source = dossier.report, dossier.report.source
    yield Text(shown(report.title) or "—", style="bold underline")
    published = _moment(report.published)
    if published and report.zone_assumed:
        published += f" ({words['zone']})"
    sizes = words["sizes"].format(
        paragraphs=len(report.paragraphs),
        sentences=len(report.sentences),
        furniture=len(report.furniture),
    )
    facts = {
        "published": published,
        "place": report.place,
        "byline": report.byline,
        "agency": ", ".join(report.agency),
        "language": report.language,
        "encoding": source.encoding if source and source.given else None,
        "caption": shown(dossier.words(report.caption)) if report.caption else None,
        "size": sizes,
    }
    table = _grid()
    for name, fact in facts.items():
        if fact:
            table.add_row(Text(words[name], style="dim"), Text(fact))
    yield table


def _grid() -> Table:
    """Give a table without lines, whose last column wraps."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=False)
    table.add_column(overflow="fold", ratio=1)
    return table


def _actors(dossier: Dossier, words: Mapping[str, str]) -> Table:
    """Give the actors with what they are and how often they are named."""
    table = _grid()
    for actor in dossier.actors:
        count = len(actor.mentions)
        named = words["once"] if count == 1 else words["named"].format(count=count)
        kind = words[actor.kind]
        what = "; ".join(part for part in (actor.office, kind, actor.state, named) if part)
        table.add_row(Text(actor.id, style="bold"), Text(f"{actor.name} ({what})"))
    return table


def _name(dossier: Dossier, actor: str | None) -> str:
    """Give an actor's name, or the words where it is not one."""
    for one in dossier.actors:
        if one.id == actor:
            return one.name
    return actor or ""


def _statement(dossier: Dossier, statement: Statement, words: Mapping[str, str]) -> RenderableType:
    """Give a statement: a line of who and how, and the words themselves."""
    speaker = _name(dossier, statement.speaker)
    if not speaker and statement.speaker_span:
        speaker = f"{shown(dossier.words(statement.speaker_span))} ({words['nobody']})"
    line = Text()
    line.append(f"{statement.id} ", style="dim")
    line.append(speaker or words["nobody"], style="bold")
    cue = shown(dossier.words(statement.cue)) if statement.cue else None
    addressee = _name(dossier, statement.addressee)
    details = [
        cue and f"“{cue}”",
        words[statement.mode],
        addressee and words["to"].format(whom=addressee),
        statement.medium,
        statement.date and statement.date.isoformat(),
        statement.within and words["within"].format(outer=statement.within),
        statement.doubtful and f"? {words['doubtful']}",
    ]
    line.append(" · " + " · ".join(shown(str(part)) for part in details if part))
    return Group(line, Padding(Text(f"«{shown(dossier.words(statement.content))}»"), (0, 0, 0, 4)))


def _act(dossier: Dossier, act: Act, words: Mapping[str, str]) -> RenderableType:
    """Give an act on one line: who, what, to whom, about what, resting on what."""
    line = Text()
    line.append(f"{act.id} ", style="dim")
    line.append(_name(dossier, act.actor), style="bold")
    kind = words.get(act.kind, act.kind.replace("_", " "))
    line.append(f" · {kind}", style="italic")
    if act.target:
        line.append(f" → {_name(dossier, act.target)}")
    if act.issue:
        issue = issue_name(act.issue, words["code"]).lower()
        line.append(f" · {words['about'].format(issue=issue)}")
    if act.condition:
        line.append(f" · {words['if']}: «{shown(dossier.words(act.condition))}»")
    if act.date:
        length = {"day": 10, "month": 7, "year": 4}.get(act.precision or "day", 10)
        line.append(f" · {act.date.isoformat()[:length]}")
    rests = act.statement or f"«{shown(dossier.words(act.span))}»"
    line.append(f" [{rests}]", style="dim")
    return line


def _dates(dossier: Dossier) -> Table:
    """Give the dates with the days they cover."""
    table = _grid()
    for mention in dossier.report.dates:
        first, last = mention.first.isoformat(), mention.last.isoformat()
        days = first if first == last else f"{first} … {last}"
        mark = "≈ " if mention.approximate else ""
        table.add_row(Text(shown(dossier.words((mention.start, mention.end)))), Text(mark + days))
    return table
