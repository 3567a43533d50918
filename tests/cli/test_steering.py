"""Nothing a file or a person says steers the terminal: no colours, no titles, no turned lines."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest

from commands import Run
from satumeja.cli._json import print_text

SIGNS = [
    sign
    for sign in map(chr, range(0x110000))
    if unicodedata.category(sign) in ("Cc", "Zl", "Zp") and sign not in "\n\t"
] + list("\u202a\u202b\u202c\u202d\u202e")
"""All of C0 and C1, the separators of lines, and what turns letters around until it is undone."""

MODEL = """
satumeja: 1
title: "Ti{sign}tle"
decision_makers:
  a:
    name: "An{sign}a"
    because: "As{sign}k"
    options: {{talk: "ta{sign}lk", leave: }}
    preferences: [{{statement: "talk & b.pay", because: "so{sign}"}}]
    red_lines: [leave]
  b: {{name: "Bo{sign}b", options: {{pay: "pa{sign}y"}}, preferences: [-pay, a.talk]}}
status_quo: "NN|N"
tables: {{t: {{seats: [a, b], name: "ta{sign}ble"}}}}
"""
PAGES = ("check", "rank MODEL a", "analyse", "explain MODEL 1", "deals", "threats", "openings")
REPORT = """Talks re{sign}sume

JAKARTA, 5 Jan 2022 - The mini{sign}ster of Indo{sign}nesia said: "We will me{sign}et Australia."
Australia's am{sign}bassador rejected the demand on Mon{sign}day, Ana{sign} Putri said.
"""


def steering(text: str) -> list[str]:
    return [sign for sign in text if sign in SIGNS]


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("sign", "\u202e\u2028\u2029\x85")
def test_pages_on_a_model_hold_nothing_that_steers(
    run: Run, tmp_path: Path, sign: str, language: str
) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(MODEL.format(sign=f"\\u{ord(sign):04x}"), encoding="utf-8")
    for page in PAGES:
        words = page.replace("MODEL", str(path)).split()
        words = words if str(path) in words else [*words, str(path)]
        ran = run(*words, *([] if page == "check" else ["--language", language]))
        assert ran.code == 0, ran.err
        assert steering(ran.out + ran.err) == []


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: f"U+{ord(sign):04X}")
def test_pages_on_a_report_hold_nothing_that_steers(run: Run, tmp_path: Path, sign: str) -> None:
    path, dossier = tmp_path / "wire.txt", str(tmp_path / "wire.db")
    path.write_bytes(REPORT.format(sign=sign).encode())
    made = run("dossier", str(path), "-o", dossier)
    assert steering(made.out + made.err) == []
    pages = [["read", str(path)]]
    if made.code == 0:  # else it is no text, and refused
        pages += [["timeline", dossier], ["positions", dossier], ["draft", dossier]]
        drafted = str(tmp_path / "draft.yaml")
        assert run("draft", dossier, "-o", drafted).code == 0
        assert "control character" not in run("check", drafted).err  # a file of ours can be read
    for words in pages:
        ran = run(*words)
        assert ran.code == made.code, ran.err
        assert steering(ran.out + ran.err) == []


@pytest.mark.parametrize("sign", [*SIGNS, "\n"], ids=lambda sign: f"U+{ord(sign):04X}")
def test_an_error_is_one_line_and_steers_nothing(run: Run, tmp_path: Path, sign: str) -> None:
    """In the heading of a sheet, in a key, in a name asked for and in a path."""
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    cell = f'"mea{sign}ning"' if sign in "\n\r" else f"mea{sign}ning"
    (sheets / "model.csv").write_text(f"key,{cell}\ntitle,x\n", encoding="utf-8", newline="")
    (sheets / "options.csv").write_text(f"id,{cell}\nx,y\n", encoding="utf-8", newline="")
    key = tmp_path / "key.json"
    key.write_text(f'{{"satumeja": 1, "ti\\u{ord(sign):04x}tle": ""}}', encoding="utf-8")
    words = [["check", str(sheets)], ["check", str(key)], ["gallery", f"chic{sign}ken"]]
    words.append(["schema", f"mod{sign}el"])
    if sign != "\0":
        words.append(["check", str(tmp_path / f"no{sign}thing.yaml")])
    for asked in words:
        ran = run(*asked)
        assert ran.code == 1
        assert steering(ran.err) == []
        for line in ran.err.removesuffix("\n").split("\n"):
            assert str(tmp_path) in line or len(ran.err.split("\n")) == 2, line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_data_goes_to_programs_as_it_is_and_to_a_terminal_written_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for screen, printed in ((io.StringIO(), "a\x9b\u202eb\n"), (Terminal(), "a\\x9b\\u202eb\n")):
        monkeypatch.setattr("sys.stdout", screen)
        print_text("a\x9b\u202eb\n")
        assert screen.getvalue() == printed
