"""A draft is a model that loads, and every part of it points at the report."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dossier.reports import GOLD, check, shipped, story
from satumeja import formats
from satumeja.dossier import Dossier, draft, read
from satumeja.errors import ModelError, ReportError
from satumeja.report import load, parse
from satumeja.report.kit import fingerprint, knowledge


def loaded(dossier: Dossier, folder: Path) -> dict[str, Any]:
    """Draft, and load what was drafted; a skeleton without an option says what is missing."""
    text = draft(dossier, source="wire", report_path="wire.txt")
    path = folder / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    parsed: dict[str, Any] = yaml.safe_load(text)
    makers = parsed["decision_makers"].values()
    if len(makers) > 1 and any(maker["options"] for maker in makers):
        formats.load(path)
    else:
        with pytest.raises(ModelError, match=r"no decision maker has an option|at least two"):
            formats.load(path)
    return parsed


@pytest.mark.parametrize("code", ["id", "en"])
def test_the_shipped_report(code: str, tmp_path: Path) -> None:
    model = loaded(read(parse(shipped(code))), tmp_path)
    makers = model["decision_makers"]
    assert isinstance(makers, dict)
    assert list(makers) == ["russia", "us", "nato"]
    wishes = {
        name: [p["statement"] for p in maker["preferences"]] for name, maker in makers.items()
    }
    assert {"us.guarantee", "nato.roll_back", "nato.close_door"} <= set(wishes["russia"])
    assert {"-us.guarantee", "us.punish if russia.attack"} <= set(wishes["us"])
    assert makers["russia"]["red_lines"][0]["statement"] == "nato.deploy_weapons"
    tables = model["tables"]
    assert isinstance(tables, dict)
    assert {name: table["seats"] for name, table in tables.items()} == {
        "russia_us": ["russia", "us"],
        "russia_nato": ["russia", "nato"],
        "osce": ["russia", "us", "nato"],
    }
    assert str(model["as_of"]) == "2021-12-23"


@pytest.mark.parametrize("code", ["id", "en"])
def test_every_citation_names_a_statement_or_act(code: str) -> None:
    dossier = read(parse(shipped(code)))
    known = {s.id for s in dossier.statements} | {a.id for a in dossier.acts}
    text = draft(dossier, source="wire")
    cited = dict(re.findall(r'"wire#(\w+)@(\w+)"', text))
    assert cited
    assert set(cited) <= known
    words = {one.id: dossier.words(one.content) for one in dossier.statements}
    words |= {one.id: dossier.words(one.span) for one in dossier.acts}
    assert cited == {item: fingerprint(words[item]) for item in cited}
    for line in text.splitlines():
        if re.search(r"(statement|name): .*(evidence|direction)", line):
            assert "wire#" in line


def test_a_draft_is_deterministic_and_small() -> None:
    first, second = (draft(read(parse(shipped("id")))) for _ in range(2))
    assert first == second
    model = yaml.safe_load(first)
    assert len(model["decision_makers"]) <= 5
    assert all(len(maker["options"]) <= 5 for maker in model["decision_makers"].values())


def test_the_gold_reports_draft(tmp_path: Path) -> None:
    makers = {
        path.name: loaded(read(parse(load(path))), tmp_path)["decision_makers"]
        for path in sorted(GOLD.glob("*.txt"))
    }
    assert sorted(makers["dam.id.txt"]) == ["egypt", "ethiopia"]
    assert sorted(makers["tariff.en.txt"]) == ["canada", "us"]


@pytest.mark.parametrize("code", ["id", "en"])
def test_reasons_are_in_both_languages_and_comments_in_the_report_s(code: str) -> None:
    text = draft(read(parse(shipped(code))), source="wire")
    for maker in yaml.safe_load(text)["decision_makers"].values():
        for preference in maker["preferences"]:
            assert set(preference["because"]) == {"en", "id"}
    first = {"id": "# Usulan pertama", "en": "# A first proposal"}
    assert text.startswith(first[code])
    contested = {"id": "# Diperdebatkan: bantahan ", "en": "# Contested: denial by "}
    assert contested[code] + "russia (wire#s9)" in text


@pytest.mark.parametrize("table", ["codes", "drafts"])
def test_every_kind_of_act_has_a_noun_and_codes(table: str) -> None:
    known = knowledge("satumeja.dossier", table)
    kinds = set(known.get("kinds", known))
    for code in ("en", "id"):
        rules = knowledge("satumeja.dossier", code, "acts")
        found = {rule["kind"] for rule in [*rules["rule"], *rules["told"], *rules["event"]]}
        assert kinds == found


def drafted(text: str, code: str = "en") -> dict[str, Any]:
    makers: dict[str, Any] = yaml.safe_load(draft(story(text, code)))["decision_makers"]
    return makers


def statements(maker: dict[str, Any]) -> list[str]:
    return [preference["statement"] for preference in maker["preferences"]]


def test_what_no_list_names_is_an_option_by_its_own_words() -> None:
    makers = drafted(
        "Vietnam accused China of ramming its boat. Vietnam demanded paint for the "
        "damaged boat. China offered a hotline between the two coast guards."
    )
    (demand, offer), (drop,) = (makers[name]["options"] for name in ("china", "vietnam"))
    assert drop == "drop"
    named = makers["china"]["options"][demand]["name"]
    assert named["en"] == "Agree to paint for the damaged boat"
    assert named["id"] == "Memenuhi tuntutan: “agree to paint for the damaged boat”"
    assert f"china.{demand}" in statements(makers["vietnam"])
    assert f"china.{offer}" in statements(makers["china"])


def test_an_addressee_left_unsaid_is_taken_and_said_so() -> None:
    text = draft(
        story(
            "Vietnam accused China of ramming its boat. Vietnam demanded compensation for the "
            "damaged boat. Vietnam urged restraint on all sides."
        )
    )
    assert re.search(r"# DECIDE d\d: report#s2 names no addressee; taken: China", text)
    assert "restraint" not in text


def test_a_demand_of_one_who_is_at_odds_with_nobody_is_put_to_nobody() -> None:
    text = draft(story("Vietnam demanded compensation for the damaged boat.", "en"))
    assert list(yaml.safe_load(text)["decision_makers"]) == ["vietnam"]
    assert "of whom does Vietnam demand this? report#s1: compensation for the damaged boat" in text


def test_a_threat_hangs_on_a_demand_where_its_condition_is_not_read() -> None:
    makers = drafted(
        "Kyrgyzstan demanded that Tajikistan repair the gates of the canal. Kyrgyzstan "
        "threatened to stop the night trains to Tajikistan if the canal stayed closed."
    )
    (demand,) = makers["tajikistan"]["options"]
    (threat,) = makers["kyrgyzstan"]["options"]
    wish = f"kyrgyzstan.{threat} if -tajikistan.{demand}"
    assert wish in statements(makers["kyrgyzstan"])
    assert f"-kyrgyzstan.{threat}" in statements(makers["tajikistan"])


def test_a_refusal_is_of_the_demand_it_answers() -> None:
    makers = drafted(
        "Iran demanded that Iraq repair the beacons on the coast. "
        "Iraq rejected the demand of Iran."
    )
    (demand,) = makers["iraq"]["options"]
    assert f"-iraq.{demand}" in statements(makers["iraq"])


def test_the_same_words_are_one_option() -> None:
    makers = drafted(
        "Iran demanded that Iraq repair the beacons. Iraq rejected the demand of Iran. "
        "Iran again demanded that Iraq repair the beacons."
    )
    assert len(makers["iraq"]["options"]) == 1


def test_a_report_that_names_nobody_makes_no_model() -> None:
    with pytest.raises(ReportError, match="tidak ada yang disebut") as caught:
        draft(story("Hujan turun sepanjang hari."))
    assert "\n" not in str(caught.value)


def test_one_party_makes_a_skeleton_that_says_what_is_missing(tmp_path: Path) -> None:
    text = draft(story("Kremlin membantah rencana itu."))
    assert text.splitlines()[3].startswith("# Kerangka:")
    model = yaml.safe_load(text)
    assert model["decision_makers"] == {
        "russia": {
            "name": {"en": "Russia", "id": "Rusia"},
            "options": {},
            "preferences": [],
        }
    }
    assert "status_quo" not in model
    path = tmp_path / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="at least two decision makers"):
        formats.load(path)


def test_a_skeleton_keeps_what_one_party_can_do() -> None:
    text = draft(story("Iran offered to open the canal. The Turkish ministry praised Iran.", "en"))
    makers = yaml.safe_load(text)["decision_makers"]
    assert {key: list(maker["options"]) for key, maker in makers.items()} == {
        "iran": ["offer_s1"],
        "turkey": [],
    }
    assert "# DECIDE d2: what can Türkiye do or leave?" in text


def test_awkward_words_stay_words(tmp_path: Path) -> None:
    text = shipped("id").replace("Rusia dan Barat Menuju", 'Judul: "aneh" # {bukan} \\ itu', 1)
    assert str(loaded(read(parse(text)), tmp_path)["title"]).startswith(
        'Judul: "aneh" # {bukan} \\'
    )


SENTENCES = {
    code: [
        sentence
        for line in shipped(code).splitlines()[5:40]
        for sentence in re.split(r"(?<=[.”]) ", line)
        if sentence
    ]
    for code in ("id", "en")
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["id", "en"]).flatmap(
        lambda code: st.tuples(
            st.just(code), st.lists(st.sampled_from(SENTENCES[code]), min_size=1, max_size=25)
        )
    ),
    st.text(alphabet="“”\"'.,()\n \ue020\u202eé", max_size=8),
)
@example(("en", [SENTENCES["en"][3], SENTENCES["en"][24]]), "")
def test_any_mixture_of_sentences_drafts_or_says_why_not(
    tmp_path_factory: pytest.TempPathFactory, mixture: tuple[str, list[str]], noise: str
) -> None:
    code, sentences = mixture
    try:
        dossier = story(noise.join([" ".join(sentences), sentences[0]]), code)
        check(dossier)
        dossier.to_json()
        loaded(dossier, tmp_path_factory.mktemp("draft"))
    except ReportError as error:
        assert "\n" not in str(error)
