"""Whose stance words tell: the speaker's own, or another side's that he only reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from satumeja.dossier._types import Statement
from satumeja.dossier.acts._work import ActWork, side_of
from satumeja.dossier.clauses import Clause, Phrase, Word, doers_of
from satumeja.dossier.reading import lists

__all__ = ["Stance", "stance_of"]

_WILLED = ("offer", "agree", "agree_to_talk", "promise", "refuse", "reject", "concede", "retreat")
_OPEN = ("offer", "agree", "agree_to_talk", "promise", "praise", "concede")
_NEEDS = ("need", "have", "be", "owe", "perlu", "harus", "wajib")  # it is asked of another
_DEEDS = ("use_force", "mobilise", "sanction", "meet")


_OF_THINGS = {"ahead": ("agree_to_talk", "meet"), "may": ("demand",), "must": ("demand",)}


@dataclass(frozen=True)
class Stance:
    """Who is the subject of what was said.

    Parameters
    ----------
    side : str
        ``own``, ``other``, ``joint``, ``thing`` where it is talks or a row, or ``open`` where it
        is nobody, or nobody known.
    subject : str or None
        The other side that is the subject.
    negated : bool
        Whether the subject will not, or lacks something.
    ahead : bool
        Whether that is still to come, or ought to be.
    says : bool
        Whether the other side itself demands, says or refuses something there.
    contrary : bool
        Whether only what would have been is told ("had they asked, we would have come").
    mood : str
        The mood of the verb that tells: ``done``, ``ahead``, ``may`` or ``must``; empty for none.
    verb : str
        That verb, in the form the dictionary has.
    passive : bool
        Whether the subject is whom it is done to.
    """

    side: str = "open"
    subject: str | None = None
    negated: bool = False
    ahead: bool = False
    says: bool = False
    contrary: bool = False
    mood: str = ""
    verb: str = ""
    passive: bool = False

    @property
    def barred(self) -> frozenset[str]:
        """What the speaker cannot have done by such words.

        Another side's refusal is no refusal of the speaker's, its deed is no deed of his, what
        it threatens or demands he does not, and where it will not talk nobody offers anything.
        """
        barred: set[str] = set()
        if self.side == "thing":
            barred.update(_WILLED)
            barred.update(("deny", "demand", "threaten", "meet", "red_line"))
            # Talks that will be held are agreed to; what must or may not happen to them is asked.
            barred.difference_update(_OF_THINGS.get(self.mood, ()))
        if self.side == "other":
            barred.update(_WILLED)
            barred.update(_DEEDS)
            barred.add("deny")
        if self.side == "other" and (self.negated or not self.ahead):
            barred.add("threaten")
        if self.side == "other" and not self.ahead and self.verb not in _NEEDS:
            barred.add("demand")
        if self.negated:
            barred.update(_OPEN)
        if self.contrary:
            barred.update((*_WILLED, *_DEEDS, "threaten", "demand", "deny"))
        return frozenset(barred)


def stance_of(work: ActWork, statement: Statement, sides: Collection[str]) -> Stance:
    """Say whose stance the words of a statement tell.

    Parameters
    ----------
    work : ActWork
        The report, who is named in it, and its clauses.
    statement : Statement
        The statement.
    sides : collection of str
        The sides of those who speak.
    """
    direct = statement.mode == "direct"
    mixed = statement.mode == "mixed"
    words, clauses = work.sentences.of(statement.content, quoted=True, plain=mixed)
    mains = [
        clause for clause in clauses if clause.link == "main" and clause.group.form == "finite"
    ]
    if not mains or (not mains[0].subject and statement.mode != "direct"):
        return Stance()
    asking = work.sentences.grammar.asking
    telling = [
        clause if words[clause.group.head].base in asking else _told(clauses, clause)
        for clause in mains
    ]
    stances = [
        replace(
            _of_clause(work, words, clauses, clause, sides, direct=direct),
            mood=clause.mood,
            verb=words[clause.group.head].base or words[clause.group.head].text,
            passive=clause.group.passive,
        )
        for clause in telling
    ]
    first = stances[0]
    if first.side == "thing" and all(stance.side in ("thing", "open") for stance in stances):
        return first
    if first.side == "other" and all(stance.side in ("other", "open") for stance in stances):
        return first
    side = "open" if first.side in ("other", "thing") else first.side
    negated = all(stance.negated for stance in stances)
    return replace(first, side=side, subject=None, negated=negated, ahead=False, says=False)


def _told(clauses: Sequence[Clause], clause: Clause) -> Clause:
    """Give the clause that tells: of "it shows that Peru lacks the will" what is shown."""
    number = clauses.index(clause)
    for later in clauses[number + 1 :]:
        if later.host == number and later.link == "complement" and not clause.group.negated:
            return later
    return clause


def _of_clause(
    work: ActWork,
    words: Sequence[Word],
    clauses: Sequence[Clause],
    clause: Clause,
    sides: Collection[str],
    *,
    direct: bool,
) -> Stance:
    """Say whose stance one clause tells."""
    language = work.report.language
    lacking = set(lists(language, "clauses")["empty"]["lacking"])
    verb = words[clause.group.head]
    negated = clause.group.negated or verb.base in lacking or _without(words, clause, lacking)
    if clause.subject is None:
        return Stance("open", None, negated)
    if _is_thing(words, clause.subject, lists(language, "clauses")["empty"]["subjects"]):
        return Stance("thing", None, negated)
    doers = doers_of(words, clauses, clause, work.sentences.grammar, language)
    actors = [doer.actor for doer in doers if doer.actor in work.people.actors]
    named = {side_of(work.people, actor or "") for actor in actors}
    if named & set(sides):
        return Stance("joint" if len(named) > 1 else "own", None, negated)
    if named:
        joined = any(side in sides for side in _beside(work, words, clause))
        ahead = _is_ahead(clause, negated=negated)
        grammar = work.sentences.grammar
        says = not ahead and verb.base in grammar.outer | grammar.asking
        return Stance("joint" if joined else "other", min(named), negated, ahead, says)
    pronoun = next((doer.pronoun for doer in doers if doer.pronoun), None)
    ahead = _is_ahead(clause, negated=negated)
    return Stance(_side_of(work, pronoun, direct=direct), None, negated, ahead)


def _is_thing(words: Sequence[Word], phrase: Phrase, inert: Collection[str]) -> bool:
    """Whether a subject is talks, or a row, which will and refuse nothing."""
    for word in words[phrase.first : phrase.last + 1]:
        if word.kind in ("party", "pronoun", "preposition", "owner"):
            return False
        if word.kind == "noun" and word.text in inert:
            return True
    return False


def _is_ahead(clause: Clause, *, negated: bool) -> bool:
    """Whether what a clause tells is still to come, ought to be, or must not be."""
    return clause.mood in ("ahead", "must") or (clause.mood == "may" and negated)


def _side_of(work: ActWork, pronoun: str | None, *, direct: bool) -> str:
    """Say whose side a pronoun is of: "they" in somebody's own words are others."""
    table = lists(work.report.language, "clauses")["who"]
    if pronoun in table["own"]:
        return "own"
    if pronoun in table["same"]:
        return ("other" if pronoun in table["others"] else "open") if direct else "own"
    return "open"


def _without(words: Sequence[Word], clause: Clause, lacking: Collection[str]) -> bool:
    """Whether a clause ends in nothing ("ended with no progress", "tanpa hasil")."""
    phrases: list[tuple[str, Phrase]] = [*clause.beside]
    if clause.objects is not None:
        phrases.append(("", clause.objects))
    return any(
        preposition in lacking or words[phrase.first].text in ("no", "tak", "nothing", "nobody")
        for preposition, phrase in phrases
    )


def _beside(work: ActWork, words: Sequence[Word], clause: Clause) -> Iterator[str]:
    """Give the sides a clause names with whom it is done ("will meet with Peru")."""
    phrases = [phrase for _, phrase in clause.beside]
    if clause.objects is not None:
        phrases.append(clause.objects)
    for phrase in phrases:
        for word in words[phrase.first : phrase.last + 1]:
            if word.kind == "party" and word.base in work.people.actors:
                yield side_of(work.people, word.base)
