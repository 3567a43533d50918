"""Deciding a plan: here, on any executor, and from where it was left."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import Executor
from contextlib import ExitStack, closing

import numpy as np

from satumeja.display import visible
from satumeja.errors import QuestionError, SatuMejaError
from satumeja.questions.sweeps._carried import Carried
from satumeja.questions.sweeps._decide import decided
from satumeja.questions.sweeps._kept import Kept
from satumeja.questions.sweeps._plan import Counts, Part, Plan
from satumeja.questions.sweeps._progress import Progress, progress_of
from satumeja.questions.sweeps._result import SweepResult
from satumeja.stability.explicit import BATCH_CONCEPTS, ProfileEngine

__all__ = ["SweepError", "sweep"]

_SHOWN = 5  # failures told in full


class SweepError(SatuMejaError):
    """Part of a sweep could not be decided; the message names the profiles and why.

    See Also
    --------
    sweep : Raises it.
    """

    def __str__(self) -> str:
        return visible(Exception.__str__(self), spared="\n")  # a line for each chunk


def sweep(
    plan: Plan,
    executor: Executor | None = None,
    store: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
    *,
    concepts: str | Iterable[str] = BATCH_CONCEPTS,
) -> SweepResult:
    """Count in how many profiles or scenarios of a plan each state is an equilibrium.

    Parameters
    ----------
    plan : Plan
        From `random_profiles`, `every_ranking`, `statement_orders` or `scenarios`.
    executor : concurrent.futures.Executor, optional
        Who decides: threads, processes, a Dask cluster. The caller makes and closes it.
        Without one, this process does.
    store : path, optional
        A file that keeps each chunk's result as soon as it is there. Sweeping again with
        the same file goes on from what it has; it serves any number of plans.
    progress : callable, optional
        Called in this thread with the number of profiles done, and of all. Without one,
        there is a bar where stderr is a terminal, and nothing elsewhere.
    concepts : str or iterable of str
        Of nash, gmr, smr, seq and sseq; all of them by default. Concepts of one's own (see
        `satumeja.concept`) may be among them, and are decided profile by profile.

    Returns
    -------
    SweepResult
        The same, to the last byte, whoever decided and however often it was broken off.

    Raises
    ------
    QuestionError
        If a concept is neither one of the five nor one of one's own, or one of one's own is
        asked for with a store, which cannot know whether its definition has changed.
    InputError
        If the store is another file, or damaged, or of a newer version.
    OutputError
        If the store cannot be opened or written.
    SweepError
        If chunks could not be decided; without a store at the first, with one after the
        others are decided and kept.

    See Also
    --------
    random_profiles : Makes a plan of preferences drawn at random.
    every_ranking : Makes one of all rankings of one decision maker.
    statement_orders : Makes one of the orders of its statements.
    scenarios : Makes one of variants of a conflict.
    workers : Starts processes that decide.

    Notes
    -----
    Results are kept under the SHA-256 of the model's content (`model_digest`), the
    version of this package, what the chunk is, and the concepts.

    Another process looks a concept of one's own up where it was defined: a function at the top
    of a module, or of a script, that the process can import. Where it cannot, the `SweepError`
    names the concept. Threads, and processes that were forked, know it already.

    Examples
    --------
    Of Syria's 720 strict rankings, those that make state 2 an equilibrium:

    >>> from satumeja.gallery import load
    >>> from satumeja.questions import every_ranking
    >>> result = sweep(every_ranking(load("syria-iraq"), "syria"))
    >>> {concept: int(counts[1]) for concept, counts in result.counts.items()}
    {'nash': 240, 'gmr': 384, 'smr': 300, 'seq': 384, 'sseq': 300}
    """
    carried = _carried(concepts, store=store is not None)
    chosen = carried.ids
    total = np.zeros((len(chosen), len(plan.states)), dtype=np.int64)
    failures: list[tuple[Part, Exception]] = []
    with ExitStack() as stack:
        stack.callback(ProfileEngine.forget)
        kept = None if store is None else stack.enter_context(closing(Kept(store, plan, chosen)))
        todo = plan.parts() if kept is None else _not_kept(kept, plan, total)
        count = 0 if kept is None else plan.profiles - sum(part.size for part in todo)
        tell = stack.enter_context(progress_of(progress, count, plan.profiles))
        for part, outcome in stack.enter_context(closing(decided(plan, todo, carried, executor))):
            if isinstance(outcome, Exception):
                failures.append((part, outcome))
                if kept is None:
                    break
                continue
            if kept is not None:
                kept.put(part, outcome)
            total += outcome
            count += part.size
            tell(count, plan.profiles)
    if failures:
        raise _failed(failures, store) from failures[0][1]
    return SweepResult(plan, dict(zip(chosen, total, strict=True)))


def _carried(concepts: str | Iterable[str], *, store: bool) -> Carried:
    carried = Carried.of(concepts)
    if not carried.ids:
        raise QuestionError("name a concept to be decided")
    if store and carried.homes:
        raise QuestionError(
            f'"{carried.homes[0].concept}" is defined outside this package, and a store could '
            "not tell its results from those of an earlier definition; sweep without a store"
        )
    return carried


def _not_kept(kept: Kept, plan: Plan, total: Counts) -> list[Part]:
    """Add what is kept to the total, and list the parts that are not."""
    missing = []
    for part in plan.parts():
        counts = kept.get(part)
        if counts is None:
            missing.append(part)
        else:
            total += counts
    return missing


def _failed(
    failures: list[tuple[Part, Exception]], store: str | os.PathLike[str] | None
) -> SweepError:
    lines = [f"{part} could not be decided: {_reason(error)}" for part, error in failures[:_SHOWN]]
    if len(failures) > _SHOWN:
        lines.append(f"and {len(failures) - _SHOWN:,} more chunks")
    if store is not None:
        lines.append(f"what was decided is kept in {os.fspath(store)}; sweep again to go on")
    return SweepError("\n".join(lines))


def _reason(error: Exception) -> str:
    """Say in one line why a chunk failed."""
    text = " ".join(str(error).split())
    if isinstance(error, SatuMejaError):
        return text
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
