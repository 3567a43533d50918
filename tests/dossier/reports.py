"""Reports the tests of this room read."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from satumeja.dossier import Dossier, Statement, read
from satumeja.report import parse

GOLD = Path(__file__).parents[1] / "data" / "reports" / "gold"


def shipped(code: str) -> str:
    folder = files("satumeja").joinpath("data", "reports")
    return folder.joinpath(f"talks-2021-12-23.{code}.txt").read_text(encoding="utf-8")


def story(body: str, language: str = "id") -> Dossier:
    head = {
        "id": "Berita\n\nKamis, 23 Desember 2021 - 00:46 WIB\nJAKARTA - ",
        "en": "News\n\nThursday, December 23, 2021 3:04 PM EST\nBRUSSELS (AP) — ",
    }
    return read(parse(head[language] + body))


def short(body: str) -> Dossier:
    """Read a few English sentences under a heading and a day."""
    return read(parse(f"Row over the valley\n\n7 May 2024\n\n{body}\n"))


def said(dossier: Dossier) -> list[tuple[str | None, str, str]]:
    return [(s.speaker, s.mode, dossier.words(s.content)) for s in dossier.statements]


def within_of(dossier: Dossier, statement: Statement) -> list[str]:
    """Give the statements one is reported in, from the inside out; a circle ends."""
    outer = {one.id: one.within for one in dossier.statements}
    found: list[str] = []
    one = statement.within
    while one is not None and one not in found:
        found.append(one)
        one = outer[one]
    return found


def check(dossier: Dossier) -> None:
    """Every span is in the text, and every reference names something in the dossier."""
    text, actors = dossier.report.text, {actor.id for actor in dossier.actors}
    ids = {statement.id for statement in dossier.statements}
    assert len(ids) == len(dossier.statements)
    for actor in dossier.actors:
        assert actor.mentions, actor
        for mention in actor.mentions:
            assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
    for statement in dossier.statements:
        assert statement.speaker is None or statement.speaker in actors
        assert statement.within is None or statement.within in ids
        assert statement.within is None or statement.id not in within_of(dossier, statement)
        for span in (statement.content, statement.cue, statement.speaker_span):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        if statement.mode == "direct":
            assert any(
                a <= statement.content[0] and statement.content[1] <= b
                for a, b in dossier.report.quotations
            )
    for act in dossier.acts:
        assert act.actor in actors
        assert act.target is None or act.target in actors
        assert act.statement is None or act.statement in ids
        assert 0 <= act.span[0] < act.span[1] <= len(text)
        if act.condition:
            assert act.span[0] <= act.condition[0] < act.condition[1] <= act.span[1]
