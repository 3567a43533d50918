"""The command that corrects a dossier file, tells what can be set, and takes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from satumeja.cli._common import DossierPath, give, print_json
from satumeja.cli._options import AsJson, In, Language, UsageError, only

if TYPE_CHECKING:
    from satumeja.dossier import Correction, DossierFile, Subject

__all__ = ["correct"]

_WHO = "SATUMEJA_WHO"


def correct(
    path: DossierPath,
    item: Annotated[
        str | None,
        typer.Argument(
            metavar="ITEM",
            help="r1#s3, r1#a3, r1 (a report), actor:russia, issue:talk, "
            "r1#a5:denies:r1#a3 (a link), c4 (a correction).",
        ),
    ] = None,
    verb: Annotated[
        str | None,
        typer.Argument(
            metavar="VERB", help="accept, reject, edit, add, merge, split or withdraw."
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option("--who", "-w", metavar="NAME", help="Who corrects.", envvar=_WHO),
    ] = None,
    change: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="A field to set; may be repeated."),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            "--words", metavar="WORDS", help="Of what is added: the report's words, exactly."
        ),
    ] = None,
    occurrence: Annotated[
        int | None,
        typer.Option(
            "--occurrence", metavar="N", min=1, help="Which, where the words stand more than once."
        ),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(
            "--at", metavar="START:STOP", help="Instead of words: where they begin and end."
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--item", metavar="KIND", help="Of what is added: statement or act, the default."
        ),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="ID", help="Of merge and split: the other one."),
    ] = None,
    reports: Annotated[
        str | None,
        typer.Option("--reports", metavar="KEYS", help="Of split: where, such as r2,r5."),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Why.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last correction back.")] = False,
    what: Annotated[
        bool, typer.Option("--what", help="Say what can be set of ITEM, with its values.")
    ] = False,
    log: Annotated[
        bool, typer.Option("--log", help="List the corrections made, of ITEM or of all.")
    ] = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Correct what was read: statements, acts, links, reports, actors and issues.

    accept and reject say that a reading is right or wrong; edit sets its fields (--what lists
    them, FIELD= alone empties one); add, on a report, adds an act or a statement the machine
    did not find, and on actor:ID or issue:ID one of your own. merge and split say who is one,
    and who is two. --undo takes the last correction back, c4 withdraw a named one.

    What the machine proposed stays beside each correction, with who made it and when;
    reading again changes none. Your name can be set once, in SATUMEJA_WHO.
    """
    instead = [flag for flag, on in (("--undo", undo), ("--what", what), ("--log", log)) if on]
    if len(instead) > 1:
        raise UsageError(f"{instead[0]} does not go with {instead[1]}")
    if instead:
        only(verb, False, f"{instead[0]} goes without a verb")
        only(change or words or into or at, False, f"{instead[0]} sets nothing")
    only(item, not undo, "--undo goes without an item; c4 withdraw takes back a named one")
    for flag, value in (("--words", words), ("--item", kind), ("--at", at)):
        only(value, verb == "add", f"{flag} goes with add only")
    only(occurrence, words, "--occurrence goes with --words only")
    only(at, not words, "--at does not go with --words")
    only(into, verb in ("merge", "split"), "--into goes with merge and split only")
    only(reports, verb == "split", "--reports goes with split only")
    only(change, verb in ("edit", "add"), "--set does not go with " + str(verb))
    fields = _fields(change or ())
    if not instead and (item is None or verb is None):
        raise UsageError(
            "say what to correct and how, such as: correct talks.db r1#s3 accept --who Ana"
        )
    from satumeja.dossier import DossierFile

    with DossierFile(path) as file:
        if what:
            _print_fields(file, item, as_json, language)
        elif log:
            _print_log(file, item, as_json, language)
        else:
            adding = _Adding(kind or "act", words, occurrence, _span(at))
            correction = _carried_out(
                file, item, verb, _who(who), fields, note, into, reports, adding
            )
            _count_days_anew(file, correction)
            _print_done(file, correction, as_json, language)


@dataclass(frozen=True)
class _Adding:
    """What is to be added to a report, and where it stands."""

    kind: str
    words: str | None
    occurrence: int | None
    span: tuple[int, int] | None


def _who(who: str | None) -> str:
    """Require a name."""
    if who is None or not who.strip():
        raise UsageError(f"say who corrects: --who NAME, or set {_WHO} once")
    return who


def _fields(changes: Iterable[str]) -> dict[str, str | None]:
    """Read the fields to set, each of which can be set once."""
    fields: dict[str, str | None] = {}
    for words in changes:
        name, value = _field(words)
        if name in fields:
            raise UsageError(f"--set: {name} is set twice")
        fields[name] = value
    return fields


def _field(words: str) -> tuple[str, str | None]:
    """Part ``field=value``; no value empties a field."""
    name, mark, value = words.partition("=")
    if not mark:
        raise UsageError(f'--set: "{words}" is not field=value')
    return name.strip(), value.strip() or None


def _span(words: str | None) -> tuple[int, int] | None:
    """Read where words begin and end."""
    if words is None:
        return None
    start, _, stop = words.partition(":")
    if not (start.isdecimal() and stop.isdecimal() and len(words) < 24):
        raise UsageError(f'--at: "{words}" is not START:STOP, such as 120:180')
    return int(start), int(stop)


def _carried_out(
    file: DossierFile,
    item: str | None,
    verb: str | None,
    who: str,
    fields: Mapping[str, str | None],
    note: str | None,
    into: str | None,
    reports: str | None,
    adding: _Adding,
) -> Correction:
    """Do what was asked."""
    from satumeja import dossier as room

    if item is None or verb is None:
        return room.withdraw(file, who, note=note)
    if verb == "withdraw":
        return room.withdraw(file, who, item, note)
    if verb == "merge":
        return room.merge(file, item, _required(into, "--into ID: the one that stays"), who, note)
    if verb == "split":
        others = tuple(part.strip() for part in (reports or "").split(",") if part.strip())
        other = _required(into, "--into ID: the other one")
        return room.split(file, item, other, others, who, note)
    to_report = item.startswith("r") and ":" not in item
    if verb == "add" and (adding.words or adding.span or to_report):
        return room.add(
            *(file, item, adding.kind, adding.words, who, fields, note),
            occurrence=adding.occurrence,
            span=adding.span,
        )
    return room.correct(file, item, verb, who, fields, note)


def _count_days_anew(file: DossierFile, correction: Correction) -> None:
    """Where a report got another day, count the days from it that its words name."""
    from satumeja.dossier import read_again

    if correction.item == "report" and "published" in correction.change:
        read_again(file, correction.of)


def _required(value: str | None, words: str) -> str:
    """Require a flag that a verb cannot do without."""
    if not value:
        raise UsageError(f"needs {words}")
    return value


def _print_fields(file: DossierFile, item: str | None, as_json: bool, language: Language) -> None:
    """Say what can be set."""
    from satumeja.dossier import settable

    kinds = [item] if item else ["statement", "act", "report", "actor", "issue"]
    fields = {kind: settable(file, kind) for kind in kinds}
    if as_json:
        listed = [
            {"item": kind, **asdict(field)}
            for kind, of_kind in fields.items()
            for field in of_kind
        ]
        _print_json(fields=listed)
        return
    from satumeja.brief.terminal import field_lines

    _say(field_lines(fields, language.value))


def _print_log(file: DossierFile, item: str | None, as_json: bool, language: Language) -> None:
    """List the corrections made."""
    from satumeja.dossier import history
    from satumeja.dossier.keeping import require_there

    made = history(file, item)
    if item is not None and not made:
        require_there(file, item)
    if as_json:
        _print_json([_as_data(event) for event in made])
        return
    from satumeja.brief.terminal import log_lines

    _say(log_lines(made, language.value))


def _print_done(
    file: DossierFile, correction: Correction, as_json: bool, language: Language
) -> None:
    """Say what was corrected, and what it now says."""
    from satumeja.dossier import subject_of

    subject = subject_of(file, correction.of)
    if as_json:
        _print_json([_as_data(correction)], _now(subject))
        return
    from satumeja.brief.terminal import correction_lines

    _say(correction_lines(correction, subject, language.value))


def _say(lines: Iterable[str]) -> None:
    """Print lines."""
    give("".join(f"{line}\n" for line in lines), None)


def _print_json(
    corrections: Sequence[dict[str, Any]] = (),
    now: dict[str, Any] | None = None,
    fields: Sequence[dict[str, Any]] = (),
) -> None:
    """Print what was done, what it now says, and what can be set: each where it was asked for."""
    print_json(
        {
            "schema": "satumeja/corrections/1",
            "corrections": corrections,
            "now": now,
            "fields": fields,
        }
    )


def _as_data(event: Correction) -> dict[str, Any]:
    """Give a correction as JSON."""
    change = {name: _plain(value) for name, value in event.change.items()}
    return {
        "key": event.key,
        "at": event.at,
        "who": event.who,
        "verb": event.verb,
        "item": event.item,
        "of": event.of,
        "change": change,
        "note": event.note,
        "withdrawn": event.withdrawn,
    }


def _now(subject: Subject) -> dict[str, Any]:
    """Give what a thing now says as JSON."""
    state, words = (subject.state if subject.kind == "link" else None), None
    says: dict[str, Any] = {}
    if subject.item is not None:
        state, words = subject.item.state, subject.item.words
        says = asdict(subject.item.value)
    elif subject.report is not None:
        says = asdict(subject.report)
    elif subject.kind in ("actor", "issue"):
        says = {"now": subject.now}
        says |= {f"name.{code}": name for code, name in subject.names}
        if subject.kind == "actor":
            says |= {"kind": subject.actor_kind, "body": subject.body, "office": subject.office}
    return {
        "key": subject.key,
        "item": subject.kind,
        "state": state,
        "words": words,
        "says": {name: _plain(value) for name, value in says.items()},
    }


def _plain(value: Any) -> str | None:
    """Give a value as a text; a span as its begin and end."""
    if value is None:
        return None
    if isinstance(value, tuple | list):
        return " ".join(str(part) for part in value)
    return str(value).lower() if isinstance(value, bool) else str(value)
