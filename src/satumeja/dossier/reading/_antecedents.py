"""Whom a pronoun means: a person, people together, or a body, as it was named last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from satumeja.dossier._types import Mention
from satumeja.dossier.reading._finds import Find, Work, sentence_at, slots_of
from satumeja.dossier.reading._gazetteer import lists, words_of
from satumeja.dossier.reading._genders import gender_of
from satumeja.dossier.reading._lexicon import tokens_of
from satumeja.dossier.reading._mask import SYMBOLS, compile_shape
from satumeja.dossier.reading._starts import Starts
from satumeja.report import Sentence, Span

__all__ = ["Spoken"]

_PRONOUN = SYMBOLS["pronoun"]
_NOUN_AND_ARTICLE = 2
_REACH = 600


@dataclass
class Spoken:
    """Who has spoken so far, and whom the sentences have been about.

    Parameters
    ----------
    work : Work
        The report being read.
    """

    work: Work
    since: int = 0
    person: str | None = None
    company: str | None = None
    body: str | None = None
    unnamed: bool = False
    spoke: int = 0
    spoke_together: int = 0
    genders: dict[str, str | None] = field(default_factory=dict)
    persons: Starts[Mention] = field(init=False)
    others: Starts[Mention] = field(init=False)
    mentions: Starts[Mention] = field(init=False)

    def __post_init__(self) -> None:
        """Find whom sentences begin with."""
        subjects = list(_subjects(self.work))
        self.mentions = Starts(self.work.people.mentions, lambda mention: mention.start)
        kinds = {identifier: actor.kind for identifier, actor in self.work.people.actors.items()}
        self.persons = Starts(
            (mention for mention in subjects if kinds[mention.actor] == "person"),
            lambda mention: mention.start,
        )
        self.others = Starts(
            (mention for mention in subjects if kinds[mention.actor] != "person"),
            lambda mention: mention.start,
        )

    def meant(self, find: Find) -> str | None:
        """Give whom a find's pronoun means, or its word of saying ("ujarnya").

        A subject named since the last words were said is nearer than who said them. One
        who is not named is never the person named before.
        """
        begin = min(find.content[0], (find.cue or find.content)[0])
        sort = self._sort(find)
        if sort in ("latter", "former"):
            return self._one_of_two(begin, last=sort == "latter")
        if sort == "body":
            return self._it(begin, self._subjects(self.others, begin, find))
        if sort == "group":
            return self._they(begin, self._subjects(self.others, begin, find))
        if sort == "other":
            return self._other(begin)
        return self._one(begin, sort, find)

    def _one(self, begin: int, sort: str, find: Find) -> str | None:
        """Give whom "he", "she" or a word of saying by itself means."""
        later = self._subjects(self.persons, begin, find)
        if sort == "side":
            later = later or self._subjects(self.others, begin, find)
        pronoun = self._pronoun(find)
        later = [mention for mention in later if self._fits(mention.actor, pronoun)]
        if later:
            return self._called(later[-1].actor, pronoun)
        if self.unnamed:
            return None
        if self.person and self._fits(self.person, pronoun):
            return self._called(self.person, pronoun)
        if sort == "he":
            return self._called(self._meant_before(begin, pronoun), pronoun)
        return self.person or self._acting_last(begin, find)

    def _acting_last(self, begin: int, find: Find) -> str | None:
        """Give the body that acted since a body spoke, else the one that spoke."""
        acted = self._subjects(self.others, begin, find)
        return acted[-1].actor if acted else self.company

    def _meant_before(self, begin: int, pronoun: str | None) -> str | None:
        """Give the person meant who has not spoken: where no pronoun tells, whoever acted last."""
        if lists(self.work.report.language, "actors")["genders"] or self.person is not None:
            return self._named_before(begin, pronoun)
        earlier = self.persons.within(0, begin)
        return earlier[-1].actor if earlier else None

    def _pronoun(self, find: Find) -> str | None:
        """Give the pronoun that names a speaker, where it tells a man from a woman."""
        words = self.work.report.text[slice(*(find.speaker_span or (0, 0)))].lower().split()
        genders = lists(self.work.report.language, "actors")["genders"]
        owners = lists(self.work.report.language, "speech")["pronouns"]["owners"]
        word = owners.get(words[0], words[0]) if words else None
        return word if word in genders else None

    def _fits(self, actor: str, pronoun: str | None) -> bool:
        """Whether a pronoun may mean somebody: nothing says that he goes by another."""
        if pronoun is None or self.work.people.actors[actor].kind != "person":
            return True
        if actor not in self.genders:
            report = self.work.report
            person = self.work.people.actors[actor]
            self.genders[actor] = gender_of(report.text, report.language, person)
        return self.genders[actor] in (None, pronoun)

    def _called(self, actor: str | None, pronoun: str | None) -> str | None:
        """Remember by which pronoun somebody was meant, and give who it is."""
        if actor is not None and pronoun is not None and self.genders.get(actor) is None:
            self.genders[actor] = pronoun
        return actor

    def _named_before(self, begin: int, pronoun: str | None) -> str | None:
        """Give the only person, of those a pronoun may mean, who is named shortly before."""
        actors = self.work.people.actors
        here = sentence_at(self.work.report, begin)
        start = self.work.report.sentences[max(0, here - 1)].start
        named = {
            mention.actor: None
            for mention in self.mentions.within(start, begin)
            if actors[mention.actor].kind == "person" and self._fits(mention.actor, pronoun)
        }
        if not named:  # nobody yet: the only person there is, named later
            alone = [actor.id for actor in actors.values() if actor.kind == "person"]
            return alone[0] if len(alone) == 1 and self._fits(alone[0], pronoun) else None
        certain = [actor for actor in named if self.genders.get(actor) == pronoun]
        return next(iter(certain or named)) if len(certain or named) == 1 else None

    def by_noun(self, find: Find) -> str | None:
        """Give whom "the diplomat" or "her colleague" means, of those named before."""
        start, end = find.speaker_span or (0, 0)
        words = self.work.report.text[start:end].lower().split()
        speech = lists(self.work.report.language, "speech")
        if len(words) < _NOUN_AND_ARTICLE:
            return None
        before = [
            mention.actor
            for mention in self.mentions.within(max(0, start - _REACH), start)
            if self.work.people.actors[mention.actor].kind == "person"
        ]
        if words[0] in speech["pronouns"]["owners"] and words[-1] in speech["pronouns"]["others"]:
            others = [actor for actor in before if actor != self.person]
            return others[-1] if others else None
        offices = speech["unnamed"]["offices"].get(words[-1], ())
        if words[0] not in lists(self.work.report.language, "parties")["words"]["articles"]:
            return None
        holders = [actor for actor in before if self._holds(actor, offices)]
        return holders[-1] if holders else None

    def _holds(self, actor: str, offices: Sequence[str]) -> bool:
        """Whether a person holds one of some offices."""
        title = (self.work.people.actors[actor].office or "").lower()
        return any(re.search(rf"\b{re.escape(office)}\b", title) for office in offices)

    def note(self, find: Find) -> None:
        """Remember who spoke, for what comes after."""
        actors = self.work.people.actors
        named = find.speaker_span and _PRONOUN not in self.work.said[slice(*find.speaker_span)]
        if find.speaker is None:
            if named and self._is_somebody(find):
                self.unnamed, self.since = True, (find.cue or find.content)[0]
            return
        if self._is_agent(find):
            return
        self.since = max(self.since, (find.cue or find.content)[0])
        if actors[find.speaker].kind == "person" or (named and self._is_holder(find)):
            self.person, self.unnamed = find.speaker, False
        if actors[find.speaker].kind == "person":
            return
        self.company, self.spoke_together = find.speaker, find.where
        if actors[find.speaker].kind != "group":
            self.body, self.spoke = find.speaker, find.where

    def _is_agent(self, find: Find) -> bool:
        """Whether who speaks is no subject ("Osk Timber was told by the office to stop")."""
        by = lists(self.work.report.language, "speech")["pronouns"]["agent"]
        start = (find.speaker_span or find.content)[0]
        return (
            not find.direct
            and re.search(by, self.work.report.text[max(0, start - 8) : start]) is not None
        )

    def _sort(self, find: Find) -> str:
        """Say what sort of pronoun names the speaker of a find."""
        if find.speaker_span is None:
            return "elided"
        word = " ".join(self.work.report.text[slice(*find.speaker_span)].lower().split())
        pronouns = lists(self.work.report.language, "speech")["pronouns"]
        word = pronouns["owners"].get(word.split(" ", 1)[0], word)
        he = "he" if word in pronouns["person"] else "elided"
        sorts = ("latter", "former", "body", "group", "side", "other")
        return next((sort for sort in sorts if word in pronouns[sort]), he)

    def _subjects(self, named: Starts[Mention], begin: int, find: Find) -> list[Mention]:
        """Give whom sentences since began with, but for what a clause is about.

        In "The minister, he said, knew" he is another.
        """
        start = (find.speaker_span or find.content)[0]
        return [
            mention
            for mention in named.within(self.since, begin)
            if self.work.report.text[mention.end : start].strip() != ","
        ]

    def _it(self, begin: int, subjects: list[Mention]) -> str | None:
        """Give the body "it" means: a subject since, the last to speak, or one named there."""
        actors = self.work.people.actors
        later = [mention.actor for mention in subjects if actors[mention.actor].kind != "group"]
        here = sentence_at(self.work.report, begin)
        if later or (self.body is not None and here - self.spoke <= 1):
            return later[-1] if later else self.body
        sentence = self.work.report.sentences[max(0, here - 1)]
        bodies = [
            mention.actor
            for mention in self._mentions(sentence)
            if actors[mention.actor].kind in ("organisation", "state")
        ]
        earlier = [
            mention.actor
            for mention in self.others.within(0, begin)
            if actors[mention.actor].kind in ("organisation", "state")
        ]
        return bodies[-1] if bodies else self.body or (earlier[-1] if earlier else None)

    def _they(self, begin: int, later: list[Mention]) -> str | None:
        """Give the people "they" means: a subject since, some named there, or who spoke last.

        Of a body and people together in the sentence before, the people are meant.
        """
        kinds = self.work.people.actors
        here = sentence_at(self.work.report, begin)
        before = self.work.report.sentences[max(0, here - 1)]
        near = [mention for mention in later if mention.start >= before.start]
        people = [
            mention.actor
            for mention in (near or later)
            if kinds[mention.actor].kind == "group"
            and sentence_at(self.work.report, mention.start) < here
        ]
        if people:
            return people[-1]
        named = [
            mention.actor
            for mention in self._mentions(before)
            if kinds[mention.actor].kind == "group" and mention.start < begin
        ]
        spoke = self.company is not None and kinds[self.company].kind == "group"
        if spoke and here - self.spoke_together <= 1:
            return self.company
        if named:
            return named[-1]
        return later[-1].actor if later else self.company

    def _other(self, begin: int) -> str | None:
        """Give who was accused last, or spoken of, and did not speak ("the accused replied")."""
        actors = self.work.people.actors
        charge = self._last_charge(begin)
        if charge is not None:
            within = self.mentions.within(*self._of_accused(charge))
            accused = [one.actor for one in within if one.actor != charge.speaker]
            if accused:
                return accused[0]
        before = [
            mention.actor
            for mention in self.mentions.within(0, begin)
            if actors[mention.actor].kind == "person" and mention.actor != self.person
        ]
        return before[-1] if before else None

    def _of_accused(self, charge: Find) -> Span:
        """Give the words that name the accused: the subject of a passive, else what was said."""
        if charge.cue is not None and self.work.cues[charge.cue[0]][1].form == "passive":
            return self.work.report.sentences[charge.where].start, charge.cue[0]
        return charge.content

    def _last_charge(self, begin: int) -> Find | None:
        """Give the statement that accused or asked somebody in the sentence before."""
        here = sentence_at(self.work.report, begin)
        before = [
            find
            for number in (here - 1, here)
            for find in self.work.near.get(number, [])
            if find.content[1] <= begin and find.speaker is not None
        ]
        return before[-1] if before else None

    def _one_of_two(self, begin: int, *, last: bool) -> str | None:
        """Give the last of those named in the sentence before, or the one before it."""
        index = max(0, sentence_at(self.work.report, begin) - 1)
        sentence = self.work.report.sentences[index]
        named = list(dict.fromkeys(mention.actor for mention in self._mentions(sentence)))
        return named[-2:][-1 if last else 0] if named else None

    def _mentions(self, sentence: Sentence) -> list[Mention]:
        """Give who is named as an actor in a sentence."""
        within = self.mentions.within(sentence.start, sentence.end)
        quoted = SYMBOLS["quoted"]
        return [
            mention
            for mention in within
            if mention.role == "actor" and self.work.said[mention.start] != quoted
        ]

    def _is_somebody(self, find: Find) -> bool:
        """Whether words mean a person without naming one ("a senior diplomat")."""
        somebody = lists(self.work.report.language, "speech")["unnamed"]["people"]
        words = self.work.report.text[slice(*(find.speaker_span or (0, 0)))].lower().split()
        return any(word in somebody for word in words)

    def _is_holder(self, find: Find) -> bool:
        """Whether a state speaks by the unnamed holder of an office ("the Chilean president")."""
        group = find.speaker and self.work.people.actors[find.speaker].kind == "group"
        if find.speaker_span is None or group:
            return False
        tokens = tokens_of(self.work.report.text, *find.speaker_span)
        return any(True for _ in words_of(self.work.report.language, "office").find(tokens))


def _subjects(work: Work) -> Iterator[Mention]:
    """Give the actors a sentence begins with: whom a pronoun after it means."""
    openers = compile_shape("<opener>", slots_of(work.report.language))
    for mention in work.people.mentions:
        if mention.role != "actor" or mention.start not in work.people.at:
            continue
        start = work.report.sentences[sentence_at(work.report, mention.start)].start
        if openers.fullmatch(work.said, start, mention.start):
            yield mention
