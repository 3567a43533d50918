"""A dossier as a project: what the standard asks, the same bytes, and the way back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from random import Random

import pytest

from exchange import refi
from exchange.dossiers import made, scattered
from satumeja.dossier import DossierFile, reports, text_of, whole
from satumeja.exchange import Quotation, quotations, read_qdpx, take_qdpx, to_qdpx

LAYOUTS = [{}, {"line_end": "\r\n"}, {"mark": "\ufeff"}, {"line_end": "\r\n", "mark": "\ufeff"}]


def opened(content: bytes) -> tuple[bytes, dict[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return files.pop("project.qde"), files


def coded(quotation: Quotation, named: set[str], head: int = 0) -> tuple[object, ...]:
    """Give the place and the codes of a quotation, counted without a mark at the head.

    A target that is only words, and no actor, has no code.
    """
    return (
        quotation.report,
        quotation.kind,
        quotation.start - head,
        quotation.stop - head,
        quotation.words.removeprefix("\ufeff"),
        quotation.act,
        quotation.issue,
        quotation.actor,
        quotation.target if quotation.target in named else None,
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["en", "id"])
def test_a_project_is_what_the_standard_asks(
    tmp_path: Path, layout: dict[str, str], language: str
) -> None:
    with made(tmp_path, **layout) as file:
        description, files = opened(to_qdpx(file, language=language))
        texts = {text_of(file, report.key).removeprefix("\ufeff") for report in reports(file)}
    assert refi.faults(description, set(files)) == []
    assert {content.decode("utf-8") for content in files.values()} == texts
    assert (b"Tindakan" in description) == (language == "id")


def test_an_empty_dossier_is_a_project_too(tmp_path: Path) -> None:
    with DossierFile(str(tmp_path / "a.db"), create=True) as file:
        description, files = opened(to_qdpx(file))
    assert refi.faults(description, set(files)) == []
    assert files == {}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b' isCodable="true"', b"", "Code needs isCodable"),
        (b'startPosition="', b'startPosition="x', "PlainTextSelection startPosition"),
        (b"<Users>", b"<Users><Code/>", "Users holds"),
        (b' name="Satu Meja"', b' colour="x"', "User has no attribute colour"),
        (b"+00:00", b"", "creationDateTime"),
        (b"internal://", b"internal://x", "not there"),
        (b'CodeRef targetGUID="', b'CodeRef targetGUID="0', "CodeRef targetGUID"),
    ],
)
def test_what_the_standard_asks_is_looked_at(
    tmp_path: Path, old: bytes, new: bytes, fault: str
) -> None:
    with made(tmp_path) as file:
        description, files = opened(to_qdpx(file))
    assert old in description
    wrong = refi.faults(description.replace(old, new), set(files))
    assert any(fault in line for line in wrong)


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    with made(tmp_path) as file:
        content = to_qdpx(file)
        assert to_qdpx(file) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(3))
def test_a_project_comes_back_with_the_same_places_and_codes(
    tmp_path: Path, layout: dict[str, str], seed: int
) -> None:
    with made(tmp_path, **layout) as file:
        scattered(file, Random(seed))
        head = 1 if "mark" in layout else 0
        named = {actor.id for actor in whole(file).dossier.actors}
        before = {coded(quotation, named, head) for quotation in quotations(file)}
        who = {quotation.who or "Satu Meja" for quotation in quotations(file)}
        (tmp_path / "talks.qdpx").write_bytes(to_qdpx(file, language="id" if seed else "en"))
    with DossierFile(str(tmp_path / "back.db"), create=True) as file:
        taken = take_qdpx(file, tmp_path / "talks.qdpx")
        after = quotations(file)
        assert {coded(quotation, named) for quotation in after} == before
        assert any(quotation.target for quotation in after)
        assert {quotation.who for quotation in after} == who
        assert taken.statements + taken.acts == len(after)
        again = take_qdpx(file, tmp_path / "talks.qdpx")
        assert (again.statements, again.acts, again.reports) == (0, 0, taken.reports)
        assert quotations(file) == after


def test_what_was_rejected_stays_behind_and_notes_come_along(tmp_path: Path) -> None:
    with made(tmp_path) as file:
        (tmp_path / "talks.qdpx").write_bytes(to_qdpx(file))
    project = read_qdpx(tmp_path / "talks.qdpx")
    selections = [selection for source in project.sources for selection in source.selections]
    assert {selection.user for selection in selections} == {"Satu Meja", "Ana", "Bima"}
    notes = {selection.note for selection in selections if selection.note}
    assert notes == {"read twice", "=1+1 is no formula"}
    assert project.left_out == ()


def test_what_xml_cannot_hold_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        b'Talks\x0c set\n\nBRUSSELS, Dec 22 (Reuters) - "We will \x0b talk," Russia said on '
        b"Wednesday. Russia demanded that the alliance withdraw its troops from the border.\n"
    )
    with DossierFile(str(tmp_path / "a.db"), create=True) as file:
        from satumeja.dossier import add, gather

        gather(file, [path])
        if not reports(file):
            pytest.skip("no report with such characters is read")
        add(file, "r1", "statement", "talk", "Ana", {"act": "say"})
        description, files = opened(to_qdpx(file))
    assert refi.faults(description, set(files)) == []
