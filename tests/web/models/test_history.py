"""Edits, undo and history of a model, as a page asks for them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from satumeja import gallery
from satumeja.web.cases import Cases, version_of
from satumeja.web.serving._app import app_of

TEXT = gallery.text("december-2021-a")
WISHES = "decision_makers.russia.preferences"
MOVE = {"op": "move", "from": f"{WISHES}[2]", "to": f"{WISHES}[0]"}


class Page:
    """A page that looks at one model."""

    def __init__(self, folder: Path, cases: Cases) -> None:
        self.path = folder / "talks.yaml"
        self.app = app_of(cases, {})

    def request(self, method: str, address: str, body: Any = None) -> httpx.Response:
        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
                return await client.request(method, f"/api/v1{address}", json=body)

        return asyncio.run(answer())

    def ask(self, method: str, way: str, body: Any = None, status: int = 200) -> Any:
        answer = self.request(method, f"/c/case/models/talks.yaml{way}", body)
        assert answer.status_code == status, answer.text
        return answer.json()

    @property
    def version(self) -> str:
        return version_of(self.path.read_bytes())

    def edit(self, op: dict[str, Any] = MOVE, status: int = 200, **more: Any) -> Any:
        body = {"base": self.version, "ops": [op]} | more
        return self.ask("POST", "/edits", body, status)

    def do(self, way: str, status: int = 200) -> Any:
        return self.ask("POST", way, {"base": self.version}, status)

    def words(self, language: str = "en") -> list[str]:
        return [step["words"] for step in self.ask("GET", f"/history?lang={language}")["steps"]]


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "talks.yaml").write_text(TEXT)
    with Cases({"case": tmp_path}) as cases:
        yield Page(tmp_path, cases)


def test_a_page_edits_undoes_and_reads_the_history(page: Page) -> None:
    edited = page.edit()
    assert edited["version"] == page.version
    document = edited["document"]
    assert (document["can_undo"], document["can_redo"]) == (True, False)
    assert document["undo_words"] == ("Russia: wish 3 (not “Attack Ukraine”) moved to place 1")
    assert page.do("/undo")["document"]["can_redo"]
    assert page.path.read_text() == TEXT
    page.do("/redo")
    assert [word.partition(":")[0] for word in page.words()] == [
        "Done again",
        "Undone",
        "Russia",
        "As it was when first opened here",
    ]
    assert page.words("id")[2] == (
        "Rusia: keinginan 3 (tidak “Menyerang Ukraina”) dipindahkan ke urutan 1"
    )


def test_a_stale_page_is_told_and_changes_nothing(page: Page) -> None:
    stale = page.version
    page.edit()
    text = page.path.read_text()
    for way in ("/edits", "/undo", "/redo", "/history/1/back"):
        body: dict[str, Any] = {"base": stale}
        body |= {"ops": [MOVE]} if way == "/edits" else {}
        refused = page.ask("POST", way, body, 409)
        assert refused["error"] == "changed"
    assert page.path.read_text() == text


def test_faults_come_with_the_way_to_the_field(page: Page) -> None:
    refused = page.edit({"op": "set", "at": f"{WISHES}[1]", "value": "fly"}, 422)
    assert refused["faults"][0]["path"][:4] == ["decision_makers", "russia", "preferences", 1]
    assert page.edit({"op": "jump"}, 422)["error"] == "invalid"
    assert page.path.read_text() == TEXT


def test_a_dry_edit_is_no_step(page: Page) -> None:
    assert page.edit(dry=True)["document"] is None
    assert len(page.words()) == 1


def test_a_model_as_it_was_is_only_shown(page: Page) -> None:
    page.edit()
    first = page.ask("GET", "/history")["steps"][-1]
    assert first["first"]
    was = page.ask("GET", f"/history/{first['id']}")
    assert was["text"] == TEXT
    assert was["document"]["version"] == version_of(TEXT.encode()) == first["version"]
    assert not was["document"]["editable"]
    assert was["answers"]["stable"]
    assert page.path.read_text() != TEXT
    back = page.do(f"/history/{first['id']}/back")
    assert back["document"]["editable"]
    assert page.path.read_text() == TEXT
    assert page.words()[0] == "Back to how it was at an earlier step"
    for wrong in ("99", "-1", "x", "9" * 40):
        page.ask("GET", f"/history/{wrong}", status=404 if wrong == "99" else 422)


def test_steps_come_in_pages(page: Page) -> None:
    for _ in range(26):
        page.edit()
        page.do("/undo")
    newest = page.ask("GET", "/history")
    assert (len(newest["steps"]), newest["more"]) == (50, True)
    rest = page.ask("GET", f"/history?before={newest['steps'][-1]['id']}")
    assert (len(rest["steps"]), rest["more"]) == (3, False)
    page.ask("GET", f"/history?before={1 << 70}", status=422)


def test_undo_leads_back_to_a_broken_text_too(page: Page) -> None:
    """Another program broke the file, and a third mended it: each is a step."""
    broken = TEXT.replace("satumeja: 1", "satumeja: [")
    page.ask("GET", "")
    page.path.write_text(broken)
    shown = page.ask("GET", "")
    assert shown["faults"][0]["line"]
    assert not shown["editable"]
    page.edit({"op": "text", "value": TEXT})
    undone = page.do("/undo")
    assert page.path.read_text() == broken
    assert undone["document"]["faults"]
    assert page.ask("GET", "/history/2")["faults"]
    page.do("/undo")
    assert page.path.read_text() == TEXT


def test_a_removed_file_is_shown_and_put_back(page: Page) -> None:
    page.edit()
    text, version = page.path.read_text(), page.version
    page.path.unlink()
    shown = page.ask("GET", "?lang=id")
    assert shown["faults"][0]["message"].startswith("talks.yaml telah dihapus")
    assert (shown["version"], shown["editable"], shown["can_undo"]) == (version, False, True)
    assert page.ask("GET", "/answers")["stable"]
    assert page.ask("GET", "/history")["gone"]
    page.ask("POST", "/edits", {"base": version, "ops": [MOVE]}, 404)
    page.ask("POST", "/undo", {"base": version})
    assert page.path.read_text() == text
    page.do("/undo")
    assert page.path.read_text() == TEXT


def test_what_is_not_there_is_not_found(page: Page) -> None:
    for address in ("/c/other/models/talks.yaml", "/c/case/models/absent.yaml"):
        for rest in ("", "/answers", "/history/1"):
            assert page.request("GET", f"{address}{rest}").status_code == 404
    assert page.request("GET", "/c/case/models/..%2Ftalks.yaml").status_code in (400, 404)
    assert page.request("GET", "/c/case/models/.hidden").status_code == 400


def test_what_is_only_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text(TEXT)
    with Cases({"case": tmp_path}, read_only=True) as cases:
        page = Page(tmp_path, cases)
        assert not page.ask("GET", "")["can_undo"]
        assert page.edit(status=423)["error"] == "read_only"
        page.do("/undo", 423)
        page.do("/history/1/back", 423)
        assert page.words() == []
    assert [path.name for path in tmp_path.iterdir()] == ["talks.yaml"]
