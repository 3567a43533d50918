"""What the server keeps for all calls, and ends when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from satumeja.web.cases import Cases
from satumeja.web.serving._keys import Keys
from satumeja.web.serving._stream import Stream
from satumeja.web.shapes import JobShown, Session

__all__ = ["desk_of", "furnish"]


@contextmanager
def desk_of(cases: Cases, keys: Keys, session: Session) -> Iterator[dict[str, Any]]:
    """Give the desk; at the end jobs are stopped, and pages told goodbye.

    Parameters
    ----------
    cases : Cases
        What happens to them is told in the stream.
    keys : Keys
        What opens the app.
    session : Session
        What a page gets for a code.

    Notes
    -----
    It has what the page needs to begin; `furnish` adds the rest.
    """
    stream = Stream()
    desk: dict[str, Any] = {"keys": keys, "session": session, "stream": stream}
    unlisten = cases.listen(stream.happened)
    try:
        yield desk
    finally:
        unlisten()
        if "jobs" in desk:
            desk["jobs"].close()
        stream.close()


def furnish(desk: dict[str, Any]) -> None:
    """Add jobs, tickets and what an answer may take, which are long to load."""
    from satumeja.stability import Limits, taking_at_most
    from satumeja.web.jobs import Jobs
    from satumeja.web.papers import Tickets

    def tell(case: str, job: JobShown) -> None:
        desk["stream"].publish("job", job.model_dump(mode="json", exclude_none=True), case)

    # One step on larger diagrams would keep all other answers waiting.
    waited_for = Limits(memory=256 << 20, nodes=1_000_000, seconds=2.0)
    desk["within"] = partial(taking_at_most, waited_for)
    desk["tickets"], desk["jobs"] = Tickets(), Jobs(tell)
