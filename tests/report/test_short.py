"""A few words are read: a headline, a tweet, a caption, a list, a quotation alone.

The texts of `data/short-reports.txt` were written before the program was run on any of them, half
Indonesian and half English; three of the sixty are too little to tell their language by.
"""

from __future__ import annotations

import io
import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from satumeja import dossier
from satumeja.cli import app
from satumeja.errors import ReportError
from satumeja.report import parse

FILE = Path(__file__).parents[1] / "data" / "short-reports.txt"
TEXTS = [
    (language, text.replace("\\n", "\n").replace("\\t", "\t"))
    for language, _, text in (
        line.partition("|") for line in FILE.read_text(encoding="utf-8").splitlines()
    )
]
TOO_LITTLE = {"Ecuador: no", "Besok libur.", "Harga beras naik"}


def typed(*words: str) -> tuple[int, str, str]:
    """Run a command as it is typed; give its exit code and what it says."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            app(list(words), standalone_mode=False, prog_name="satumeja")
        except ReportError as error:
            return 1, out.getvalue(), f"{error}\n"
    return 0, out.getvalue(), err.getvalue()


@pytest.mark.parametrize(("language", "text"), TEXTS, ids=[text[:20] for _, text in TEXTS])
def test_a_few_words_are_read(language: str, text: str) -> None:
    if text in TOO_LITTLE:
        with pytest.raises(ReportError, match=r"too few words .* give more of the report"):
            parse(text)
        return
    report = parse(text)
    assert report.language == language
    assert report.paragraphs
    found = dossier.read(report)
    for actor in found.actors:
        for mention in actor.mentions:
            assert text[mention.start : mention.end]
    try:
        drafted = dossier.draft_with_questions(found)
    except ReportError as error:
        assert re.search("nobody is named|tidak ada yang disebut", str(error))
    else:
        assert drafted.questions


def test_what_is_not_said_stays_unknown() -> None:
    report = parse("France says talks with Niger have failed")
    assert (report.published, report.place, report.agency, report.title) == (None, None, (), "")
    report = parse("Talks collapse\n\nEnvoys left Geneva without a deal.")
    assert report.title == "Talks collapse"
    assert not dossier.read(report).acts


@pytest.mark.parametrize(
    "text",
    [
        "susu dan telur untuk ibu",
        "The quick brown fox jumps over the lazy dog, and then it sleeps.",
        "Kebun yang baik adalah kebun yang dirawat dengan sabar dan tidak tergesa.",
        "aku ingin pulang\nke rumah yang jauh\ndan kembali",
    ],
)
def test_a_few_words_of_nobody_are_no_news(text: str) -> None:
    with pytest.raises(ReportError, match=r"does not look like a news report: .*; "):
        parse(text)


@pytest.mark.parametrize(
    "text", ["Perú dice no a Ecuador", "Le gouvernement refuse", "Die Regierung will nicht"]
)
def test_a_few_words_of_another_language_are_not_taken_for_ours(text: str) -> None:
    with pytest.raises(ReportError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Rebels offer truce", "no model to draft: nobody is named"),
        ("PERUNDINGAN GAGAL\n\nKedua pihak meninggalkan Jenewa.", "tidak ada model yang dapat"),
    ],
)
def test_the_commands_that_are_advised_work_when_typed(
    text: str, begins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire.txt").write_text(text, encoding="utf-8")
    code, _, told = typed("draft", "wire.txt")
    assert (code, told.count("\n")) == (1, 1)
    assert told.startswith(f"wire.txt: {begins}")
    assert typed("dossier", "wire.txt", "-o", "before.db")[0] == 0
    code, _, also = typed("draft", "before.db")
    assert (code, begins in also, "before.db actor:rebels" in also) == (1, True, True)
    for line in re.findall(r"satumeja ([^;]+)", told):
        words = shlex.split(line.replace("WORDS OF IT", text.partition("\n")[0]))
        assert typed(*words)[0] == 0, line
    code, model, _ = typed("draft", "talks.db")
    assert code == 0
    assert "rebels:" in model


def test_where_nobody_was_found_the_page_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")
    Path("wire.txt").write_text("Talks collapse", encoding="utf-8")
    for language, words in (("en", "Nobody was found"), ("id", "Tidak ditemukan siapa pun")):
        _, page, _ = typed("read", "wire.txt", "--language", language)
        assert words in page
        assert "satumeja dossier wire.txt -o talks.db" in page


def test_a_text_that_is_long_says_of_what_day_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    essay = "The garden that is tended with patience is the best of all the gardens here. " * 20
    Path("FILE").write_text(essay, encoding="utf-8")
    code, _, told = typed("read", "FILE")
    assert code == 1
    advised = re.search(r"satumeja (dossier .*)\n", told)
    assert advised
    code, page, _ = typed(*shlex.split(advised[1]), "-o", "talks.db")
    assert (code, "reports 1" in page) == (0, True)
