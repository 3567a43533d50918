"""Tables say who calls whom together, and about what; who is only affected has no seat."""

from __future__ import annotations

import pytest

from formats.samples import SEATED, changed
from satumeja.errors import ModelError
from satumeja.formats import describe, dump, json_schema, loads
from satumeja.model import Affected, Text


def test_what_is_said_of_a_table_is_read_whole() -> None:
    (table,) = loads(SEATED).tables
    assert table.convenor.in_language("id") == "Oman"
    assert [item.in_language("id") for item in table.agenda] == ["us.offer", "Tahanan"]
    assert (table.until, table.papers) == ("2022-03", ("wire",))


def test_who_is_affected_has_a_name_and_a_reason() -> None:
    ukraine, georgia = loads(SEATED).affected
    assert ukraine.name.in_language("id") == "Ukraina"
    assert (ukraine.because, ukraine.evidence) == ("It is spoken about", ("wire#s1",))
    assert georgia == Affected("georgia", Text("georgia"))


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_they_are_written_as_they_were_read(form: str) -> None:
    model = loads(SEATED)
    again = loads(dump(model, f"model.{form}"), name=f"model.{form}")
    assert (again.tables, again.affected) == (model.tables, model.affected)


def test_a_model_without_them_is_written_without_them() -> None:
    text = dump(loads(changed(SEATED, SEATED[SEATED.index("tables:") :], "")))
    assert "affected" not in text
    assert "agenda" not in text


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[us.offer,", "[us.ofer,",
         'unknown option "us.ofer" on an agenda; did you mean "us.offer"?'),
        ("[us.offer,", "[usa.offer,",
         'unknown decision maker "usa" on an agenda; did you mean "us"?'),
        ("[us.offer,", '["",', "an item of an agenda is empty"),
        ("{en: Oman, id: Oman}", "rusia",
         'unknown party "rusia" as convenor; did you mean "russia"?'),
        ("until: 2022-03", "until: 2021", "2021 is before 2022-01, when they meet"),
        ("until: 2022-03", "until: March", '"March" is not a date'),
        ("papers: [wire]", "papers: [wir]",
         'unknown source "wir" in evidence; did you mean "wire"?'),
        ("  georgia:\n", "  us:\n", '"us" is a decision maker: who decides is not only affected'),
        ("  georgia:\n", "  2nd:\n", '"2nd" cannot be an id'),
        ("convenor:", "convener:", 'unknown key "convener"'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_what_was_meant(old: str, new: str, fault: str) -> None:
    with pytest.raises(ModelError) as caught:
        loads(changed(SEATED, old, new))
    assert fault in str(caught.value)


@pytest.mark.parametrize("convenor", ["russia", "ukraine", "Norway", "the elders of both valleys"])
def test_a_convenor_is_a_party_or_anybody_else(convenor: str) -> None:
    model = loads(changed(SEATED, "{en: Oman, id: Oman}", convenor))
    assert model.tables[0].convenor == convenor


def test_check_tells_them() -> None:
    lines = describe(loads(SEATED)).lines("id")
    assert (
        "meja geneva: russia, us; diundang Oman; sampai 2022-03; agenda: us.offer, Tahanan; "
        in ("\n".join(lines))
    )
    assert "terdampak, tanpa kursi: ukraine, georgia" in lines
    document = describe(loads(SEATED)).to_json()
    assert document["affected"] == ["ukraine", "georgia"]
    assert document["tables"][0]["agenda"] == ["us.offer", "Prisoners"]


def test_the_schema_has_them() -> None:
    table = json_schema()["$defs"]["Table"]["properties"]
    assert {"convenor", "agenda", "until", "papers"} <= set(table)
    assert "affected" in json_schema()["properties"]
