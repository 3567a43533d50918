"""Papers: handed out once, for half a minute, with a policy under which nothing runs."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from satumeja import brief, gallery
from satumeja.errors import QuestionError, SatuMejaError
from satumeja.web.cases import Cases
from satumeja.web.jobs import Jobs
from satumeja.web.papers import ROUTES, Handed, Tickets
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import TicketBody

FILE = "talks.yaml"
Asker = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(gallery.text("december-2021-b"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def desk() -> Iterator[dict[str, Any]]:
    jobs = Jobs()
    yield {"jobs": jobs, "tickets": Tickets()}
    jobs.close()


@pytest.fixture
def ask(folder: Path, desk: dict[str, Any]) -> Asker:
    """Ask a route of this room by its method and the end of its address."""

    def asked(method: str, end: str, body: Any = None, *, read_only: bool = False) -> Any:
        (route,) = (r for r in ROUTES if r.method == method and r.path == "/c/{case}/" + end)
        with Cases({"case": folder}, read_only) as cases:
            return route.handle(Call(cases, {"case": "case"}, body=body, desk=desk))

    return asked


@pytest.fixture
def paper(ask: Asker, desk: dict[str, Any]) -> Callable[..., Handed]:
    """Make a paper and fetch it."""

    def made(**wanted: Any) -> Handed:
        given = ask("POST", "tickets", TicketBody(**{"file": FILE} | wanted))
        handed: Handed = desk["tickets"].take(given.ticket)
        assert handed.name == given.name
        return handed

    return made


def test_a_ticket_opens_once() -> None:
    tickets = Tickets()
    ticket = tickets.give(Handed("a.html", b"x"))
    assert tickets.take(ticket) is not None
    assert tickets.take(ticket) is None
    assert tickets.take("../../etc/passwd") is None


def test_a_ticket_is_good_for_half_a_minute() -> None:
    now = [0.0]
    tickets = Tickets(lambda: now[0])
    first, second = (tickets.give(Handed("a", b"")) for _ in range(2))
    now[0] = 29.9
    assert tickets.take(first) is not None
    now[0] = 30.0
    assert tickets.take(second) is None


def test_tickets_do_not_pile_up() -> None:
    tickets = Tickets()
    issued = [tickets.give(Handed("a", b"")) for _ in range(40)]
    assert sum(tickets.take(ticket) is not None for ticket in issued) == 32


@pytest.mark.parametrize("form", ["full", "page", "submission", "telaahan"])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_policy_lets_the_style_and_nothing_else(
    paper: Callable[..., Handed], form: str, lang: str
) -> None:
    handed = paper(what="brief", form=form, lang=lang)
    page = handed.content.decode()
    sheets = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(sheets) == 1
    digest = base64.b64encode(hashlib.sha256(sheets[0].encode()).digest()).decode()
    policy = handed.headers["Content-Security-Policy"]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:")
    assert "frame-ancestors 'self'" in policy
    assert policy.endswith("sandbox allow-same-origin allow-modals")
    assert "<script" not in page
    assert not re.search(r"\sstyle=", page), "an inline style would be refused"
    assert not re.search(r"\son\w+=", page)
    assert handed.headers["Content-Disposition"].startswith("inline")


def test_what_is_kept_is_a_download_under_no_style(paper: Callable[..., Handed]) -> None:
    handed = paper(what="brief", form="page", download=True)
    assert handed.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "style-src 'none'" in handed.headers["Content-Security-Policy"]


def test_names_of_files_stay_in_their_header() -> None:
    handed = Handed('a"\r\nSet-Cookie: x; é.html', b"")
    disposition = handed.headers["Content-Disposition"]
    assert '"' not in disposition.split('filename="')[1].split('";')[0]
    assert "%22" in disposition


def test_the_brief_is_that_of_the_package(paper: Callable[..., Handed], folder: Path) -> None:
    from satumeja import formats

    handed = paper(what="brief", form="page", lang="id", author="Ana")
    page = handed.content.decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="id">')
    assert "Ana" in page
    made = re.search(r"\d{4}-\d\d-\d\d", handed.name)
    assert made is not None
    assert page == brief.render(
        formats.load(folder / FILE), language="id", form="page", author="Ana", made=made[0]
    )


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_print_and_word_are_made_in_a_worker(paper: Callable[..., Handed], kind: str) -> None:
    pytest.importorskip("weasyprint" if kind == "pdf" else "docx")
    handed = paper(what="brief", kind=kind, form="page", download=True)
    assert handed.content.startswith(b"%PDF" if kind == "pdf" else b"PK")


def test_figures_and_tables(paper: Callable[..., Handed]) -> None:
    assert paper(what="figure", name="ranking", kind="svg").content.startswith(b"<svg")
    assert b"<svg" in paper(what="figure", name="individual", dm="us", kind="html").content
    assert paper(what="tables", kind="xlsx").content.startswith(b"PK")
    assert paper(what="tables", name="seats", kind="csv").name.endswith("-seats.csv")
    with zipfile.ZipFile(io.BytesIO(paper(what="tables", kind="csv").content)) as packed:
        assert "options.csv" in packed.namelist()
    assert b"\\begin{longtable}" in paper(what="tables", kind="tex").content


@pytest.mark.parametrize("kind", ["yaml", "json", "gmcr", "xlsx", "zip"])
def test_models_in_other_formats(paper: Callable[..., Handed], kind: str) -> None:
    assert len(paper(what="model", kind=kind).content) > 1_000


@pytest.mark.parametrize("kind", ["graphml", "dot", "tex"])
def test_graphs(paper: Callable[..., Handed], kind: str) -> None:
    assert len(paper(what="graph", kind=kind).content) > 1_000


def test_answers_are_those_of_the_command(
    paper: Callable[..., Handed], folder: Path, run: Any
) -> None:
    printed = run("analyse", str(folder / FILE), "--json").json
    assert json.loads(paper(what="answers", kind="json").content) == printed


@pytest.mark.parametrize(
    "wanted",
    [
        {"what": "brief", "kind": "csv"},
        {"what": "figure", "name": "nothing", "kind": "svg"},
        {"what": "figure", "name": "individual", "kind": "svg"},
        {"what": "graph", "kind": "pdf"},
        {"what": "dossier"},
        {"what": "brief", "file": "../talks.yaml"},
        {"what": "brief", "file": "other.yaml"},
    ],
)
def test_what_cannot_be_made_is_refused(paper: Callable[..., Handed], wanted: Any) -> None:
    with pytest.raises(SatuMejaError):
        paper(**wanted)


def test_save_writes_a_brief_of_its_own_each_time(ask: Asker, folder: Path) -> None:
    body = TicketBody(what="brief", file=FILE, form="page")
    names = [ask("POST", "briefs", body).name for _ in range(2)]
    assert len(set(names)) == 2
    for name in names:
        assert re.fullmatch(r"briefs/talks-\d{4}-\d\d-\d\d(-2)?\.html", name)
        assert brief.is_brief(folder / name)
    assert {path.name for path in (folder / "briefs").iterdir()} == {n[7:] for n in names}


def test_save_writes_nothing_where_the_case_is_only_read(ask: Asker, folder: Path) -> None:
    with pytest.raises(RefusedError, match="only looked at"):
        ask("POST", "briefs", TicketBody(what="brief", file=FILE), read_only=True)
    assert not (folder / "briefs").exists()


def test_save_follows_no_link(ask: Asker, folder: Path, tmp_path_factory: Any) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (folder / "briefs").symlink_to(elsewhere)
    with pytest.raises(RefusedError, match="link"):
        ask("POST", "briefs", TicketBody(what="brief", file=FILE, form="page"))
    assert not list(elsewhere.iterdir())


def test_a_brief_of_a_broken_model_is_refused_with_its_faults(ask: Asker, folder: Path) -> None:
    (folder / FILE).write_text("satumeja: 1\ntitle: [", encoding="utf-8")
    with pytest.raises(SatuMejaError):
        ask("POST", "tickets", TicketBody(what="brief", file=FILE))


def test_an_unknown_job_has_the_kinds_there_are(ask: Asker) -> None:
    from satumeja.web.shapes import JobBody

    with pytest.raises(QuestionError, match="did you mean"):
        ask("POST", "jobs", JobBody(kind="swep", file=FILE))
