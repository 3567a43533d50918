"""Every paper there is: brief, dossier, figures, tables, and models in other formats."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from satumeja import brief, exports, formats, stability
from satumeja.clock import today
from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.stability import Analysis
from satumeja.web.cases import Case, Loaded, safe_name
from satumeja.web.jobs import Jobs, Task
from satumeja.web.once import once
from satumeja.web.papers._tickets import Handed
from satumeja.web.shapes import TicketBody

__all__ = ["Wanted", "brief_page", "made"]

_EXPORTED = tuple(suffix.lstrip(".") for suffix in exports.EXPORTS)


@dataclass(frozen=True)
class Wanted:
    """A paper that is wanted: what, of which file of which case."""

    body: TicketBody
    case: Case
    jobs: Jobs

    @once
    def loaded(self) -> Loaded:
        """The file of the model."""
        return self.case.read(self.body.file)

    @property
    def model(self) -> Model:
        """The model."""
        return self.loaded.sound()

    @once
    def analysis(self) -> Analysis:
        """Its analysis, with listed states."""
        return self.loaded.derived("analysis of five", lambda: stability.analyse(self.model))

    @property
    def stem(self) -> str:
        """What its files are called, before the ending."""
        return Path(self.body.file).stem


def made(wanted: Wanted) -> Handed:
    """Make a paper.

    Raises
    ------
    QuestionError
        If it is not made as that kind of file.
    SatuMejaError
        If it cannot be made, with the reason.
    """
    name, content = _MAKERS[wanted.body.what](wanted)
    return Handed(safe_name(name), content, shown=not wanted.body.download)


def brief_page(wanted: Wanted) -> str:
    """Write the brief as a page, of the model and the dossier as they are now."""
    body = wanted.body
    listed = stability.choose_engine(wanted.model).engine == "explicit"
    return brief.render(
        wanted.model, wanted.analysis if listed else None, language=body.lang,
        form=body.form, mark=body.mark, author=body.author, made=today(),
    )  # fmt: skip


def _brief(wanted: Wanted) -> tuple[str, bytes]:
    body = wanted.body
    name = f"{wanted.stem}-{today()}.{body.kind}"
    if body.kind == "html":
        return name, brief_page(wanted).encode()
    if body.kind not in ("pdf", "docx"):
        raise QuestionError("a brief is made as html, pdf or docx")
    wanted.model  # noqa: B018 what is not sound is refused here, with its faults
    case, version = wanted.case, wanted.loaded.version
    task = Task(
        body.kind, case.folder.name, case.folder, body.file, version, body.lang,
        form=body.form, mark=body.mark, author=body.author,
    )  # fmt: skip
    content: bytes = wanted.jobs.finish(task)["content"]
    return name, content


def _dossier(wanted: Wanted) -> tuple[str, bytes]:
    from satumeja import dossier

    path = wanted.case.dossier()
    if path is None:
        raise QuestionError("the case has no dossier yet: drop a report first")
    with dossier.DossierFile(path) as file:
        page = brief.dossier_page(dossier.whole(file), wanted.body.lang)
    return f"{path.stem}-{today()}.html", page.encode()


def _figure(wanted: Wanted) -> tuple[str, bytes]:
    body = wanted.body
    figure = brief.field_figure(
        wanted.model, body.name, dm=body.dm, table=body.table, state=body.state,
        language=body.lang,
    )  # fmt: skip
    name = f"{wanted.stem}-{body.name}.{body.kind}"
    return name, _written(name, lambda path: brief.write_figure(figure, path, body.lang))


def _tables(wanted: Wanted) -> tuple[str, bytes]:
    body = wanted.body
    kinds = [body.name] if body.name else []
    tables = brief.field_tables(wanted.analysis, kinds, language=body.lang)
    title = wanted.model.title.in_language(body.lang)
    several = sum(map(len, tables.values())) > 1
    stem = f"{wanted.stem}-{body.name or 'tables'}"
    if body.kind in ("csv", "zip") and several:
        return f"{stem}.zip", _zipped(lambda path: brief.write_tables(tables, path, title))
    name = f"{stem}.{body.kind}"
    return name, _written(name, lambda path: brief.write_tables(tables, path, title))


def _model(wanted: Wanted) -> tuple[str, bytes]:
    body = wanted.body
    name = f"{wanted.stem}.{body.kind}"
    if body.kind == "zip":
        return name, _zipped(lambda path: formats.save(wanted.model, path))
    return name, _written(name, lambda path: formats.save(wanted.model, path))


def _graph(wanted: Wanted) -> tuple[str, bytes]:
    body = wanted.body
    if body.kind not in _EXPORTED:
        raise QuestionError(f"a graph is made as {', '.join(_EXPORTED)}")
    name = f"{wanted.stem}.{body.kind}"
    return name, _written(
        name, lambda path: exports.write(wanted.analysis, path, language=body.lang)
    )


def _answers(wanted: Wanted) -> tuple[str, bytes]:
    import json

    choice = stability.choose_engine(wanted.model)
    result = stability.decide_with(choice, wanted.model, list(stability.CONCEPTS))
    data = result.to_json() | {"engine_reason": choice.reason}
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return f"{wanted.stem}-answers.json", text.encode()


def _written(name: str, write: Callable[[Path], object]) -> bytes:
    """Write to a file of its own, and give what is in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)
        return path.read_bytes()


def _zipped(write: Callable[[Path], object]) -> bytes:
    """Write a folder of files, and give them in one; the same files are the same bytes."""
    packed = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(packed, "w") as archive:
        place = Path(folder) / "files"
        write(place)
        for path in sorted(place.iterdir()):
            entry = zipfile.ZipInfo(path.name)
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


_MAKERS: Mapping[str, Callable[[Wanted], tuple[str, bytes]]] = {
    "brief": _brief,
    "dossier": _dossier,
    "figure": _figure,
    "tables": _tables,
    "model": _model,
    "graph": _graph,
    "answers": _answers,
}
