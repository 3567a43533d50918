"""What deserves a second look in the evidence of a model, and what it says, for `check`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from satumeja.evidence._naming import unnamed
from satumeja.files import beside
from satumeja.formats import CitedContents
from satumeja.formats.words import remark
from satumeja.messages import LANGUAGES
from satumeja.model import Model, Reference, Source, Text, references

if TYPE_CHECKING:
    from satumeja.evidence._archive import Archive
    from satumeja.evidence._cite import Rewritten
    from satumeja.evidence._passage import Passage

__all__ = ["contents", "left_in_words", "remarks"]


def contents(archive: Archive) -> tuple[CitedContents, ...]:
    """Say what a model cites of dossier files, as `satumeja.formats.describe` lists it.

    Parameters
    ----------
    archive : Archive
        The sources of the model.
    """
    return tuple(map(_listed, archive.kept()))


def _listed(passage: Passage) -> CitedContents:
    name = Text({language: passage.called(language) for language in LANGUAGES})
    data: dict[str, Any] = passage.to_json() | {"name": name if name else None}
    return CitedContents(**data)


def remarks(archive: Archive) -> tuple[Text, ...]:
    """Say which references of a model lead nowhere, elsewhere, or to what was rejected.

    Parameters
    ----------
    archive : Archive
        The sources of the model.

    Returns
    -------
    tuple of Text
        A line each, in the order of the sources.

    Notes
    -----
    Of a single report its JSON document is looked into where the source names one. The report
    itself is read for references with a fingerprint alone, which ask for it.
    """
    model = archive.model
    named = {source.id: source for source in model.sources}
    cited: dict[str, list[Reference]] = {}
    for text in references(model):
        reference = Reference.read(text, named)
        cited.setdefault(reference.source, []).append(reference)
    passages: dict[str, list[Passage]] = {}
    for passage in archive.kept():
        passages.setdefault(passage.reference.source, []).append(passage)
    lines: list[Text] = []
    for source in model.sources:
        if source.id in passages:
            lines += dict.fromkeys(_of_kept(passages[source.id], source))
        loose = [r for r in cited.get(source.id, ()) if not r.kept]
        lines += _of_document(model, source, [r for r in loose if not r.fingerprint])
        lines += _of_report(archive, source, [r for r in loose if r.fingerprint])
    for maker, statement in unnamed(archive):
        lines.append(remark("warning.unnamed", text=statement.text, dm=maker))
    return tuple(lines)


def left_in_words(renewed: Rewritten) -> tuple[Text, ...]:
    """Say of each reference that `cite` left alone why it did.

    Parameters
    ----------
    renewed : Rewritten
        From `cite`.
    """
    lines = list[Text]()
    for passage in renewed.left:
        remarked = _of_kept([passage], passage.source) if passage.source else ()
        lines += tuple(remarked) or (remark("warning.left", reference=str(passage.reference)),)
    return tuple(dict.fromkeys(lines))


def _of_kept(passages: list[Passage], source: Source) -> Iterator[Text]:
    for passage in passages:
        blanks = {"reference": str(passage.reference), "dossier": source.dossier}
        if passage.missing == "unusable_dossier":
            yield remark("warning.unusable", **blanks, source=source.id, detail=passage.detail)
        elif passage.missing in ("no_item", "no_kept_report"):
            yield remark("warning.evidence", **blanks)
        elif passage.missing in ("lost", "which_report", "one_report"):
            yield remark(f"warning.{passage.missing}", **blanks)
        elif passage.rejected:
            yield _rejected(passage, blanks)
        elif passage.retired:
            yield remark("warning.retired", **blanks)
        elif passage.now is not None and passage.reference.kept:
            yield remark("warning.moved", **blanks, now=passage.now.plain)


def _rejected(passage: Passage, blanks: dict[str, str]) -> Text:
    review = passage.review
    assert review is not None  # noqa: S101 what was rejected was reviewed
    when = {"who": review.who, "day": review.at[:10], "note": review.note}
    return remark(
        "warning.rejected_because" if review.note else "warning.rejected", **blanks, **when
    )


def _of_report(archive: Archive, source: Source, cited: list[Reference]) -> Iterator[Text]:
    """Tell of words of a single report that are lost, or stand elsewhere."""
    for reference in cited:
        passage, name = archive.find(str(reference)), source.dossier or source.report
        if archive.leads_to_dossier(str(reference)):
            continue
        if passage.missing == "lost":
            yield remark("warning.lost", reference=str(reference), dossier=name)
        elif passage.now is not None:
            yield remark("warning.moved", reference=str(reference), now=passage.now.plain)


def _of_document(model: Model, source: Source, cited: list[Reference]) -> Iterator[Text]:
    """Tell of references to what the JSON document of a report does not have."""
    anchors = {reference.item for reference in cited if reference.item}
    listed = _ids(beside(source.dossier, model.origin)) if source.dossier else None
    if listed is None:
        return
    for anchor in sorted(anchors - listed):
        yield remark("warning.evidence", reference=f"{source.id}#{anchor}", dossier=source.dossier)


def _ids(path: Path) -> set[str] | None:
    """Give the ids of the JSON document of a report; None where it cannot be looked into."""
    try:
        document = json.loads(path.read_bytes())
        return {str(part["id"]) for part in (*document["statements"], *document["acts"])}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
