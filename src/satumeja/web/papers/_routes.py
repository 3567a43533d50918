"""The routes of this room."""

from __future__ import annotations

from satumeja.web.papers._commands import commands
from satumeja.web.papers._handing import begin, end, give, job, jobs, save
from satumeja.web.papers._taking import take_model
from satumeja.web.routing import Route
from satumeja.web.shapes import (
    CommandList,
    CommandsQuery,
    JobBody,
    JobList,
    JobShown,
    Saved,
    TicketBody,
    TicketGiven,
)

__all__ = ["ROUTES"]

_LARGEST = 10_000_000

ROUTES: tuple[Route, ...] = (
    Route(
        "POST", "/c/{case}/tickets", give, TicketGiven,
        "Make a paper, and give the ticket that opens it once at /t/TICKET.", body=TicketBody,
    ),
    Route(
        "POST", "/c/{case}/briefs", save, Saved, "Write the brief of now into the case.",
        body=TicketBody, refuses=(423,), writes=True,
    ),
    Route(
        "POST", "/c/{case}/files", take_model, Saved,
        "Take a model of another program into the case, as YAML.",
        takes_bytes=_LARGEST, refuses=(423,), writes=True,
    ),
    Route("POST", "/c/{case}/jobs", begin, JobShown, "Begin a job.", body=JobBody),
    Route("GET", "/c/{case}/jobs", jobs, JobList, "List the jobs of a case."),
    Route("GET", "/c/{case}/jobs/{job}", job, JobShown, "How far a job is, and what it gave."),
    Route("DELETE", "/c/{case}/jobs/{job}", end, JobShown, "Stop a job."),
    Route(
        "GET", "/c/{case}/commands", commands, CommandList,
        "Everything the program can do, and where.", query=CommandsQuery,
    ),
)  # fmt: skip
