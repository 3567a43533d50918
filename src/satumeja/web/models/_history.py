"""What the routes of a model's history do."""

from __future__ import annotations

from satumeja.errors import ModelError, QuestionError
from satumeja.web.cases import Loaded, step_words
from satumeja.web.cases import Step as CaseStep
from satumeja.web.models._answers import answers
from satumeja.web.models._document import document
from satumeja.web.models._handlers import edited_shape
from satumeja.web.models._live import Live
from satumeja.web.routing import Call
from satumeja.web.shapes import AsItWas, Edited, FaultShape, Step, Steps

__all__ = ["go_back", "show_as_it_was", "show_history"]

_MOST = 50


def show_history(call: Call) -> Steps:
    """List the steps of a model, the newest first."""
    case, name = call.case, call.names["file"]
    steps = case.steps(name, before=call.query.before, limit=_MOST + 1)
    return Steps(
        steps=[_step(step, call.language) for step in steps[:_MOST]],
        more=len(steps) > _MOST,
        gone=not case.path(name).exists(),
    )


def _step(step: CaseStep, language: str) -> Step:
    return Step(
        id=step.id,
        when=step.at,
        who=step.who,
        kind=step.kind,
        words=step_words(step, language),
        version=step.after,
        first=step.before is None,
    )


def show_as_it_was(call: Call) -> AsItWas:
    """Show a model as it was after a step; nothing is changed."""
    case, name, number = call.case, call.names["file"], _number(call)
    loaded = case.as_it_was(name, number)
    step = case.history.step(number)
    if step is None:  # somebody deleted the history a moment ago
        raise QuestionError(f"{name} has no step {number}")
    shape = AsItWas(step=_step(step, call.language), text=_text(loaded))
    if loaded.model is None:
        faults = tuple(
            FaultShape(
                message=fault.message, line=fault.line, column=fault.column, path=fault.path
            )
            for fault in loaded.faults
        )
        return shape.model_copy(update={"faults": faults})
    shown = Live(case, loaded, case.sound(name))
    page = document(
        shown.analysis,
        call.language,
        file=name,
        version=loaded.version,
        text=loaded.text,
        editable=False,
        places=shown.places,
        archive=shown.archive,
    )
    follows = answers(shown.analysis, call.language, shown.places)
    return shape.model_copy(update={"document": page, "answers": follows})


def go_back(call: Call) -> Edited:
    """Make a model what it was after a step, which is itself a step."""
    name, base = call.names["file"], call.body.base
    return edited_shape(call, call.case.go_back_to(name, _number(call), base))


def _number(call: Call) -> int:
    written = call.names["step"]
    if not written.isdecimal() or len(written) > _DIGITS:
        raise QuestionError(f'"{written[:40]}" is no number of a step')
    return int(written)


_DIGITS = 15


def _text(loaded: Loaded) -> str:
    try:
        return loaded.text
    except ModelError:
        return ""
