"""Pages on states that are not listed say what the listed states would say."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest
from rich.console import Console

from satumeja.brief import explain_in_words, render
from satumeja.brief.tables._sets import _share, shares_table
from satumeja.brief.terminal import print_sets, print_verdicts, print_where
from satumeja.brief.words._phrases import SetPhrases
from satumeja.brief.words._words import Words
from satumeja.errors import LimitError
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.model import Model, OptionStates
from satumeja.stability import analyse, analyse_symbolically, explain

B = load("december-2021-b")
LANGUAGES = ("en", "id")
OPTIONS = ", ".join(f"o{k}: O" for k in range(50))
MANY = "satumeja: 1\ntitle: Many\ndecision_makers:\n" + "".join(
    f"  d{i}: {{options: {{{OPTIONS}}}, weights: {{d{i}.o0: 1.5}}}}\n" for i in range(2)
)


def page() -> Console:
    return Console(file=io.StringIO(), width=200, highlight=False, markup=False)


def option_codes(model: Model) -> list[int]:
    assert isinstance(model.states, OptionStates)
    return [int(code) for code in model.states.codes]


def text(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_counts_the_states_that_are_stable(language: str) -> None:
    console = page()
    print_sets(analyse_symbolically(B), console, language, "asked")
    said, listed = text(console), analyse(B)
    row = next(line for line in said.splitlines() if line.strip().startswith("SSEQ")).split()
    counts = [len(listed.stable("sseq", dm.id)) for dm in B.decision_makers]
    assert row[1:] == [*map(str, counts), str(len(listed.equilibria("sseq")))]
    assert ("symbolic" in said) == (language == "en")
    assert "NNY|-NY|NY" in said


CROWD = "satumeja: 1\ntitle: Crowd\ndecision_makers:\n" + "".join(
    f"  d{i}: {{name: d, options: {{{', '.join(f'o{k}: O' for k in range(8))}}}, "
    f"preferences: [d{i}.o0]}}\n"
    for i in range(5)
)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_number_is_broken_in_two(width: int) -> None:
    console = Console(file=io.StringIO(), width=width, highlight=False, markup=False)
    found = analyse_symbolically(loads(CROWD, name="crowd.yaml"))
    print_sets(found, console)
    said = text(console)
    for concept in ("nash", "sseq"):
        for dm in found.model.decision_makers:
            number = f"{found.stable(concept, dm.id).count:,}"
            assert len(number) > 14
            assert said.count(number) >= 2 * 5
    rows = [line.split() for line in said.splitlines()]
    assert sum(row[0] == "SSEQ" for row in rows if row) == 1
    lines = sum(row[:1] == ["d"] or row[1:2] == ["d"] for row in rows)
    assert lines == (1 if width == 200 else 25)


def test_the_verdict_is_worded_as_for_listed_states() -> None:
    console, among = page(), analyse_symbolically(B, [])
    decimal = among.find_state("7")
    for dm in B.decision_makers:
        verdict = among.explain(decimal, dm.id, "nash")
        print_verdicts(B, [verdict], console, "en", among=among)
        assert explain_in_words(B, explain(B, 7, dm.id, "nash")).split(". ")[0] in text(console)


def test_improvements_beyond_those_named_are_counted() -> None:
    console, among = page(), analyse_symbolically(B, [])
    found = [
        among.explain(int(decimal), dm.id, "gmr", most=1)
        for decimal in among.feasible
        for dm in B.decision_makers
    ]
    verdict = next(v for v in found if v.stable and v.many > 2)
    print_verdicts(B, [verdict], console, "en", among=among)
    assert f"there are {verdict.many} unilateral improvements" in text(console)
    assert f"{verdict.many - 1} more improvements are sanctioned as well" in text(console)


@pytest.mark.parametrize("language", LANGUAGES)
def test_equilibria_that_meet_a_condition(language: str) -> None:
    consoles = page(), page()
    print_where(analyse(B), "attack", consoles[0], language)
    print_where(analyse_symbolically(B), "attack", consoles[1], language)
    listed, counted = (text(console).splitlines() for console in consoles)
    assert [line.split(" (")[0] for line in listed] == [line.rstrip(".") for line in counted]


def test_a_hundred_options_by_weights() -> None:
    model: Model = loads(MANY, name="many.yaml")
    console, found = page(), analyse_symbolically(model)
    print_sets(found, console)
    assert "1.27 × 10³⁰ states decided by the symbolic engine" in text(console)
    assert found.equilibria("nash", "d0.o0 & d1.o0").count == 2**98
    verdict = found.explain(0, "d0", "nash", most=1)
    print_verdicts(model, [verdict], console, "en", among=found)
    assert "the weights of d0 add up to 1.5" in text(console)


@pytest.fixture(scope="module")
def both() -> tuple[str, str]:
    """A brief of the same model, of states as sets and of listed states."""
    return render(B, analyse_symbolically(B)), render(B)


def section(html: str, name: str) -> str:
    return html.split(f'id="{name}">', 1)[1].split("</section>", 1)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_of_sets_answers_as_one_of_listed_states(
    both: tuple[str, str], language: str
) -> None:
    sets, listed = (section(html, f"{language}-answer") for html in both)
    lines = [line for line in listed.splitlines() if line.startswith("<p>") and "Nash" in line]
    assert lines
    said = " ".join(sets.split())
    for line in lines:
        for sentence in line.removeprefix("<p>").removesuffix("</p>").split(". ")[1:3]:
            assert sentence.strip(" .") in said


def test_a_brief_of_sets_shares_what_it_assumes_with_one_of_listed_states(
    both: tuple[str, str],
) -> None:
    for name in ("assumptions", "options", "impossible", "sources"):
        assert section(both[0], f"en-{name}") == section(both[1], f"en-{name}")
    assert "--engine symbolic" in both[0]
    assert "--engine" not in both[1]
    assert 'id="en-graph"' not in both[0]


def test_shares_of_options_are_those_of_the_listed_equilibria() -> None:
    found, listed = analyse_symbolically(B), analyse(B)
    table = shares_table(found, SetPhrases(found, Words("en")))
    codes = option_codes(B)
    for k, row in enumerate(table.lines()):
        for concept, share in zip(listed.concepts, row[2:], strict=True):
            taken = [codes[s - 1] >> k & 1 for s in listed.equilibria(concept.id)]
            expected = {0: "none", len(taken): "all"}.get(sum(taken)) if taken else "–"
            assert share == (expected or Words("en").share(Fraction(sum(taken), len(taken))))


def test_shares_tell_nearly_all_from_all() -> None:
    words = Words("en")
    shares = [_share(words, count, 10**6) for count in (0, 1, 500_000, 999_999, 10**6)]
    tiny = "fewer than 1 in 1,000"
    assert shares == ["none", tiny, "50%", f"all but {tiny}", "all"]


def test_a_brief_of_a_hundred_options_comes_in_both_languages() -> None:
    html = render(loads(MANY, name="many.yaml"))
    assert "1.27 × 10³⁰ different states" in html
    assert "1,27 × 10³⁰ keadaan yang berbeda" in html


def test_other_readings_need_listed_states() -> None:
    with pytest.raises(LimitError, match="readings"):
        render(B, analyse_symbolically(B), readings=[B])


def test_readings_that_are_not_compared_are_told_of() -> None:
    said = "other readings that the model names are not set beside it"
    assert said in render(B, analyse_symbolically(B))
    assert said not in render(loads(MANY, name="many.yaml"))
