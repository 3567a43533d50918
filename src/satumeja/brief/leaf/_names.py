"""What the things of a front page are called: sides, deeds and situations, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from satumeja.brief.leaf._sentence import capital, spelled
from satumeja.brief.words import Phrases
from satumeja.front import Change, Deed, Front, Party
from satumeja.model import Option, Scale, Text

__all__ = ["Names"]

_ARTICLE = "the "
_MOST_NAMED = 3


class Names:
    """The turns of phrase of one front page in one language.

    Parameters
    ----------
    front : Front
        The data of the page.
    phrases : Phrases
        The names of its model and the words of the language.
    """

    def __init__(self, front: Front, phrases: Phrases) -> None:
        self.front, self.phrases, self.words = front, phrases, phrases.words
        self.verbs = front.wording == "verbs"

    @cached_property
    def parties(self) -> dict[str, Party]:
        """The sides by id, in the order of the file."""
        return {party.id: party for party in self.front.parties}

    @cached_property
    def options(self) -> dict[str, Option]:
        """The options by id; the steps of one with levels by their own ids."""
        return {option.id: option for option in self.phrases.model.options}

    def text(self, text: Text | str) -> str:
        """Return words of the author in the language of the page."""
        return self.phrases.text(text)

    def dm(self, dm_id: str) -> str:
        """Name a side as in mid-sentence."""
        return self.text(self.parties[dm_id].name) or dm_id

    def label(self, dm_id: str) -> str:
        """Name a side where it stands alone: without its article, with a capital."""
        name = self.dm(dm_id)
        if self.words.language == "en":
            name = name.removeprefix(_ARTICLE)
        return capital(name)

    def dms(self, ids: Iterable[str]) -> str:
        """Name sides as in mid-sentence, in the order of the file; many are counted."""
        members = self.ordered(ids)
        if len(members) > _MOST_NAMED:
            return self.words("leaf.sides", number=spelled(self.words, len(members)))
        return self.words.all_of([self.dm(member) for member in members])

    def ordered(self, ids: Iterable[str]) -> list[str]:
        """Put ids of sides into the order of the file."""
        wanted = set(ids)
        return [dm for dm in self.parties if dm in wanted]

    def letters(self, ids: Sequence[str]) -> str:
        """Give the letters of sides, joined by dashes."""
        return "–".join(self.parties[dm].letter for dm in self.ordered(ids))

    def verb(self, option_id: str) -> str:
        """Name an option as a verb in the base form, or between quotation marks."""
        option = self.options[option_id]
        name = self.text(option.name) or option.id
        if not self.verbs:
            return self.words("quoted", text=name)
        return name if name[1:2].isupper() else name[:1].lower() + name[1:]

    def change(self, change: Change) -> str:
        """Say what one side does, without naming it: what it takes up, and no longer does."""
        plain = [key for key in change.up if "=" not in key]
        deeds = [self._step(key) for key in change.up if "=" in key]
        kind = "verbs" if self.verbs else "labels"
        for names, way in ((plain, "up"), (change.down, "down")):
            deeds += [
                self.words(f"leaf.deed.{kind}_{way}", option=self.verb(key)) for key in names
            ]
        return self.words.all_of(deeds) if deeds else self.words("leaf.deed.nothing")

    def _step(self, key: str) -> str:
        """Say to which level an option goes."""
        option, _, level = key.partition("=")
        scale = self._scales[option]
        name = scale.names[scale.levels.index(level)]
        return self.words("leaf.deed.level", option=self.text(scale.name), level=self.text(name))

    @cached_property
    def _scales(self) -> dict[str, Scale]:
        """The options with levels, by id."""
        scales = [option.scale for option in self.phrases.model.options]
        return {scale.id: scale for scale in scales if scale}

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
            said = self.words("leaf.deed.graph", form=self.phrases.form(deed.state))
            return self.side(dm, said) if dm else capital(said)
        return "; ".join(self.side(part.dm, self.change(part)) for part in deed.changes)

    def side(self, dm: str, deed: str) -> str:
        """Set the name of a side before what it does."""
        return self.words("leaf.deed.side", dm=self.label(dm), deed=deed)

    def circumstances(self, number: int) -> str:
        """Say what each side does in a situation, or what it is called."""
        model = self.phrases.model
        if model.is_graph:
            return self.words("quoted", text=self.phrases.form(number))
        taken = set(self.phrases.taken(number))
        does = list[str]()
        for dm, mask in zip(model.decision_makers, model.masks, strict=True):
            up = [
                option.id for k, option in enumerate(model.options) if k in taken and mask >> k & 1
            ]
            does.append(self.side(dm.id, self.change(Change(dm.id, tuple(up), ()))))
        return "; ".join(does)
