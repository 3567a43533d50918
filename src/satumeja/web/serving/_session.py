"""The way in: a code for the token, and a fresh code for who has the key."""

from __future__ import annotations

from satumeja.web.routing import Call, RefusedError, Route
from satumeja.web.serving._addresses import CODES, SESSION
from satumeja.web.shapes import Empty, Session, SessionCode
from satumeja.web.shelf import settings

__all__ = ["ROUTES"]


def begin(call: Call) -> Session:
    """Give the token for a code that was not used."""
    body: SessionCode = call.body
    if not call.desk["keys"].take(body.code):
        raise RefusedError(
            "no_token", "this address was used, or is too old; open Satu Meja again for a new one"
        )
    session: Session = call.desk["session"]
    return session.model_copy(update={"settings": settings()})


def new_code(call: Call) -> SessionCode:
    """Give a fresh code; the guard has seen the key."""
    return SessionCode(code=call.desk["keys"].code())


ROUTES: tuple[Route, ...] = (
    Route("POST", SESSION, begin, Session, "Take a code for the token.", body=SessionCode),
    Route("POST", CODES, new_code, SessionCode, "Make a code, for the key.", body=Empty),
)
