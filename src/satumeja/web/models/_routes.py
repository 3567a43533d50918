"""The routes of this room."""

from __future__ import annotations

from satumeja.web.models import _handlers as handlers
from satumeja.web.models import _history as history
from satumeja.web.models._editing_routes import EDITING
from satumeja.web.models._readings import make_reading
from satumeja.web.routing import Route
from satumeja.web.shapes import (
    Answers,
    AsItWas,
    EditBody,
    Edited,
    Empty,
    HistoryQuery,
    ModelDocument,
    Order,
    OrderQuery,
    ReadingBody,
    ReadingMade,
    StateList,
    StatesQuery,
    Steps,
    UndoBody,
    Why,
    WhyQuery,
)

__all__ = ["ROUTES"]

_MODEL = "/c/{case}/models/{file}"
_WRITES = (409, 423)

ROUTES: tuple[Route, ...] = (
    Route(
        "GET", _MODEL, handlers.show_document, ModelDocument, "A model, as its screen shows it."
    ),
    Route(
        "POST",
        f"{_MODEL}/drawing",
        handlers.draw_anew,
        ModelDocument,
        "Choose and place the states of the graph anew.",
        body=Empty,
    ),
    Route("GET", f"{_MODEL}/answers", handlers.show_answers, Answers, "What follows from it."),
    Route(
        "GET",
        f"{_MODEL}/why",
        handlers.show_why,
        Why,
        "Why a state holds or does not.",
        query=WhyQuery,
    ),
    Route(
        "GET",
        f"{_MODEL}/order",
        handlers.show_order,
        Order,
        "How somebody orders the states.",
        query=OrderQuery,
    ),
    Route(
        "GET",
        f"{_MODEL}/states",
        handlers.show_states,
        StateList,
        "Some states in words.",
        query=StatesQuery,
    ),
    Route(
        "POST",
        f"{_MODEL}/edits",
        handlers.take_edit,
        Edited,
        "Change it; dry: say what would follow.",
        body=EditBody,
        refuses=_WRITES,
        writes=True,
    ),
    Route(
        "POST",
        f"{_MODEL}/undo",
        handlers.take_undo,
        Edited,
        "Take the last step back.",
        body=UndoBody,
        refuses=_WRITES,
        writes=True,
    ),
    Route(
        "POST",
        f"{_MODEL}/redo",
        handlers.take_redo,
        Edited,
        "Do again what was taken back.",
        body=UndoBody,
        refuses=_WRITES,
        writes=True,
    ),
    Route(
        "GET",
        f"{_MODEL}/history",
        history.show_history,
        Steps,
        "The steps, newest first.",
        query=HistoryQuery,
    ),
    Route(
        "GET",
        f"{_MODEL}/history/{{step}}",
        history.show_as_it_was,
        AsItWas,
        "The model as it was after a step.",
    ),
    Route(
        "POST",
        f"{_MODEL}/history/{{step}}/back",
        history.go_back,
        Edited,
        "Go back to what it was after a step.",
        body=UndoBody,
        refuses=_WRITES,
        writes=True,
    ),
    Route(
        "POST",
        f"{_MODEL}/readings",
        make_reading,
        ReadingMade,
        "Copy it as a reading of the same conflict, into a new file.",
        body=ReadingBody,
        refuses=_WRITES,
        writes=True,
    ),
    *EDITING,
)
