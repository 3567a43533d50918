"""The terminal page says everything in words, however narrow."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dossier.reports import shipped, story
from satumeja.brief.terminal._dossier import print_dossier
from satumeja.dossier import Dossier, read
from satumeja.errors import QuestionError
from satumeja.report import parse


def page(dossier: Dossier, language: str, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    print_dossier(dossier, console, language)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_statement_and_act_is_on_the_page(language: str, width: int) -> None:
    dossier = read(parse(shipped("id")))
    text = page(dossier, language, width)
    assert all(len(line) <= width for line in text.splitlines())
    for identifier in [*(s.id for s in dossier.statements), *(a.id for a in dossier.acts)]:
        assert f"\n{identifier} " in text


def test_words_of_the_language() -> None:
    dossier = read(parse(shipped("id")))
    assert "garis merah" in page(dossier, "id")
    assert "red line" in page(dossier, "en")
    assert "Menarik kembali pengerahan militer".lower() in page(dossier, "id", 200)


def test_what_is_missing_is_said() -> None:
    text = page(story("“Airnya sudah surut sekarang,” kata seorang warga.", "id"), "en")
    assert "none found" in text
    assert "to be checked" in text


def test_markup_in_a_report_is_only_text() -> None:
    dossier = story(
        "“Kami [bold]siap[/bold] bicara,” ujar Menteri Luar Negeri Rusia Sergei Lavrov."
    )
    assert "[bold]siap[/bold]" in page(dossier, "en", 200)


def test_an_unknown_language() -> None:
    with pytest.raises(QuestionError):
        print_dossier(story("Kremlin membantah rencana itu."), Console(file=io.StringIO()), "fr")
