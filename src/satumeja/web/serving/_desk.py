"""What the server keeps for all calls, and ends when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from satumeja.web.cases import Cases
from satumeja.web.jobs import Jobs
from satumeja.web.papers import Tickets
from satumeja.web.serving._keys import Keys
from satumeja.web.serving._stream import Stream
from satumeja.web.shapes import JobShown, Session

__all__ = ["desk_of"]


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
    """
    stream = Stream()

    def tell(case: str, job: JobShown) -> None:
        stream.publish("job", job.model_dump(mode="json", exclude_none=True), case)

    jobs = Jobs(tell)
    unlisten = cases.listen(stream.happened)
    try:
        yield {
            "keys": keys,
            "session": session,
            "stream": stream,
            "jobs": jobs,
            "tickets": Tickets(),
        }
    finally:
        unlisten()
        jobs.close()
        stream.close()
