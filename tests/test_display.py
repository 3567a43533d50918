"""What models and results show: ten lines of text, HTML and LaTeX that nothing breaks."""

from __future__ import annotations

import pickle
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

import satumeja as sm
from satumeja import questions, table
from satumeja.display import MOST_LINES, Card, Shown
from satumeja.gallery import entries, entry, load
from satumeja.model import Model, Prioritisation, Text, order_of

B = load("december-2021-b")
ELMIRA, CHICKEN = load("elmira"), load("chicken")

# Everything public of these rooms that holds something; Analysis and Verdict have their own.
SHOWN: dict[str, Any] = {
    "model": B,
    "states": B.states,
    "merged states": ELMIRA.states,
    "graph": Model.build(
        "Ring",
        states=[f"s{k}" for k in range(200)],
        moves={"a": [(k, k + 1) for k in range(1, 200)], "b": []},
        preferences={"a": list(range(1, 201)), "b": list(range(200, 0, -1))},
    ),
    "decision maker": B["russia"],
    "option": B["russia"].options[0],
    "statements": B["russia"].preference,
    "statement": B["russia"].preference.statements[0],  # type: ignore[union-attr]
    "ranking": sm.Ranking.from_payoffs(range(5000)),
    "rule": B.infeasible[0],
    "coalescing": ELMIRA.coalesce[0],
    "knowledge": B.knowledge,
    "order": order_of(B, "russia"),
    "entry": entry("december-2021-b"),
    "entries": entries(),
    "coalitions": questions.coalitions(B, [7]),
    "paths": questions.paths(B, 1),
    "inverse": questions.invert(ELMIRA, 5, "seq"),
    "rests on": questions.rests_on(ELMIRA, samples=2),
    "over time": questions.over_time([B]),
    "backtest": questions.backtest([questions.Case("hens", CHICKEN, (1,))], profiles=10),
    "sweep": questions.sweep(questions.random_profiles(CHICKEN, 10, seed=1)),
    "plan": questions.random_profiles(B, 10, seed=1),
    "deals": table.deals(B, "geneva"),
    "comparison": table.compare(B),
    "openings": table.openings(B, "geneva"),
    "packages": table.packages(B),
    "threats": table.threats(B),
    "linkage": table.linkage(B),
    "red lines": table.red_lines(B),
}


class Tags(HTMLParser):
    """Checks that tags are closed in order, and gathers their names."""

    def __init__(self) -> None:
        super().__init__()
        self.open, self.names = list[str](), set[str]()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        self.names.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parts(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


@pytest.mark.parametrize("name", SHOWN)
def test_a_repr_has_ten_lines_at_most(name: str) -> None:
    for part in parts(SHOWN[name]):
        lines = repr(part).splitlines()
        assert 1 <= len(lines) <= MOST_LINES
        assert max(map(len, lines)) <= 300 if not isinstance(part, Shown) else 96


@pytest.mark.parametrize("name", [name for name in SHOWN if name != "option"])
def test_every_view_of_a_notebook_is_there(name: str) -> None:
    for part in parts(SHOWN[name]):
        views = part._repr_mimebundle_()
        assert set(views) == {"text/plain", "text/html", "text/latex"}
        assert views["text/plain"] == repr(part)
        assert views["text/html"] == part._repr_html_()
        assert views["text/latex"] == part._repr_latex_()
        assert all(len(view) < 12_000 for view in views.values())
        page = Tags()
        page.feed(views["text/html"])
        assert not page.open
        assert part._repr_mimebundle_(include=["text/html"]).keys() == {"text/html"}
        assert "text/latex" not in part._repr_mimebundle_(exclude=["text/latex"])


@pytest.mark.parametrize("name", SHOWN)
def test_everything_public_is_pickled(name: str) -> None:
    again = pickle.loads(pickle.dumps(SHOWN[name]))  # noqa: S301
    assert repr(again) == repr(SHOWN[name])


def test_no_text_of_a_model_is_taken_for_markup() -> None:
    title = Text('<script>alert("x")</script> & \\input{x} 50% $a_1^2$ {')
    card = replace(CHICKEN, title=title).card()
    page = Tags()
    page.feed(card.html())
    assert "script" not in page.names
    latex = card.latex()
    assert "\\input" not in latex
    assert r"\textbackslash{}input\{x\} 50\% \$a\_1\textasciicircum{}2\$ \{" in latex


def test_a_model_of_many_options_is_shown_without_listing_its_states() -> None:
    options = {f"dm{k}": [f"o{k}_{n}" for n in range(30)] for k in range(3)}
    model = Model.build("Large", options, {dm: [] for dm in options})
    assert "states" not in repr(model)
    assert "90 options" in repr(model)


def test_a_long_card_says_how_many_lines_are_left() -> None:
    card = Card("Many", [(str(k), "x" * 200) for k in range(100)], ("k", "text"), note="a note")
    lines = card.text().splitlines()
    assert len(lines) == MOST_LINES
    assert lines[-2:] == ["  … and 94 more", "  a note"]
    assert card.html().count("<tr>") == 1 + 39
    assert "… and 61 more" in card.html()
    assert max(map(len, lines)) <= 96


def test_statements_show_their_marks() -> None:
    preference = CHICKEN.with_preferences(row=["row.defect"])["row"].preference
    assert isinstance(preference, Prioritisation)
    (statement,) = preference.statements
    assert repr(statement) == "Statement('row.defect')"
    assert repr(replace(statement, greatly=True)) == "Statement('row.defect', greatly)"
    assert repr(Prioritisation(())) == "Prioritisation: 0 statements"
