"""What is dropped is kept byte for byte and read; what is no report leaves nothing behind."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfWriter

from bundles.invented import invented
from bundles.invented_events import coded, table_of
from bundles.written import WRITERS
from satumeja.bundles import KINDS
from satumeja.dossier import DossierFile, items
from satumeja.web.reports import ROUTES
from satumeja.web.reports._dropping import LARGEST
from satumeja.web.routing import RefusedError
from web.reports.cases import TALKS, Asking

ENGLISH, INDONESIAN = (Path(path).read_bytes() for path in TALKS)
HOSTILE = (
    "Talks <script>alert(1)</script> Resume\n\nGENEVA, 3 May 2024 (Wire) - The minister "
    "<img src=x onerror=alert(1)> said on Friday that Peru would withdraw \u202eits forces "
    "from javascript:alert(1). Ecuador said it rejected the demand of Peru.\n"
)


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    return Asking(tmp_path)


def files_of(asking: Asking) -> dict[str, bytes]:
    """Give what the case holds, less what the app keeps for itself."""
    return {
        path.relative_to(asking.folder).as_posix(): path.read_bytes()
        for path in asking.folder.rglob("*")
        if path.is_file() and ".satumeja" not in path.parts and path.name != "dossier.db-wal"
    }


def encrypted_pdf() -> bytes:
    writer, stream = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret")
    writer.write(stream)
    return stream.getvalue()


def blank_pdf() -> bytes:
    writer, stream = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(stream)
    return stream.getvalue()


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


WRONG = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t ",
    "junk.bin": random.Random(1).randbytes(5_000),
    "zero.txt": ENGLISH[:300] + b"\0" + ENGLISH[300:],
    "line.txt": b"a" * 2_000_000,
    "words.txt": b"word " * 400_000,
    "cut.pdf": b"%PDF-1.7\n1 0 obj",
    "locked.pdf": encrypted_pdf(),
    "scan.pdf": blank_pdf(),
    "cut.docx": zipped(**{"word/document.xml": b"<w:document>"})[:60],
    "other.docx": zipped(**{"word/document.xml": b"<w:document"}),
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "program.exe": b"MZ" + bytes(range(256)) * 8,
    "other.zip": zipped(a=b"b"),
    "song.mp3": b"ID3" + bytes(300),
    "object.json": b'{"a": 1}',
    "broken.json": b'{"a": ',
    "table.csv": b"a,b\n1,2\n",
    "page.html": b"<html><body></body></html>",
    "latin.txt": "Men\xf3".encode("latin-1") * 3,
    "model.yaml": b"title: Talks\ndecision_makers: {}\n",
    "feed.xml": b"<rss><channel></channel></rss>",
    "box.mbox": b"From nobody\n\n",
    "crawl.warc": b"WARC/1.0\r\n",
    "deep.xml": b"<a>" * 100_000,
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_file_that_is_no_report_is_refused_in_a_sentence_and_leaves_nothing(
    asking: Asking, name: str, is_first: bool
) -> None:
    if not is_first:
        asking.drop("talks.txt", ENGLISH)
    before = files_of(asking)
    with pytest.raises(RefusedError) as refusal:
        asking.drop(name, WRONG[name])
    error = refusal.value
    assert error.status == 422
    assert error.message.startswith(name)
    assert "\n" not in error.message
    assert str(asking.folder) not in error.message
    after = files_of(asking)
    assert after.keys() == before.keys()
    assert not is_first or not (asking.folder / "reports").exists()
    if not is_first:
        with DossierFile(asking.folder / "dossier.db") as file:
            assert not file.rows("SELECT * FROM refused")
            assert len(file.rows("SELECT * FROM source")) == 1


def test_a_dossier_that_is_dropped_is_no_report(asking: Asking, tmp_path: Path) -> None:
    asking.drop("talks.txt", ENGLISH)
    data = (asking.folder / "dossier.db").read_bytes()
    with pytest.raises(RefusedError, match=r"other.db: is a database, such as a dossier"):
        asking.drop("other.db", data)
    assert list((asking.folder / "reports").iterdir()) == [asking.folder / "reports" / "talks.txt"]


def test_what_is_dropped_is_kept_byte_for_byte_and_read(asking: Asking) -> None:
    data = ENGLISH.replace(b"\n", b"\r\n")
    dropped = asking.drop("wire.txt", data)
    assert (asking.folder / "reports" / "wire.txt").read_bytes() == data
    (report,) = dropped["reports"]
    assert (report["id"], report["is_new"], dropped["name"]) == ("r1", True, "wire.txt")
    assert (dropped["count"], dropped["already"], dropped["events"]) == (1, 0, 0)
    view = asking.get("/reports/r1")
    assert view["name"] == "reports/wire.txt"
    assert view["progress"]["items"] == report["items"] == len(view["items"])


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_overwritten(asking: Asking) -> None:
    for data, name in ((ENGLISH, "a.txt"), (INDONESIAN, "a-2.txt"), (HOSTILE.encode(), "a-3.txt")):
        assert asking.drop("a.txt", data)["name"] == name
        assert (asking.folder / "reports" / name).read_bytes() == data
    again = asking.drop("other.txt", INDONESIAN)
    assert (again["name"], again["count"], again["already"]) == ("a-2.txt", 1, 1)
    assert not again["reports"][0]["is_new"]
    assert len(list((asking.folder / "reports").iterdir())) == 3


def test_a_file_that_was_taken_away_is_kept_again(asking: Asking) -> None:
    asking.drop("a.txt", ENGLISH)
    (asking.folder / "reports" / "a.txt").unlink()
    again = asking.drop("b.txt", ENGLISH)
    assert (again["name"], again["already"]) == ("b.txt", 1)
    assert asking.get("/reports/r1")["name"] == "reports/b.txt"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/passwd", "passwd"),
        ("C:\\news\\wire.txt", "wire.txt"),
        (".hidden.txt", "hidden.txt"),
        ("a/b\0c\nd.txt", "b-c-d.txt"),
        ("con.txt", None),
        ("nul", None),
        ("<script>.txt", None),
        ("\u202etxt.exe", None),
        ("berita 🕊️ Núñez.txt", None),
        ("x" * 400 + ".txt", None),
        ("", None),
        ("..", None),
        ("  ", None),
        ("\ud800", None),
    ],
)
def test_names_lead_nowhere_but_into_the_folder_of_reports(
    asking: Asking, name: str, kept: str | None
) -> None:
    dropped = asking.drop(name.encode(errors="replace").decode(), ENGLISH)
    (path,) = (asking.folder / "reports").iterdir()
    assert path.name == dropped["name"]
    assert path.read_bytes() == ENGLISH
    assert kept is None or path.name == kept
    assert path.name.isprintable()
    assert not path.name.startswith(".")
    top = {other.name for other in asking.folder.iterdir()} - {".satumeja"}
    assert top <= {"reports", "dossier.db", "dossier.db-wal", "dossier.db-shm"}


def test_nothing_is_written_through_a_folder_that_is_a_link(
    asking: Asking, tmp_path: Path
) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    (asking.folder / "reports").symlink_to(elsewhere)
    with pytest.raises(RefusedError, match="no folder here"):
        asking.drop("a.txt", ENGLISH)
    assert not list(elsewhere.iterdir())
    assert not (asking.folder / "dossier.db").exists()


def test_whatever_a_report_holds_is_text(asking: Asking) -> None:
    asking.drop("hostile.txt", HOSTILE.encode())
    view = asking.get("/reports/r1")
    assert "<script>alert(1)</script>" in view["text"]
    for row in view["items"]:
        assert view["text"][slice(*row["span"])] == row["words"]


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_an_archive_becomes_many_reports(asking: Asking, name: str) -> None:
    draw = random.Random(3)
    data = WRITERS[name]([invented(draw) for _ in range(4)], draw)
    dropped = asking.drop(name, data)
    assert dropped["count"] == len(dropped["reports"]) == 4
    assert (asking.folder / "reports" / dropped["name"]).read_bytes() == data
    assert [report["id"] for report in dropped["reports"]] == ["r1", "r2", "r3", "r4"]
    again = asking.drop(f"again-{name}", data)
    assert (again["name"], again["count"], again["already"]) == (dropped["name"], 4, 4)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_event_data_become_events(asking: Asking, kind: str) -> None:
    draw = random.Random(2)
    name, data = table_of(kind, [coded(kind, draw, number) for number in range(5)])
    dropped = asking.drop(name, data)
    assert (dropped["events"], dropped["reports"]) == (5, [])
    assert (asking.folder / "reports" / dropped["name"]).read_bytes() == data


def test_a_report_may_be_as_large_as_the_route_takes() -> None:
    (route,) = (
        route for route in ROUTES if route.path.endswith("/reports") and route.method == "POST"
    )
    assert route.takes_bytes == LARGEST == 10_000_000
    assert route.writes


def test_items_of_what_is_dropped_are_those_of_the_commands(asking: Asking) -> None:
    asking.drop("talks.txt", ENGLISH)
    with DossierFile(asking.folder / "dossier.db") as file:
        keys = {item.key for item in items(file, "r1")}
    view = asking.get("/reports/r1")
    listed = {row["id"] for row in view["items"]} | {
        act["id"] for row in view["items"] for act in row["acts"]
    }
    assert listed == keys
