"""One decision on an item of a report, and taking one back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from satumeja.dossier import (
    Act,
    Actor,
    Correction,
    DossierFile,
    add,
    as_one,
    correct,
    decide,
    items,
    redoable,
    text_of,
    undo,
    undoable,
)
from satumeja.dossier.keeping import (
    actors_by_id,
    correction_of,
    is_actor,
    item_of,
    known_actors,
    names_of,
)
from satumeja.dossier.reading import slug
from satumeja.errors import ReportError
from satumeja.web.reports._cards import Cards
from satumeja.web.reports._held import analyst, dossier_of, report_key
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import (
    ActChange,
    Checked,
    Corrected,
    CorrectionBody,
    ItemRow,
    NewActor,
    Speaker,
)

__all__ = ["correct_item", "withdraw_correction"]

_Verb = Literal["accept", "reject", "edit", "add", "undo", "redo"]
_OF_ITEMS = ("statement", "act")


def correct_item(call: Call) -> Corrected:
    """Accept, reject, edit or add an item: one decision, which is taken back as one."""
    body: CorrectionBody = call.body
    with dossier_of(call) as file:
        report = report_key(file, body.report)
        _require_sense(body, report)
        if body.verb in ("accept", "reject"):
            made = decide(file, body.item or "", body.verb, analyst(), body.note)
        else:
            made = _Decision(file, body, report).make()
        return _corrected(call, file, made, body.verb)


def withdraw_correction(call: Call) -> Corrected:
    """Take a decision back, or do it again where it is itself a taking back."""
    key = call.names["correction"]
    with dossier_of(call) as file:
        if not file.rows("SELECT 1 FROM correction WHERE 'c' || id = ?", (key[:20],)):
            raise RefusedError("not_found", f'there is no correction "{key[:20]}"')
        try:
            gone = undo(file, analyst(), key)
        except ReportError as error:
            raise RefusedError("changed", str(error)) from None
        is_redo = gone[0].verb == "withdraw"
        if is_redo:
            gone = tuple(correction_of(file, int(event.of[1:])) for event in gone)
        return _corrected(call, file, gone, "redo" if is_redo else "undo")


def _require_sense(body: CorrectionBody, report: str) -> None:
    """Refuse what names no item to decide on, or one of another report, or no words to add."""
    if body.verb == "add":
        if body.span is None or body.item is not None:
            raise RefusedError("invalid", "what is added needs the words it rests on, and no item")
        return
    if body.item is None or body.span is not None:
        raise RefusedError("invalid", f"to {body.verb} something, say which item")
    keys = [body.item, *(act.item for act in body.acts if act.item)]
    if any(key.partition("#")[0] != report for key in keys):
        raise RefusedError("invalid", f"all that one decision is on must be of {report}")


class _Decision:
    """What an edit or an addition writes, one correction after the other, all of them or none."""

    def __init__(self, file: DossierFile, body: CorrectionBody, report: str) -> None:
        self.file, self.body, self.report, self.who = file, body, report, analyst()
        self.made: list[Correction] = []

    def make(self) -> tuple[Correction, ...]:
        """Write it."""
        with as_one(self.file):
            named = {actor.name: self._new(actor) for actor in self.body.actors}
            change = _with_names(self.body.change, named)
            if self.body.verb == "add":
                key = self._add(change)
            else:
                key = self.body.item or ""
                self._edit(key, change)
            for act in self.body.acts:
                self._change(act, key, _with_names(act.change, named))
            self._settle(key)
        return tuple(self.made)

    def _new(self, actor: NewActor) -> str:
        """Add an actor, unless somebody is called so already; give its identifier."""
        name, names = actor.name.strip(), names_of(self.file)
        if not slug(name):
            raise RefusedError("invalid", f'"{name}" is no name; a name has letters')
        for identifier, called in known_actors(self.file, names).items():
            if name.casefold() in {other.casefold() for other in called}:
                return identifier
        identifier, number = slug(name), 2
        while is_actor(identifier, self.file, names):
            identifier, number = f"{slug(name)}_{number}", number + 1
        if not identifier[0].isalpha():
            identifier = f"actor_{identifier}"
        fields = {"name": name, "kind": actor.kind}
        self.made.append(correct(self.file, f"actor:{identifier}", "add", self.who, fields))
        return identifier

    def _add(self, change: Mapping[str, str | None]) -> str:
        """Add a statement of the words chosen."""
        fields = {name: value for name, value in change.items() if value is not None}
        event = add(
            *(self.file, self.report, "statement", None, self.who, fields, self.body.note),
            span=self.body.span,
        )
        self.made.append(event)
        return event.of

    def _edit(self, key: str, change: Mapping[str, str | None]) -> None:
        """Edit an item; where its speaker is another, what he does is another's too."""
        before = item_of(self.file, key)
        verb = "edit" if change else "accept"
        self.made.append(correct(self.file, key, verb, self.who, change or None, self.body.note))
        speaker = change.get("speaker")
        if before is None or speaker is None or before.kind != "statement":
            return
        after = item_of(self.file, key)
        if after is not None:
            was, now = (item.value.speaker for item in (before, after))  # type: ignore[union-attr]
            self._follow(key, was, now)

    def _follow(self, statement: str, was: str | None, now: str | None) -> None:
        """Make the acts of a statement those of its new speaker, and of the side of that one."""
        if was == now or now is None:
            return
        sides = {key: actor.state or key for key, actor in _actors(self.file, was, now).items()}
        for item in items(self.file, self.report):
            act = item.value
            if not isinstance(act, Act) or act.statement != statement or not item.stands:
                continue
            change: dict[str, str | None] = {"by": now} if act.by in (was, None) else {}
            if act.actor in (was, sides.get(was or "")):
                change["actor"] = sides[now]
            if change:
                self.made.append(correct(self.file, item.key, "edit", self.who, change))

    def _settle(self, statement: str) -> None:
        """Accept the acts of a statement that were seen and left as they are."""
        for item in items(self.file, self.report):
            act = item.value
            is_borne = isinstance(act, Act) and act.statement == statement
            if is_borne and item.state == "proposed":
                self.made.append(correct(self.file, item.key, "accept", self.who))

    def _change(self, act: ActChange, key: str, change: dict[str, str | None]) -> None:
        """Change an act of the item, or give it another."""
        if act.item is not None:
            verb = act.verb if change or act.verb != "edit" else "accept"
            self.made.append(correct(self.file, act.item, verb, self.who, change or None))
            return
        item = item_of(self.file, key)
        if item is None or item.kind != "statement":
            raise RefusedError("invalid", "only a statement is given acts")
        speaker = item.value.speaker  # type: ignore[union-attr]
        if "actor" not in change and speaker is not None:
            (actor,) = _actors(self.file, speaker).values()
            change |= {"actor": actor.state or speaker, "by": speaker}
        span: tuple[int, int] = item.value.content  # type: ignore[union-attr]
        fields = {name: value for name, value in change.items() if value is not None}
        self.made.append(
            add(
                *(self.file, self.report, "act", None, self.who),
                fields | {"statement": key},
                span=span,
            )
        )


def _with_names(
    change: Mapping[str, str | None], named: Mapping[str, str]
) -> dict[str, str | None]:
    """Put the identifiers of new actors in the place of their names; what is blank is empty."""
    return {
        field: named.get(value or "", value) if (value or "").strip() else None
        for field, value in change.items()
    }


def _actors(file: DossierFile, *whom: str | None) -> Mapping[str, Actor]:
    return actors_by_id(file, {key for key in whom if key})


def _corrected(
    call: Call, file: DossierFile, made: Iterable[Correction], verb: _Verb
) -> Corrected:
    """Tell what became of the items that corrections were of."""
    events = tuple(made)
    keys = {event.of for event in events if event.item in _OF_ITEMS}
    reports = sorted({key.partition("#")[0] for key in keys})
    rows, checked = list[ItemRow](), list[Checked]()
    gone, actors = list[str](), dict[str, Speaker]()
    for report in reports:
        cards = Cards(file, report, call.language, text_of(file, report))
        there = {row.id for row in cards.rows}
        wanted = {cards.bearers.get(key, key) for key in keys if key.startswith(f"{report}#")}
        changed = [row for row in cards.rows if row.id in wanted]
        rows += changed
        gone += sorted(wanted - there)
        # To accept or to reject names nobody whom the page does not know.
        actors |= {} if verb in ("accept", "reject") else cards.speakers(changed)
        checked.append(cards.checked)
    first = next((event for event in events if event.item in _OF_ITEMS), events[0])
    return Corrected(
        correction=events[0].key,
        items=rows,
        gone=tuple(gone),
        actors=actors,
        progress=checked,
        undo=undoable(file),
        redo=redoable(file),
        anew=any(event.item not in _OF_ITEMS and event.verb != "add" for event in events),
        verb=verb,
        item=first.of,
    )
