"""What the routes of a model do."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

from satumeja.errors import ModelError, OutputError, QuestionError
from satumeja.web.cases import (
    BusyError,
    Case,
    Edited,
    GoneError,
    Loaded,
    gone_words,
    put_back_words,
    step_words,
)
from satumeja.web.cases import Step as CaseStep
from satumeja.web.models._answers import answers
from satumeja.web.models._changed import changed
from satumeja.web.models._document import document, states_of
from satumeja.web.models._live import Live, live
from satumeja.web.models._order import order_of
from satumeja.web.models._parts import parts_of
from satumeja.web.models._why import reasons
from satumeja.web.routing import Call
from satumeja.web.shapes import (
    Answers,
    ModelDocument,
    Order,
    StateList,
    Why,
)
from satumeja.web.shapes import Edited as EditedShape

__all__ = [
    "draw_anew",
    "edited_shape",
    "show_answers",
    "show_document",
    "show_order",
    "show_states",
    "show_why",
    "take_edit",
    "take_redo",
    "take_undo",
]


def _shown(call: Call) -> tuple[Case, Loaded, Live]:
    """Give the file as it is now, or was last, and the last sound version of it."""
    case, name = call.case, call.names["file"]
    try:
        now = case.read(name)
        # What another program did is a step from now on, so that it can be undone.
        with suppress(OutputError, BusyError):
            case.notice(name)
    except GoneError:
        last = case.last_kept(name)
        if last is None:
            raise
        now = last
    sound = now if now.model is not None else case.sound(name)
    if sound is None:
        now.sound()  # says what is wrong
        raise GoneError(f"{name} is not in the folder any more")
    return case, now, live(case, sound)


def show_document(call: Call) -> ModelDocument:
    """Show a model; where its file is broken, as it was last, with what is wrong now."""
    case, now, shown = _shown(call)
    page = _document(case, shown, now, call.language)
    now.keep(_page_key(call), page)
    shown.remember()
    return page


def _page_key(call: Call) -> str:
    return f"page in {call.language}"


def _parts(call: Call, before: Loaded, page: ModelDocument) -> dict[str, Any] | None:
    """Give what of a document is otherwise than before; None where all is to be sent."""
    if before.model is None:
        return None
    shown = Live(call.case, before)
    make = partial(_document, call.case, shown, before, call.language)
    return parts_of(before.derived(_page_key(call), make), page)


def draw_anew(call: Call) -> ModelDocument:
    """Choose and place the states of the graph anew."""
    case, now, shown = _shown(call)
    shown.draw_anew()
    return _document(case, shown, now, call.language)


def _document(case: Case, shown: Live, now: Loaded, language: str) -> ModelDocument:
    sound, trail = shown.loaded, case.trail(now.name)
    gone = not now.path.exists()
    page = document(
        shown.analysis,
        language,
        file=now.name,
        version=now.version,
        text=sound.text if sound.is_editable else "",
        editable=now.is_editable and not now.faults and not case.read_only and not gone,
        places=shown.places,
        archive=shown.archive,
    )
    faults = [
        {
            "message": fault.message,
            "line": fault.line,
            "column": fault.column,
            "path": list(fault.path),
        }
        for fault in now.faults
    ]
    if gone:
        message = gone_words(now.name, language)
        faults = [{"message": message, "line": 0, "column": 0, "path": []}]
    return page.model_copy(
        update={
            "faults": tuple(faults),
            "can_undo": not case.read_only and (gone or trail.undo is not None),
            "can_redo": not case.read_only and not gone and trail.redo is not None,
            "undo_words": put_back_words(language) if gone else _words(trail.undo, language),
            "redo_words": _words(trail.redo, language),
        }
    )


def _words(step: CaseStep | None, language: str) -> str:
    return step_words(step, language) if step is not None else ""


def show_answers(call: Call) -> Answers:
    """Say what follows from a model."""
    _, _, shown = _shown(call)
    return answers(shown.analysis, call.language, shown.places)


def show_why(call: Call) -> Why:
    """Say why a state holds or does not."""
    _, _, shown = _shown(call)
    query = call.query
    return reasons(shown.analysis, query.state, query.concept, call.language, shown.archive)


def show_order(call: Call) -> Order:
    """Say how somebody orders the states."""
    _, _, shown = _shown(call)
    return order_of(shown.analysis, call.query.dm, call.language)


def show_states(call: Call) -> StateList:
    """Name some states in words, where they are too many for the document."""
    _, _, shown = _shown(call)
    query = call.query
    if query.first < 1 or not 1 <= query.count <= _MOST:
        raise QuestionError(f"states are asked for from 1 on, and up to {_MOST} at once")
    return states_of(shown.analysis, call.language, shown.places, query.first, query.count)


_MOST = 1000


def take_edit(call: Call) -> EditedShape:
    """Change a model, or say what would follow if it were changed."""
    body, case, file = call.body, call.case, call.names["file"]
    edited = case.edit(file, body.base, body.ops, dry=True)
    # What cannot be decided while a page waits is refused before it is written; what can is
    # decided once, for the version is the same.
    _ = Live(case, edited.after, edited.before).analysis
    if not body.dry:
        edited = case.edit(file, body.base, body.ops)
    return edited_shape(call, edited, dry=body.dry, in_parts=body.parts)


def take_undo(call: Call) -> EditedShape:
    """Take the last step back."""
    edited = call.case.undo(call.names["file"], call.body.base)
    return edited_shape(call, edited, in_parts=call.body.parts)


def take_redo(call: Call) -> EditedShape:
    """Do again what was taken back last."""
    edited = call.case.redo(call.names["file"], call.body.base)
    return edited_shape(call, edited, in_parts=call.body.parts)


def edited_shape(
    call: Call, edited: Edited, *, dry: bool = False, in_parts: bool = False
) -> EditedShape:
    """Say what a change of a model did to the answers.

    Notes
    -----
    A step can lead back to a text that is not sound, as another program left it; the answers
    are then those of the last sound one, and the document says what is wrong.
    """
    case, after = call.case, edited.after
    sound = after if after.model is not None else case.sound(after.name)
    if sound is None:
        raise ModelError(after.faults)
    broken = edited.before.model is None
    before = case.sound(after.name) if broken else edited.before
    shown = Live(case, sound, before)
    page = parts = None
    if not dry:
        page = _document(case, shown, after, call.language)
        parts = _parts(call, edited.before, page) if in_parts and sound is after else None
        after.keep(_page_key(call), page)
        shown.remember()
    old = Live(case, before).analysis if before is not None else shown.analysis
    return EditedShape(
        version=after.version,
        document=page if parts is None else None,
        parts=parts,
        base=edited.before.version,
        answers=answers(shown.analysis, call.language, shown.places),
        change=changed(old, shown.analysis, call.language),
        step=edited.step.id if edited.step else None,
    )
