"""What a Word file is put together from: pages, fields, shaded cells, rows that stay whole.

python-docx (MIT) has no words for most of these, so the elements of the format are set here and
nowhere else. Nothing below knows what a brief says.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from satumeja.brief import media
from satumeja.errors import OutputError
from satumeja.extras import calling, optional
from satumeja.files import packed_anew

__all__ = ["INK", "QUIET", "RULE", "Run", "Word", "hexadecimal"]


def hexadecimal(colour: str) -> str:
    """Write a colour as Word does.

    Examples
    --------
    >>> hexadecimal("#0072b2")
    '0072B2'
    """
    return colour.removeprefix("#").upper()


INK, QUIET, RULE = hexadecimal(media.INK), hexadecimal(media.QUIET), "C3CAD2"

Run = tuple[str, bool]
"""Words, and whether they are bold."""

_FONT = "Arial"
_MOST_BYTES = 100 << 20
"""A Word file is an archive, which can unpack to far more than it weighs."""
_LANGUAGES = {"en": "en-GB", "id": "id-ID"}
_TWIPS = 1440 / 25.4
_ORDERS = {
    "tblPr": ("tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption",
              "tblDescription"),
    "tcPr": ("tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign",
             "hideMark"),
    "rPr": ("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
            "specVanish", "oMath"),
}  # fmt: skip
"""The order in which Word wants properties; a file that has another one it calls broken."""
_PROPERTY = 255
"""As many letters as the format has for what a file says of itself."""
_PAGE = (210.0, 297.0)
_MARGINS = (14.0, 14.0, 14.0, 14.0)


def _unusable(template: Path, why: str) -> OutputError:
    """Refuse a file to start from that the library cannot read."""
    anew = "open it in Word, and save it anew as .docx"
    return OutputError(f"{template}: not a Word file to start from ({why}); {anew}")


def _require_bounded(template: Path) -> None:
    """Refuse a file that unpacks to too much; what is no ZIP file is not looked into."""
    if not zipfile.is_zipfile(template):
        return
    with zipfile.ZipFile(template) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > _MOST_BYTES:
        raise OutputError(f"{template}: the Word file unpacks to more than {_MOST_BYTES >> 20} MB")


class Word:
    """A document being written.

    Parameters
    ----------
    language : {"en", "id"}
        The language its words are marked with.
    title, author : str
        What the file says of itself.
    template : path, optional
        A Word file whose styles, header, footer and letterhead are kept, and whose words stand
        first; the page is then as the file has it.

    Raises
    ------
    OutputError
        If the template is no Word file.
    MissingExtraError
        If python-docx is not installed.
    """

    def __init__(
        self, language: str, title: str, author: str = "", template: Path | None = None
    ) -> None:
        self.docx = optional("docx", "docx")
        self._oxml = optional("docx.oxml", "docx")
        self._qn = optional("docx.oxml.ns", "docx").qn
        self._shared = optional("docx.shared", "docx")
        self.own_page = template is None
        self.document = self._opened(template)
        self.language = _LANGUAGES[language]
        self.font = _FONT if template is None else ""
        self._styles = {kind.name for kind in self.document.styles}
        core = self.document.core_properties
        core.title, core.author = title[:_PROPERTY], author[:_PROPERTY]
        core.language = self.language
        core.comments = core.keywords = core.subject = core.category = ""
        if template is None:
            self._page()
        self._speak()

    def _opened(self, template: Path | None) -> Any:
        if template is None:
            return self.docx.Document()
        if not template.is_file():
            raise OutputError(f"{template}: there is no such file")
        with calling(partial(_unusable, template)):
            _require_bounded(template)
            return self.docx.Document(str(template))

    def _page(self) -> None:
        """Lay out A4, and the plain text every other style builds on."""
        section, unit = self.document.sections[-1], self._shared.Mm
        section.page_width, section.page_height = map(unit, _PAGE)
        section.top_margin, section.right_margin = unit(_MARGINS[0] + 6), unit(_MARGINS[1])
        section.bottom_margin, section.left_margin = unit(_MARGINS[2] + 2), unit(_MARGINS[3])
        section.header_distance = section.footer_distance = unit(8)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = _FONT, self._shared.Pt(9)
        style.paragraph_format.space_after = self._shared.Pt(0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(self._qn(script), _FONT)

    def _speak(self) -> None:
        """Mark the words of the file with their language."""
        properties = self.document.styles["Normal"].element.get_or_add_rPr()
        for mark in properties.findall(self._qn("w:lang")):
            properties.remove(mark)
        self._put(properties, self.element("w:lang", val=self.language))

    @property
    def width(self) -> float:
        """How wide the text is, in millimetres."""
        section = self.document.sections[-1]
        inner = section.page_width - section.left_margin - section.right_margin
        return float(inner / self._shared.Mm(1))

    def element(self, tag: str, **values: str) -> Any:
        """Return an element of the format with its values."""
        element = self._oxml.OxmlElement(tag)
        for name, value in values.items():
            element.set(self._qn(f"w:{name}"), value)
        return element

    def _put(self, properties: Any, element: Any) -> None:
        """Set a property where its format wants it."""
        order = _ORDERS[properties.tag.partition("}")[2]]
        later = order[order.index(element.tag.partition("}")[2]) + 1 :]
        properties.insert_element_before(element, *(f"w:{tag}" for tag in later))

    def write(
        self,
        paragraph: Any,
        runs: Iterable[Run],
        *,
        size: float = 0,
        colour: str = "",
        slanted: bool = False,
        language: str = "",
    ) -> Any:
        """Add words to a paragraph."""
        for text, bold in runs:
            run = paragraph.add_run(text)
            run.bold = bold or None
            run.font.name = self.font or None
            run.italic = slanted or None
            if size:
                run.font.size = self._shared.Pt(size)
            if colour:
                run.font.color.rgb = self._shared.RGBColor.from_string(colour)
            if language and language != self.language:
                self._put(run._element.get_or_add_rPr(), self.element("w:lang", val=language))
        return paragraph

    def paragraph(
        self, place: Any, *, style: str = "", before: float = 0, after: float = 0
    ) -> Any:
        """Add a paragraph to a document, a cell, a header or a footer."""
        kept = style if style in self._styles else None  # a house's own file may have few
        paragraph = place.add_paragraph(style=kept)
        paragraph.paragraph_format.space_before = self._shared.Pt(before)
        paragraph.paragraph_format.space_after = self._shared.Pt(after)
        return paragraph

    def first(self, cell: Any) -> Any:
        """Return the paragraph that a fresh cell begins with."""
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = self._shared.Pt(0)
        return paragraph

    def centre(self, paragraph: Any) -> Any:
        """Set a paragraph in the middle."""
        paragraph.alignment = optional("docx.enum.text", "docx").WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def indent(self, paragraph: Any, left: float, first: float = 0) -> Any:
        """Move a paragraph to the right, and its first line further, in millimetres."""
        paragraph.paragraph_format.left_indent = self._shared.Mm(left)
        paragraph.paragraph_format.first_line_indent = self._shared.Mm(first)
        return paragraph

    def plain(self, paragraph: Any) -> Any:
        """Take the line from under a title, where the page is our own."""
        if self.own_page:
            for line in self.document.styles["Title"].element.iter(self._qn("w:pBdr")):
                line.getparent().remove(line)
        return paragraph

    def keep_with_next(self, paragraph: Any) -> Any:
        """Let no page end between a paragraph and what follows it."""
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def break_before(self, paragraph: Any) -> Any:
        """Let a paragraph begin a page."""
        paragraph.paragraph_format.page_break_before = True
        return paragraph

    def join(self, cells: Sequence[Any]) -> None:
        """Make one cell of several below each other."""
        cells[0].merge(cells[-1])

    def tight(self, paragraph: Any, points: float) -> None:
        """Make a paragraph exactly so high."""
        paragraph.paragraph_format.line_spacing = self._shared.Pt(points)

    def field(self, paragraph: Any, code: str, *, size: float = 0, colour: str = "") -> None:
        """Add a field, such as the number of the page, that Word fills in."""
        for kind in ("begin", "code", "separate", "text", "end"):
            run = self.write(paragraph, [("", False)], size=size, colour=colour).runs[-1]._element
            if kind == "code":
                text = self.element("w:instrText")
                text.text = f" {code} "
                run.append(text)
            elif kind == "text":
                text = self.element("w:t")
                text.text = "1"
                run.append(text)
            else:
                run.append(self.element("w:fldChar", fldCharType=kind))

    def _tab(self, paragraph: Any, at: float) -> None:
        """Set a stop at the right, in millimetres."""
        stops = paragraph.paragraph_format.tab_stops
        alignment = optional("docx.enum.text", "docx").WD_TAB_ALIGNMENT.RIGHT
        stops.add_tab_stop(self._shared.Mm(at), alignment)

    def table(self, place: Any, widths: Sequence[float], rows: int = 0) -> Any:
        """Add a table with columns of these widths, in millimetres, and nothing drawn."""
        inner = {} if place is self.document else {"width": self._shared.Mm(sum(widths))}
        table = place.add_table(rows, len(widths), **inner)
        table.autofit = False
        properties = table._tbl.tblPr
        margins = self.element("w:tblCellMar")
        for side in ("top", "left", "bottom", "right"):
            room = "28" if side in ("top", "bottom") else "57"
            margins.append(self.element(f"w:{side}", w=room, type="dxa"))
        self._put(properties, self.element("w:tblInd", w="57", type="dxa"))
        self._put(properties, margins)
        for column, wide in zip(table._tbl.tblGrid, widths, strict=True):
            column.set(self._qn("w:w"), str(round(wide * _TWIPS)))
        for row in table.rows:
            self._widen(row, widths)
        return table

    def row(self, table: Any, widths: Sequence[float], *, head: bool = False) -> Any:
        """Add a row that no page splits; a head is repeated on every page."""
        row = table.add_row()
        self._widen(row, widths)
        properties = row._tr.get_or_add_trPr()
        properties.append(self.element("w:cantSplit"))
        if head:
            properties.append(self.element("w:tblHeader"))
        return row

    def _widen(self, row: Any, widths: Sequence[float]) -> None:
        for cell, wide in zip(row.cells, widths, strict=True):
            cell.width = self._shared.Mm(wide)

    def shade(self, cell: Any, colour: str) -> None:
        """Fill a cell."""
        shading = self.element("w:shd", val="clear", color="auto", fill=colour)
        self._put(cell._tc.get_or_add_tcPr(), shading)

    def edges(self) -> tuple[Any, Any]:
        """Return lines above and below every page to write in, what a template has there kept.

        A tabulator sets what follows it to the right.
        """
        section, places = self.document.sections[-1], list[Any]()
        for edge in (section.header, section.footer):
            last = edge.paragraphs[-1]
            line = edge.add_paragraph() if last.text or not self.own_page else last
            line.style = self.document.styles["Normal"]
            self._tab(line, self.width)
            places.append(line)
        return places[0], places[1]

    def describe(self, table: Any, title: str, text: str) -> None:
        """Say what a table is, for who cannot see it."""
        properties = table._tbl.tblPr
        self._put(properties, self.element("w:tblCaption", val=title))
        self._put(properties, self.element("w:tblDescription", val=text))

    def lines(self, cell: Any, **sides: tuple[str, int]) -> None:
        """Draw sides of a cell: a colour, a width in eighths of a point."""
        borders = self.element("w:tcBorders")
        for side in ("top", "left", "bottom", "right"):
            if side in sides:
                colour, wide = sides[side]
                line = self.element(
                    f"w:{side}", val="single", sz=str(wide), space="0", color=colour
                )
                borders.append(line)
        self._put(cell._tc.get_or_add_tcPr(), borders)

    def box(self, run: Any, colour: str, *, filled: bool, square: bool) -> None:
        """Set a sign in a box: filled with a colour or drawn in it."""
        properties = run._element.get_or_add_rPr()
        if square:
            border = self.element("w:bdr", val="single", sz="12", space="0", color=colour)
            self._put(properties, border)
        fill = colour if filled else "auto"
        self._put(properties, self.element("w:shd", val="clear", color="auto", fill=fill))

    def packed(self, made: date) -> bytes:
        """Return the file, the same to the byte for the same words and day."""
        core, stamp = self.document.core_properties, datetime(made.year, made.month, made.day)  # noqa: DTZ001 the format has no zone
        core.created = core.modified = stamp
        core.last_modified_by, core.revision = core.author, 1
        stream = io.BytesIO()
        self.document.save(stream)
        return packed_anew(stream.getvalue())
