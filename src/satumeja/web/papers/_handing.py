"""Handlers of papers: a ticket for one, a brief written into the case, and jobs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

from satumeja.clock import today
from satumeja.errors import OutputError
from satumeja.files import write_whole
from satumeja.web.cases import free_name
from satumeja.web.jobs import Jobs, JobsBusyError, Task
from satumeja.web.papers._making import Wanted, brief_page, made
from satumeja.web.papers._tickets import Tickets
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import (
    JobBody,
    JobList,
    JobShown,
    Saved,
    TicketBody,
    TicketGiven,
)

__all__ = ["begin", "end", "give", "job", "jobs", "save"]

_ONLY_SEEN = "this case is only looked at; to write, open it without --read-only"
_BRIEFS = "briefs"


def _jobs(call: Call) -> Jobs:
    return cast("Jobs", call.desk["jobs"])


def give(call: Call) -> TicketGiven:
    """Make a paper, and give the ticket that opens it once."""
    body = cast("TicketBody", call.body)
    wanted = Wanted(body, call.case, _jobs(call))
    try:
        paper = made(wanted)
    except JobsBusyError as error:
        raise RefusedError("busy", str(error)) from None
    tickets = cast("Tickets", call.desk["tickets"])
    return TicketGiven(
        ticket=tickets.give(paper),
        name=paper.name,
        version=wanted.loaded.version if body.file else "",
        made=datetime.now(UTC).astimezone().isoformat(timespec="minutes"),
    )


def save(call: Call) -> Saved:
    """Write the brief of now into the case, whole or not at all, over nothing."""
    body = cast("TicketBody", call.body)
    if call.cases.read_only or call.case.read_only:
        raise RefusedError("read_only", _ONLY_SEEN)
    wanted = Wanted(body, call.case, _jobs(call))
    page, folder = brief_page(wanted), call.case.folder / _BRIEFS
    if folder.is_symlink():
        raise RefusedError("bad_request", f"{_BRIEFS} is a link, and links are not followed")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"{_BRIEFS}: {error.strerror}") from None
    name = free_name(folder, f"{wanted.stem}-{today()}.html")
    write_whole(folder / name, page, sync=True, new=True)
    return Saved(name=f"{_BRIEFS}/{name}")


def begin(call: Call) -> JobShown:
    """Begin a job."""
    body = cast("JobBody", call.body)
    case = call.case
    loaded = case.read(body.file)
    loaded.sound()
    task = Task(
        body.kind, call.names["case"], case.folder, body.file, loaded.version, body.lang,
        body.options,
    )  # fmt: skip
    try:
        return _jobs(call).begin(task)
    except JobsBusyError as error:
        raise RefusedError("busy", str(error)) from None


def job(call: Call) -> JobShown:
    """Show how far a job is, and what it gave."""
    return _known(_jobs(call).shown(call.names["case"], call.names["job"]))


def jobs(call: Call) -> JobList:
    """List the jobs of a case."""
    return JobList(jobs=_jobs(call).listed(call.names["case"]))


def end(call: Call) -> JobShown:
    """Stop a job."""
    return _known(_jobs(call).stop(call.names["case"], call.names["job"]))


def _known(shown: JobShown | None) -> JobShown:
    if shown is None:
        raise RefusedError("not_found", "there is no such job, or what it gave is kept no longer")
    return shown
