"""The published document: its keys, and spans that slice to what they claim."""

from __future__ import annotations

import json

import pytest

from dossier.reports import shipped, story
from satumeja.dossier import read
from satumeja.report import parse


@pytest.mark.parametrize("code", ["id", "en"])
def test_the_document(code: str) -> None:
    text = shipped(code)
    document = json.loads(json.dumps(read(parse(text)).to_json()))
    assert document["schema"] == "satumeja/dossier/1"
    article = document["article"]
    assert article["published"] == "2021-12-23T09:15:00+07:00"
    assert (article["place"], article["byline"], article["language"]) == ("Moscow", "rsm", code)
    caption = article["caption"]
    assert text[caption["start"] : caption["end"]].startswith("Sergei Lavrov, ")
    for date in document["dates"]:
        assert text[date["span"][0] : date["span"][1]] == date["text"]
        assert date["from"] <= date["to"]
    words = {
        actor["id"]: [text[a:b] for a, b in actor["mentions"]] for actor in document["actors"]
    }
    assert set(words["nato"]) == {"NATO"}
    assert all("Peskov" in one for one in words["peskov"])
    body = " ".join(text[p["start"] : p["end"]] for p in document["paragraphs"])
    assert not any(word in body for word in ("Telegram", "Baca juga", "Read more", "rsm", "WIB"))
    direct = [s for s in document["statements"] if s["mode"] == "direct"]
    assert [s["speaker"] for s in direct] == ["lavrov", "lavrov", "peskov", "blinken"]
    for statement in direct:
        start, end = statement["content"]
        assert (text[start - 1], text[end]) == ("“", "”")


def test_acts_have_dates_as_precise_as_the_words() -> None:
    acts = read(parse(shipped("en"))).to_json()["acts"]
    assert acts[0]["date"] == "2022"
    assert acts[2]["date"] == "2022-01"


def test_without_a_caption() -> None:
    assert story("Kremlin membantah rencana itu.").to_json()["article"]["caption"] is None
