"""The command that sets what happened beside what holds: backtest, with freeze and score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from satumeja.cli._common import console, load, names, print_json, progress_bar, tell
from satumeja.cli._options import (
    ALL,
    AsJson,
    Concepts,
    In,
    Language,
    OutIfAny,
    Seed,
    UsageError,
    only,
)
from satumeja.clock import now
from satumeja.release import VERSION

if TYPE_CHECKING:
    from satumeja.gallery import Outcome
    from satumeja.model import Model
    from satumeja.questions import Backtest, Case
    from satumeja.questions.backtest import Source

__all__ = ["backtest"]

_FREEZE, _SCORE = "freeze", "score"
_TEXTS = (".yaml", ".yml", ".json")


def backtest(
    cases: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CASE...",
            help="Names in the gallery, or models with --happened; by default all outcomes of "
            "the gallery. Or: freeze CASE..., or: score FROZEN OUTCOMES.",
        ),
    ] = None,
    happened: Annotated[
        list[str] | None,
        typer.Option(
            "--happened",
            metavar="STATES",
            help="The state that came about in a model, or several with commas; once for each "
            "CASE, in their order.",
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--cases",
            metavar="FILE",
            help="A .csv or .yaml of cases: model, happened, conflict, source.",
        ),
    ] = None,
    concept: Concepts = ALL,
    profiles: Annotated[
        int,
        typer.Option("--profiles", metavar="N", min=1, help="How many preference profiles."),
    ] = 5_000,
    seed: Seed = 1,
    rule: Annotated[
        str | None,
        typer.Option(
            "--rule",
            metavar="WORDS",
            help="Of freeze: how whoever codes what happens is to tell which state it is.",
        ),
    ] = None,
    hashes: Annotated[
        bool,
        typer.Option("--hashes", help="Of freeze: keep a hash of each model, not its text."),
    ] = False,
    out: OutIfAny = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Set what happened beside what holds, and beside chance.

    A hit says nothing where most states hold, so none is shown without the chance of one under
    four ways of knowing nothing: states drawn blindly, wishes drawn at random, wishes exchanged
    among the sides, and all staying as it is. Concepts are asked about in the order of
    --concept, and p is corrected for as many. Models of one conflict count once.

    freeze CASE... -o FILE writes models, concepts, the rule for coding and what holds to a file
    with a hash, before anything has happened; it never writes over a file. score FROZEN
    OUTCOMES reads what others coded (a .csv or .yaml of case and happened), and refuses where
    anything was changed since.
    """
    action, words = _action(cases or [])
    only(rule, action == _FREEZE, "--rule goes with freeze only")
    only(hashes, action == _FREEZE, "--hashes goes with freeze only")
    only(out, action == _FREEZE, "--out goes with freeze only")
    only(as_json, action != _FREEZE, "--json does not go with freeze; write --out FILE.json")
    only(happened, action == "", "--happened does not go with freeze and score")
    only(table, action != _SCORE, "--cases does not go with score")
    if action == _FREEZE:
        _freeze(_sources(words, table), names(concept), rule, out, profiles, seed, hashes)
        return
    if action == _SCORE:
        _show(_scored(words), as_json, language)
        return
    listed_cases, unverified = _asked(words, happened or [], table)
    from satumeja import questions

    with progress_bar("backtest") as progress:
        result = questions.backtest(
            listed_cases, names(concept), profiles=profiles, seed=seed, progress=progress
        )
    _show(result, as_json, language, unverified)


def _action(words: Sequence[str]) -> tuple[str, list[str]]:
    """Part what is to be done from what it is to be done with."""
    if words and words[0] in (_FREEZE, _SCORE):
        return words[0], list(words[1:])
    return "", list(words)


def _show(result: Backtest, as_json: bool, language: Language, unverified: int = 0) -> None:
    if as_json:
        print_json(result.to_json())
        return
    from satumeja.brief.terminal import print_backtest

    print_backtest(result, console(), language.value, unverified)


# -- which cases -----------------------------------------------------------------------


def _asked(
    words: Sequence[str], happened: Sequence[str], table: str | None
) -> tuple[list[Case], int]:
    """Give the cases asked about, and how many outcomes nobody has looked up were left out."""
    from satumeja import gallery
    from satumeja.questions.backtest import cases_of, read_codings

    listed_cases = cases_of(read_codings(table), _model_beside(table)) if table else []
    if happened:
        return listed_cases + _cases_of_models(words, happened), 0
    if words or table:
        outcomes = [_outcome(word) for word in words]
        for outcome in outcomes:
            if not outcome.verified:
                tell(f"note: {outcome.name}: its outcome is from memory, and not looked up")
        return listed_cases + [_case(outcome) for outcome in outcomes], 0
    outcomes = list(gallery.outcomes())
    verified = [outcome for outcome in outcomes if outcome.verified]
    return [_case(outcome) for outcome in verified], len(outcomes) - len(verified)


def _case(outcome: Outcome) -> Case:
    from satumeja import gallery, questions

    model = gallery.load(outcome.name)
    return questions.Case(outcome.name, model, outcome.states, outcome.conflict)


def _outcome(name: str) -> Outcome:
    """Find the outcome of a conflict of the gallery."""
    from satumeja import gallery
    from satumeja.errors import QuestionError

    if Path(name).exists():
        raise UsageError(f"{name}: say what happened in it, with --happened STATE")
    outcomes = {outcome.name: outcome for outcome in gallery.outcomes()}
    if name not in outcomes:
        gallery.entry(name)  # which says that there is none, and what was meant
        raise QuestionError(
            f'the gallery does not say what happened in "{name}"; take it with '
            f"satumeja gallery {name} -o {name}.yaml, and say so with --happened"
        )
    return outcomes[name]


def _cases_of_models(words: Sequence[str], happened: Sequence[str]) -> list[Case]:
    """Take models of one's own, each with the states that came about."""
    if len(words) != len(happened):
        raise UsageError(
            f"--happened once for each model: {len(words)} models, {len(happened)} times"
        )
    from satumeja import questions

    cases = []
    for path, listed in zip(words, happened, strict=True):
        model = load(path)
        states = tuple(model.find_state(state) for state in listed.split(",") if state.strip())
        cases.append(questions.Case(Path(path).stem, model, states))
    return cases


def _model_beside(table: str) -> Callable[[str], Model]:
    """Find models as a table names them: files beside it, or conflicts of the gallery."""
    return cache(lambda name: _source(name, Path(name).stem, Path(table).parent).model())


# -- what is frozen --------------------------------------------------------------------


def _sources(words: Sequence[str], table: str | None) -> list[Source]:
    """Give the models to freeze: files, conflicts of the gallery, and those of a table."""
    sources = [_source(word, Path(word).stem, Path()) for word in words]
    if table:
        from satumeja.questions.backtest import read_codings

        sources += [
            _source(coding.model or coding.case, coding.case, Path(table).parent, coding.conflict)
            for coding in read_codings(table)
        ]
    return sources


def _source(name: str, case: str, folder: Path, conflict: str = "") -> Source:
    """Read the text of a model: of a file as it stands, of the gallery by its name."""
    from satumeja import gallery
    from satumeja.questions.backtest import Source

    path = folder / name
    if path.exists() or path.suffix:
        return Source(case, _text(path), name, conflict)
    conflicts = {outcome.name: outcome.conflict for outcome in gallery.outcomes()}
    return Source(case, gallery.text(name), name, conflict or conflicts.get(name, ""))


def _text(path: Path) -> str:
    """Give a model file as text; one that is none, such as a workbook, as YAML."""
    from satumeja import formats

    model = formats.load(path)
    if path.suffix.lower() in _TEXTS:
        return path.read_text(encoding="utf-8")
    return formats.dump(model)


def _freeze(
    sources: Sequence[Source],
    concepts: Sequence[str],
    rule: str | None,
    out: str | None,
    profiles: int,
    seed: int,
    hashes: bool,
) -> None:
    if out is None:
        raise UsageError("freeze: say where to write it, with --out FILE.yaml")
    if not sources:
        raise UsageError("freeze: name the models, such as: backtest freeze talks.yaml -o t.yaml")
    if not (rule and rule.strip()):
        raise UsageError("freeze: say the rule by which what happens is to be coded, with --rule")
    from satumeja.questions.backtest import freeze

    frozen = freeze(
        sources,
        concepts,
        rule=rule,
        on=now().date().isoformat(),
        engine=VERSION,
        profiles=profiles,
        seed=seed,
        whole=not hashes,
    )
    tell(f"wrote {frozen.save(out)}")
    tell(f"hash {frozen.content['hash']}")


def _scored(words: Sequence[str]) -> Backtest:
    """Score what was frozen against what others coded."""
    if len(words) != 2:
        raise UsageError("score: name two files, what was frozen and what happened")
    from satumeja.questions.backtest import read_codings, read_frozen

    frozen, codings = read_frozen(words[0]), read_codings(words[1])
    folder = Path(words[0]).parent
    tell(f"frozen on {frozen.content['date']}, hash {frozen.content['hash']}")
    waiting = [case for case in frozen.cases if case not in {coding.case for coding in codings}]
    if waiting:
        tell(f"note: nothing is coded yet of {', '.join(waiting)}")
    with progress_bar("backtest") as progress:
        return frozen.score(
            codings, lambda place: _source(place, place, folder).text, progress=progress
        )
