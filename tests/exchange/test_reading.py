"""Projects as other programs write them, and files that are none or mean harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from satumeja.dossier import DossierFile, history, items, reports, text_of
from satumeja.errors import ReportError
from satumeja.exchange import quotations, read_qdpx, take_qdpx
from satumeja.exchange._positions import counting_of
from satumeja.exchange._project import code_guid

TEXT = "Interview 3\r\n\r\nThe mayor 😀 warned the miners. The miners want higher wages now.\r\n"
GUIDS = {
    name: f"{number:08X}-0000-4000-8000-000000000000"
    for number, name in enumerate(
        [
            "ana",
            "root",
            "warn",
            "menuntut",
            "pay",
            "mayor",
            "text",
            "note",
            "other",
            "pdf",
            "inner",
        ]
    )
}

PROJECT = """\
<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Project name="Mine" origin="NVivo" xmlns="urn:QDA-XML:project:1.0"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Users><User guid="{ana}" name="Ana" id="A"/></Users>
  <CodeBook><Codes>
    <Code guid="{root}" name="Conflict" isCodable="true" color="#ff0000">
      <Code guid="{warn}" name="Warn" isCodable="true"/>
      <Code guid="{menuntut}" name="MENUNTUT" isCodable="true"/>
      <Code guid="{pay}" name="Pay &amp; hours" isCodable="true">
        <Description>of all</Description></Code>
    </Code>
    <Code guid="{other}" name="Actors" isCodable="false">
      <Code guid="{mayor}" name="The mayor" isCodable="true"/>
    </Code>
  </Codes></CodeBook>
  <Variables><Variable guid="{inner}" name="Age" typeOfVariable="Integer"/></Variables>
  <Cases><Case guid="{pdf}" name="c"/><Case guid="{inner}" name="d"/></Cases>
  <Sources>
    <TextSource guid="{text}" name="Interview 3" plainTextPath="internal://{text}.txt"
        richTextPath="internal://{text}.docx" creatingUser="{ana}">
      <PlainTextSelection guid="{inner}" name="The mayor" startPosition="15" endPosition="44"
          creatingUser="{ana}" creationDateTime="2024-05-08T10:15:00Z">
        <Coding guid="{inner}" creatingUser="{ana}"><CodeRef targetGUID="{warn}"/></Coding>
        <Coding guid="{inner}" creatingUser="{ana}"><CodeRef targetGUID="{mayor}"/></Coding>
        <Coding guid="{inner}" creatingUser="{ana}"><CodeRef targetGUID="{pay}"/></Coding>
        <NoteRef targetGUID="{note}"/>
      </PlainTextSelection>
      <PlainTextSelection guid="{inner}" name="wants" startPosition="46" endPosition="77">
        <Coding guid="{inner}"><CodeRef targetGUID="{menuntut}"/></Coding>
        <Coding guid="{inner}"><CodeRef targetGUID="{root}"/></Coding>
      </PlainTextSelection>
      <PlainTextSelection guid="{inner}" startPosition="46" endPosition="7000"/>
      <VariableValue><VariableRef targetGUID="{inner}"/></VariableValue>
    </TextSource>
    <PictureSource guid="{other}" name="a.jpg" path="internal://a.jpg"/>
    <PDFSource guid="{pdf}" name="Minutes" path="internal://{pdf}.pdf">
      <PDFSelection guid="{inner}" page="1" firstX="1" firstY="1" secondX="2" secondY="2"/>
      <Representation guid="{pdf}"><PlainTextContent>The miners reckoned it so.</PlainTextContent>
        <PlainTextSelection guid="{inner}" startPosition="0" endPosition="19">
          <Coding guid="{inner}" creatingUser="{ana}"><CodeRef targetGUID="{pay}"/></Coding>
        </PlainTextSelection>
      </Representation>
    </PDFSource>
    <TextSource guid="{root}" name="Elsewhere" plainTextPath="relative:///../../etc/passwd"/>
  </Sources>
  <Notes><Note guid="{note}" name="memo">
    <PlainTextContent>she hesitated</PlainTextContent></Note></Notes>
  <Links><Link guid="{inner}"/></Links>
</Project>
""".format(
    **{name: f"{{{guid}}}" if name in ("warn", "ana") else guid for name, guid in GUIDS.items()}
)


def archive(path: Path, files: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as page:
        for name, content in files.items():
            page.writestr(name, content)
    return path


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    name = f"Sources/{GUIDS['text']}.txt"
    return archive(tmp_path / "mine.qdpx", {"project.qde": PROJECT, name: TEXT.encode()})


def test_a_project_of_another_program_is_read(foreign: Path) -> None:
    project = read_qdpx(foreign)
    assert (project.name, project.origin) == ("Mine", "NVivo")
    pay = project.codes[GUIDS["pay"].lower()]
    assert (pay.name, pay.path, pay.description) == ("Pay & hours", ("Conflict",), "of all")
    interview, minutes = project.sources
    assert interview.text == TEXT
    first, second = interview.selections
    assert interview.text[first.start : first.stop] == "The mayor 😀 warned the miners"
    assert [coding.user for coding in first.codings] == ["Ana"] * 3
    assert (first.note, first.user, second.user) == ("she hesitated", "Ana", "")
    assert minutes.name == "Minutes"
    told = "\n".join(line.partition(": ")[2] for line in project.left_out)
    assert told.splitlines() == [
        'left out: Elsewhere, whose text is "relative:///../../etc/passwd" and not in the project',
        "left out: 1 selections that lie outside their text",
        "left out: 1 values of variables",
        "left out: 1 pictures",
        "left out: 1 selections on pages of a PDF",
        "left out: 1 variables",
        "left out: 2 cases",
        "left out: 1 links",
    ]


def test_a_project_of_another_program_becomes_a_dossier(foreign: Path, tmp_path: Path) -> None:
    with DossierFile(str(tmp_path / "mine.db"), create=True) as file:
        taken = take_qdpx(file, foreign)
        assert [report.title for report in reports(file)] == ["Interview 3", "Minutes"]
        assert text_of(file, "r1") == TEXT
        assert (taken.statements, taken.acts) == (2, 1)
        assert taken.issues == ("pay_hours", "conflict")
        assert taken.actors == ("the_mayor",)
        act, wants, minutes = sorted(quotations(file), key=lambda q: q.key == "r2#sc1")
        assert (act.act, act.actor, act.issue, act.who) == (
            "warn",
            "the_mayor",
            "pay_hours",
            "Ana",
        )
        assert act.note == "she hesitated"
        assert (wants.kind, wants.act, wants.note) == ("statement", "demand", "codes: conflict")
        assert wants.words == "The miners want higher wages now"[:31]
        assert (minutes.act, minutes.words) == ("say", "The miners reckoned")
        assert {c.who for c in history(file)} == {"Ana", "import"}
        assert any("does not look like a news report" in line for line in taken.left_out)


def test_a_code_that_pretends_to_be_ours_does_no_harm(tmp_path: Path) -> None:
    codes = [("act", "explode"), ("issue", "9 x"), ("actor", "a:b"), ("issue", "")]
    listed = "".join(
        f'<Code guid="{code_guid(*code)}" name="" isCodable="true">'
        f"<Description>{code[1]}</Description></Code>"
        for code in codes
    )
    marks = "".join(
        f'<Coding guid="x"><CodeRef targetGUID="{code_guid(*code)}"/></Coding>' for code in codes
    )
    project = (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes>'
        f'{listed}</Codes></CodeBook><Sources><TextSource guid="t" name="T">'
        "<PlainTextContent>Words that were coded.</PlainTextContent>"
        f'<PlainTextSelection guid="s" startPosition="0" endPosition="5">{marks}'
        "</PlainTextSelection></TextSource></Sources></Project>"
    )
    path = archive(tmp_path / "a.qdpx", {"project.qde": project})
    with DossierFile(str(tmp_path / "a.db"), create=True) as file:
        taken = take_qdpx(file, path)
        assert (taken.statements, taken.acts, taken.actors) == (1, 0, ())
        assert [quotation.act for quotation in quotations(file)] == ["say"]


def test_a_report_that_is_held_already_is_not_kept_twice(foreign: Path, tmp_path: Path) -> None:
    with DossierFile(str(tmp_path / "mine.db"), create=True) as file:
        take_qdpx(file, foreign)
        before = items(file)
        take_qdpx(file, foreign)
        assert items(file) == before


BOMB = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><Project>&c;</Project>'
OUTER = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><Project/>'


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({}, "it has no project.qde"),
        ({"a/project.qde": "<Project/>"}, "it has no project.qde"),
        ({"project.qde": "<Project"}, "project.qde:1:1: is not XML: unclosed token"),
        ({"project.qde": ""}, "is not XML: no element found"),
        ({"project.qde": "<Html/>"}, 'its description is of a "Html"'),
        ({"project.qde": "<Project/>"}, "has no text that could be a report"),
        ({"project.qde": BOMB}, "has a document type or entities"),
        ({"project.qde": OUTER}, "has a document type or entities"),
        ({"project.qde": "<a>" * 300}, "has more than 200 levels"),
        ({"project.qde": b'<?xml version="1.0" encoding="rot13"?><Project/>'}, "is not XML"),
    ],
)
def test_what_is_no_project_is_one_line(
    tmp_path: Path, files: dict[str, bytes | str], fault: str
) -> None:
    path = archive(tmp_path / "a.qdpx", files)
    with DossierFile(str(tmp_path / "a.db"), create=True) as file:
        with pytest.raises(ReportError) as caught:
            take_qdpx(file, path)
        assert reports(file) == ()
    assert str(caught.value).startswith(str(path))
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_archive_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(ReportError, match="not a ZIP archive"):
        read_qdpx(path)
    with pytest.raises(ReportError, match="Is a directory"):
        read_qdpx(tmp_path)


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("satumeja.exchange._archive._MOST_TEXT", 1 << 20)
    name = f"sources/{GUIDS['text']}.txt"
    path = archive(tmp_path / "a.qdpx", {"project.qde": PROJECT, name: b"a" * (2 << 20)})
    with pytest.raises(ReportError, match=r"unpacks to more than 1 MB$"):
        read_qdpx(path)
    monkeypatch.setattr("satumeja.exchange._archive._MOST_FILES", 1)
    with pytest.raises(ReportError, match="holds more than 1 files"):
        read_qdpx(path)


def test_a_broken_file_in_it_is_told(tmp_path: Path) -> None:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_STORED) as made:
        made.writestr("project.qde", PROJECT)
    (tmp_path / "a.qdpx").write_bytes(page.getvalue().replace(b"NVivo", b"NViwo"))
    with pytest.raises(ReportError, match=r"project\.qde in it is broken"):
        read_qdpx(tmp_path / "a.qdpx")


@pytest.mark.parametrize("inner", ["../../../etc/passwd", "/etc/passwd", "..\\x.txt", "a/../../b"])
def test_no_way_leads_out_of_the_archive(tmp_path: Path, inner: str) -> None:
    project = PROJECT.replace(f"internal://{GUIDS['text']}.txt", f"internal://{inner}")
    path = archive(tmp_path / "a.qdpx", {"project.qde": project, f"sources/{inner}": "secret"})
    read = read_qdpx(path)
    assert [source.name for source in read.sources] == ["Minutes"]
    assert not (tmp_path.parent / "etc").exists()
    assert any("not in the project" in line for line in read.left_out)


@pytest.mark.parametrize(
    ("text", "words", "name", "place"),
    [
        ("\ufeffone two three", "two three", "", 4),
        ("\ufeffone two three", "two three", "from the mark at its head", 5),
        ("one\r\ntwo three", "two three", "with each line end as one", 4),
        ("one\r\ntwo three", "two three", "", 5),
        ("😀 two three", "two three", "in units of UTF-16", 3),
        ("😀 two three", "two three", "", 2),
        ("no mark at all", "mark", "", 3),
    ],
)
def test_how_a_program_counts_is_found_out(text: str, words: str, name: str, place: int) -> None:
    stop = place + len(words)
    counting = counting_of(text, [(place, stop, words)])
    assert counting.name == name
    span = counting.span(place, stop)
    assert span is not None
    assert counting.text[slice(*span)] == words


def test_without_a_name_the_standard_decides() -> None:
    assert counting_of("\ufeffa\r\n😀 b", [(0, 1, ""), (1, 2, "code 7")]).name == ""
