"""What sides, their deeds and situations are called in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from satumeja.brief.leaf._sentence import capital, spelled
from satumeja.brief.words import Phrases, options_of
from satumeja.front import Change, Deed
from satumeja.model import Option, Text
from satumeja.model.kit import as_label, letters_of

__all__ = ["Deeds"]

_MOST_NAMED = 3


class Deeds:
    """The turns of phrase of one model in one language.

    Parameters
    ----------
    phrases : Phrases
        The names of the model and the words of the language.
    by_letter : bool
        Whether sides are named by their letters before what they do.
    """

    def __init__(self, phrases: Phrases, *, by_letter: bool = False) -> None:
        self.by_letter = by_letter
        self.phrases, self.words = phrases, phrases.words
        self.verbs = phrases.model.names == "verbs" and not phrases.model.is_graph

    @cached_property
    def sides(self) -> Mapping[str, Text]:
        """The names of the sides by id, in the order of the file."""
        return {dm.id: dm.name for dm in self.phrases.model.decision_makers}

    @cached_property
    def signs(self) -> dict[str, str]:
        """A letter of its own for each side, of its name in the language of the page."""
        labels = [as_label(self.dm(dm)) for dm in self.sides]
        return dict(zip(self.sides, letters_of(labels), strict=True))

    @cached_property
    def _options(self) -> dict[tuple[str, str], Option]:
        """The options by owner and id; those with levels by the id of the whole too."""
        owned = [(dm.id, part) for dm in self.phrases.model.decision_makers for part in dm.options]
        whole = {(dm, part.scale.id): part for dm, part in owned if part.scale}
        return whole | {(dm, part.id): part for dm, part in owned}

    @cached_property
    def _twins(self) -> set[str]:
        """The names that one side gives to several of its options."""
        makers = self.phrases.model.decision_makers
        counts = [Counter(self.text(o.name) for o in dm.options if not o.scale) for dm in makers]
        return {name for count in counts for name, times in count.items() if times > 1 and name}

    def text(self, text: Text | str) -> str:
        """Return words of the author in the language of the page."""
        return self.phrases.text(text)

    def dm(self, dm_id: str) -> str:
        """Name a side as in mid-sentence."""
        return self.text(self.sides[dm_id]) or dm_id

    def label(self, dm_id: str) -> str:
        """Name a side where it stands alone: without its article, with a capital."""
        return self.heading(self.dm(dm_id))

    def heading(self, name: str) -> str:
        """Write a name as where it stands alone: without its article, with a capital."""
        return capital(as_label(name))

    def dms(self, ids: Iterable[str]) -> str:
        """Name sides as in mid-sentence, in the order of the file; many are counted."""
        members = self.ordered(ids)
        if len(members) > _MOST_NAMED:
            return self.words("leaf.sides", number=spelled(self.words, len(members)))
        return self.words.all_of([self.dm(member) for member in members])

    def ordered(self, ids: Iterable[str]) -> list[str]:
        """Put ids of sides into the order of the file."""
        wanted = set(ids)
        return [dm for dm in self.sides if dm in wanted]

    def letters(self, ids: Sequence[str]) -> str:
        """Give the letters of sides, joined by dashes."""
        return "–".join(self.signs[dm] for dm in self.ordered(ids))

    def verb(self, option: Option) -> str:
        """Name an option as a verb in the base form, or between quotation marks."""
        name = self.text(option.name) or option.id
        if name in self._twins:
            name = f"{name} ({option.id})"
        if not self.verbs:
            return self.words("quoted", text=name)
        return name if name[1:2].isupper() else name[:1].lower() + name[1:]

    def change(self, change: Change) -> str:
        """Say what one side does, without naming it: what it takes up, and no longer does."""
        up = [self._item(change.dm, key) for key in change.up]
        down = [self._item(change.dm, key) for key in change.down]
        deeds = [self._step(option, level) for option, level in up if level]
        kind = "verbs" if self.verbs else "labels"
        for items, way in ((up, "up"), (down, "down")):
            deeds += [
                self.words(f"leaf.deed.{kind}_{way}", option=self.verb(option))
                for option, level in items
                if not level
            ]
        return self.words.all_of(deeds) if deeds else self.words("leaf.deed.nothing")

    def doing(self, dm: str, keys: Sequence[str]) -> str:
        """Say what a side is doing, without naming it: the options it takes."""
        items = [self._item(dm, key) for key in keys]
        deeds = [self._step(option, level, "at") if level else self.verb(option)
                 for option, level in items]  # fmt: skip
        return self.words.all_of(deeds) if deeds else self.words("leaf.deed.nothing")

    def _item(self, dm: str, key: str) -> tuple[Option, str]:
        """Find an option named as in a deed, its own or a shared one, and the level it goes to."""
        name, _, level = key.partition("=")
        owner, _, option = name.rpartition(".")
        return self._options[owner or dm, option], level

    def _step(self, option: Option, level: str, way: str = "level") -> str:
        """Say to which level an option goes, or at which it stands."""
        scale = option.scale
        assert scale is not None  # noqa: S101 a level is named of no other
        name = scale.names[scale.levels.index(level)]
        return self.words(f"leaf.deed.{way}", option=self.text(scale.name), level=self.text(name))

    def deed(self, deed: Deed) -> str:
        """Say how a situation becomes another, without naming who does it where one does."""
        if not deed.changes:
            return self.words("leaf.deed.graph", form=self.phrases.form(deed.state))
        if len(deed.changes) == 1:
            return self.change(deed.changes[0])
        return self.deeds(deed)

    def deeds(self, deed: Deed, dm: str = "") -> str:
        """Say who does what; in graph form `dm`, where it is given, makes the move."""
        if not deed.changes:
            move = self.words("leaf.deed.graph", form=self.phrases.form(deed.state))
            return self.side(dm, move) if dm else capital(move)
        return "; ".join(self.side(part.dm, self.change(part)) for part in deed.changes)

    def side(self, dm: str, deed: str) -> str:
        """Set the name of a side before what it does."""
        name = self.signs[dm] if self.by_letter else self.label(dm)
        return self.words("leaf.deed.side", dm=name, deed=deed)

    def circumstances(self, number: int) -> str:
        """Say what each side does in a situation, or what it is called."""
        model = self.phrases.model
        if model.is_graph:
            return self.words("quoted", text=self.phrases.form(number))
        taken, does = set(self.phrases.taken(number)), list[str]()
        for dm, mask in zip(model.decision_makers, model.masks, strict=True):
            verbs = [self.verb(model.options[k]) for k in options_of(mask) if k in taken]
            if verbs:
                does.append(self.side(dm.id, self.words.all_of(verbs)))
        return "; ".join(does) or capital(self.words("leaf.deed.nobody"))
