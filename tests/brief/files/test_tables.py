"""The tables the field prints, and the files they are written to."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from brief.graph_form import named_graph
from brief.large import large_model
from brief.samples import elements
from formats.samples import LEVELS, PLANT
from satumeja.brief import LANGUAGES, TABLES, evolution_table, field_tables, tableau, write_tables
from satumeja.errors import OutputError, QuestionError
from satumeja.files import MANIFEST
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.model import Model, Text
from satumeja.model.kit import as_label
from satumeja.questions import paths
from satumeja.stability import analyse, decide_further

NASTY = '=<b onload="x">\\input{/etc}& \u05e9\u05dc\u05d5\u05dd \U0001f54a %_$#^~'


def nasty() -> Model:
    """A conflict whose every name is hostile."""
    model = load("syria-iraq")
    makers = tuple(
        replace(
            dm,
            name=Text(f"{NASTY} {dm.id}"),
            options=tuple(replace(o, name=Text(f"{NASTY} {o.id}")) for o in dm.options),
        )
        for dm in model.decision_makers
    )
    return replace(model, title=Text(NASTY), decision_makers=makers)


# -- the tableau -----------------------------------------------------------------------


def test_the_tableau_of_the_cuban_missile_crisis_is_the_published_one() -> None:
    """Fraser and Hipel, Conflict Analysis (1984), chapter 1; their outcomes are one less."""
    us, ussr = tableau(analyse(load("cuban-missile-crisis")))
    rows = {line[0]: line[1:] for line in us.lines()}
    assert rows["Order"] == ["5", "7", "6", "8", "3", "2", "4", "1", "12", "10", "11", "9"]
    assert rows["Overall"] == ["E", "E", *["x"] * 10]
    assert rows["Stability"] == ["r", "s", "u", "u", "r", "u", "u", "u", "r", "u", "u", "u"]
    rows = {line[0]: line[1:] for line in ussr.lines()}
    assert rows["Order"] == ["1", "5", "7", "3", "6", "2", "8", "4", "12", "10", "11", "9"]
    assert rows["Stability"] == ["r", "s", "r", "u", "r", "u", "r", "u", "u", "u", "u", "u"]


@pytest.mark.parametrize("name", ["garrison", "december-2021-b", "elmira"])
def test_signs_are_those_of_the_concepts(name: str) -> None:
    model = load(name)
    analysis = analyse(model)
    joint = None if model.is_graph or model.coalesce else decide_further(model, "sim")
    for dm in model.decision_makers:
        seen = list[str]()
        for table in tableau(analysis):
            lines = {line[0]: line[1:] for line in table.lines() if line[0]}
            if table.caption != f"Tableau of {as_label(dm.name)}, most preferred first":
                continue
            for number, sign in zip(lines["Order"], lines["Stability"], strict=True):
                n = int(number.split()[0])
                seen.append(number)
                assert (sign == "r") == (n in analysis.stable("nash", dm.id))
                assert (sign in "rs") == (n in analysis.stable("seq", dm.id))
                if joint is not None:
                    assert (sign != "u") == (n in joint.stable(dm.id))
        assert sorted(int(n.split()[0]) for n in seen) == list(range(1, len(model.states) + 1))


def test_ties_are_marked_in_the_tableau() -> None:
    table = tableau(analyse(load("matching-pennies")))[0]
    assert table.lines()[2] == ["Order", "1 ~", "4", "2 ~", "3"]


# -- the evolution ---------------------------------------------------------------------


def test_arrows_stand_where_options_change() -> None:
    model = load("december-2021-b")
    path = paths(model, improvements=True).to(50)[0]
    table = evolution_table(model, path)
    heads = [*("Decision maker", "Option", "Status quo"), "R", "Transition 1", "N", "Transition 2"]
    assert table.header() == [*heads, "U", "End"]
    rows = {line[1].split(". ")[-1]: line[2:] for line in table.lines()}
    assert rows["Attack Ukraine"] == ["N", "→", "Y", "", "Y", "", "Y"]
    assert rows["State"] == ["7", "→", "10", "→", "44", "→", "50"]
    arrows = sum(line.count("→") for line in table.lines()[:-1])
    assert arrows == sum(len(move.takes_up) + len(move.drops) for move in path)


def test_in_graph_form_states_are_named() -> None:
    model = named_graph()
    (line,) = evolution_table(model, paths(model).to(8)[0], language="id").lines()
    assert line[1].startswith("1 Uniroyal mengulur waktu")
    assert line[-1].startswith("8 Uniroyal menerima")


# -- all of them -----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["december-2021-b", "elmira", "chicken"])
def test_all_that_a_model_has_is_given(name: str, language: str) -> None:
    found = field_tables(analyse(load(name)), language=language)
    wanted = set(TABLES) - {"affected"}
    if name != "elmira":
        wanted -= {"moves"}
    if name != "december-2021-b":
        wanted -= {"red-lines", "seats"}
    if name == "chicken":
        wanted -= {"infeasible", "status-quo", "evolution"}
    assert set(found) == wanted
    for table in (each for parts in found.values() for each in parts):
        assert {len(line) for line in table.lines()} == {len(table.header())}
        assert table.language == language


def test_a_merged_state_is_in_all_tables() -> None:
    found = field_tables(analyse(loads(PLANT)))
    assert set(TABLES) - set(found) == {"affected", "seats"}
    evolution, *_ = field_tables(analyse(loads(PLANT)), ["evolution"], to=9)["evolution"]
    assert [line[-1] for line in evolution.lines()] == ["-", "N", "N", "Y", "-", "9"]
    assert found["states"][0].lines()[0][-1] == "-"


def test_levels_are_rows_and_no_assumption() -> None:
    found = field_tables(analyse(loads(LEVELS)))
    assert [line[1:3] for line in found["options"][0].lines()[:1]] == [
        ["1–3", "Sanctions (none, low, high, full)"]
    ]
    (rule,) = found["infeasible"][0].lines()
    assert rule[0].startswith("Not possible: “Sanctions” at the level full and “talk”")
    assert "there would be 16 combinations" in found["infeasible"][0].note
    assert "Sanctions" in found["evolution"][0].lines()[0][1]
    assert max(len(table.header()) for table in found["states"]) <= 10


def test_large_models_are_cut_down() -> None:
    found = field_tables(analyse(large_model(9)))
    assert all(len(table.lines()) <= 101 for parts in found.values() for table in parts)


def test_what_cannot_be_given_is_one_line() -> None:
    analysis = analyse(load("chicken"))
    with pytest.raises(QuestionError, match='unknown table "tabloo"; did you mean "tableau"'):
        field_tables(analysis, ["tabloo"])
    with pytest.raises(QuestionError, match="names no status quo"):
        field_tables(analysis, ["evolution"])
    with pytest.raises(QuestionError, match="no path of a move or more leads from state 1 to sta"):
        field_tables(analysis, ["evolution"], start=1, to=1)


def test_the_evolution_leads_where_it_is_asked_to() -> None:
    (table,) = field_tables(analyse(load("chicken")), ["evolution"], start=1, to=4)["evolution"]
    assert table.lines()[-1][2:] == ["1", "→", "2", "→", "4"] or table.lines()[-1][4] == "3"


# -- files -----------------------------------------------------------------------------


def test_files_hold_the_same_cells(tmp_path: Path) -> None:
    found = field_tables(analyse(load("cuban-missile-crisis")), ["ranking", "tableau"])
    folder = write_tables(found, tmp_path / "t", "Cuba")
    assert sorted(p.name for p in folder.iterdir()) == [
        MANIFEST,
        "ranking.csv",
        "tableau-1.csv",
        "tableau-2.csv",
    ]
    rows = list(csv.reader(io.StringIO((folder / "tableau-1.csv").read_text("utf-8"))))
    table = found["tableau"][0]
    assert rows == [table.header(), *table.lines()]
    book = openpyxl.load_workbook(write_tables(found, tmp_path / "t.xlsx", "Cuba"))
    assert book.sheetnames == ["ranking", "tableau-1", "tableau-2"]
    assert [cell.value for cell in book["tableau-1"][4]][:3] == ["Order", 5, 7]
    single = write_tables({"ranking": found["ranking"]}, tmp_path / "r.csv", "Cuba")
    assert single.read_bytes() == (folder / "ranking.csv").read_bytes()


@pytest.mark.parametrize(
    ("name", "fault"),
    [("t.csv", "holds one table, and these are 2"), ("t.pdf", "tables are written as")],
)
def test_a_file_that_cannot_be_is_refused(name: str, fault: str, tmp_path: Path) -> None:
    found = field_tables(analyse(load("chicken")), ["tableau"])
    with pytest.raises(OutputError, match=fault):
        write_tables(found, tmp_path / name, "Chicken")
    with pytest.raises(OutputError, match="nothing for this table"):
        write_tables(field_tables(analyse(load("chicken")), ["seats"]), tmp_path / "t.tex", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["garrison", "december-2021-b", "elmira"])
def test_a_picture_of_a_table_has_its_words_within_its_frame(name: str, tmp_path: Path) -> None:
    for kind, tables in field_tables(analyse(load(name))).items():
        table = tables[0]
        file = write_tables({kind: (table,)}, tmp_path / f"{kind}.svg", "")
        root = ElementTree.fromstring(file.read_text("utf-8"))  # noqa: S314
        width, height = (float(root.attrib[key]) for key in ("width", "height"))
        texts = [e for e in root.iter() if e.tag.endswith("}text")]
        said = " ".join(e.text or "" for e in texts).split()
        wanted = [word for row in table.body for cell in row for word in cell.text.split()]
        assert not Counter(wanted) - Counter(said)
        for text in texts:
            left, size = float(text.attrib["x"]), float(text.attrib["font-size"])
            assert 0 < left < left + 0.45 * size * len(text.text or "") <= width
            assert 0 < float(text.attrib["y"]) < height


def test_hostile_names_stay_names(tmp_path: Path) -> None:
    analysis = analyse(nasty())
    found = field_tables(analysis)
    page = write_tables(found, tmp_path / "t.html", NASTY).read_text("utf-8")
    assert {e.name for e in elements(page)} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "table", "caption"),
        *("thead", "tbody", "tr", "th", "td", "p", "br", "code", "abbr", "mark", "a", "q", "span"),
        "div",
    }
    assert not any("onload" in e.attributes for e in elements(page))
    tex = write_tables(found, tmp_path / "t.tex", NASTY).read_text("utf-8")
    body = tex.partition("\\begin{document}")[2]
    assert "\\input" not in body
    assert "\u05e9\u05dc\u05d5\u05dd" in body
    plain = re.sub(r"\$\\(checkmark|succ|rightarrow|bullet)\$", "", body)
    assert not re.search(r"(?<!\\)[$#%]", plain)
    assert len(re.findall(r"(?<!\\){", plain)) == len(re.findall(r"(?<!\\)}", plain))
    for parts in found.values():
        root = ElementTree.fromstring(parts[0].svg())  # noqa: S314
        assert {e.tag.partition("}")[2] for e in root.iter()} <= {
            *("svg", "title", "desc", "rect", "text"),
        }
    for file in write_tables(found, tmp_path / "t", NASTY).iterdir():
        cells = [c for row in csv.reader(io.StringIO(file.read_text("utf-8"))) for c in row]
        assert not [c for c in cells if c[:1] in {"=", "+", "-", "@"}]
