"""The reader's clauses with subjects, objects and agents from a trained parser's trees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from syntax import Tree, drawn
from ufal.udpipe import Model

from satumeja.dossier.clauses import Clause, Phrase, Word
from satumeja.dossier.clauses._groups import Group
from satumeja.report import Report

__all__ = ["Roles", "added", "phrase_of", "redrawn", "roles_in"]

_CLAUSES = ("acl:relcl", "acl", "parataxis", "advcl", "mark", "cop", "nsubj")
_INSERTED = ("appos", "punct")
_LINKING = ("yang", "who", "which", "that")
_NOT = ("not", "never", "n't", "no", "tidak", "tak", "belum", "bukan")
_AHEAD = ("will", "would", "akan", "bakal")
_LETTERS = re.compile(r"[^\W\d_]+")
_FARTHEST = 4  # clauses a shared subject may lie behind
_SHORTEST_PASSIVE = 5


@dataclass(frozen=True)
class Roles:
    """The words of a sentence as a tree, asked for who does what to whom.

    Parameters
    ----------
    words : sequence of Word
        The words; a party, a day or a quotation is one.
    tree : Tree
        Of each word its part of speech, its head and its relation.
    prefixed : bool
        Whether verbs show the passive by a prefix (as in Indonesian).
    """

    words: Sequence[Word]
    tree: Tree
    prefixed: bool

    def below(self, place: int, *relations: str) -> list[int]:
        """Give the words that hang on one by some relations."""
        return [
            child
            for child, (_, head, relation) in enumerate(self.tree)
            if head == place + 1 and relation in relations
        ]

    def is_passive(self, place: int) -> bool:
        """Whether a verb is in the passive."""
        if self.prefixed:
            text = self.words[place].text
            return text.startswith("di") and len(text) >= _SHORTEST_PASSIVE
        return bool(self.below(place, "aux:pass", "nsubj:pass"))

    def subject(self, place: int, behind: int = 0) -> int | None:
        """Give the subject of a verb, also one it shares or is told of."""
        _, head, relation = self.tree[place]
        subjects = self.below(place, "nsubj", "nsubj:pass")
        named = [child for child in subjects if self.words[child].text not in _LINKING]
        if named:
            return named[0]
        if not head or behind > _FARTHEST:
            return None
        if relation in ("acl", "acl:relcl"):
            return head - 1
        if relation == "xcomp" and (objects := self.below(head - 1, "obj", "iobj")):
            return objects[0]
        if relation in ("conj", "xcomp", "advcl") and self.tree[head - 1][0] == "VERB":
            return self.subject(head - 1, behind + 1)
        return None

    def doer(self, place: int) -> int | None:
        """Give who acts: the agent of a passive, else the subject."""
        if self.is_passive(place):
            return next(iter(self.below(place, "obl:agent")), None)
        return self.subject(place)

    def aim(self, place: int) -> int | None:
        """Give to whom: the subject of a passive, the object, else who does what is asked."""
        if self.is_passive(place):
            return self.subject(place)
        objects = self.below(place, "iobj") or self.below(place, "obj")
        asked = [self.doer(clause) for clause in self.below(place, "ccomp", "xcomp")]
        return next((child for child in (*objects, *asked) if child is not None), None)


def roles_in(model: Model, report: Report, words: Sequence[Word], *, prefixed: bool) -> Roles:
    """Draw the tree of some words of a report."""
    forms = [_form(report.text, word, prefixed) for word in words]
    return Roles(words, drawn(model, forms), prefixed)


def _form(text: str, word: Word, prefixed: bool) -> str:
    """Give a word as the parser knows words: of a name its head, of a quotation "this"."""
    if word.kind == "quote":
        return "ini" if prefixed else "this"
    written = text[word.start : word.end]
    if word.kind in ("party", "date"):
        parts: list[str] = _LETTERS.findall(written) or [written.split(maxsplit=1)[0]]
        return parts[0] if prefixed or word.kind == "date" else parts[-1]
    return "".join(written.split()).replace("“", '"').replace("”", '"').replace("’", "'")


def phrase_of(roles: Roles, place: int, *, wide: bool = False) -> Phrase:
    """Give the noun phrase of a word: what hangs on it, as far as it stands together.

    A wide one has its appositions, too ("the head of the port, A. Tan").
    """
    apart = _CLAUSES if wide else (*_CLAUSES, *_INSERTED)
    inside, open_ends = {place}, [place]
    while open_ends:
        head = open_ends.pop()
        for child, (_, above, relation) in enumerate(roles.tree):
            case = relation == "case" and head == place
            if above == head + 1 and relation not in apart and not case:
                inside.add(child)
                open_ends.append(child)
    first = last = place
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return Phrase(first, last)


def redrawn(roles: Roles, clauses: Sequence[Clause]) -> list[Clause]:
    """Give clauses with the roles of the tree in place of their own."""
    return [_redrawn(roles, clause) for clause in clauses]


def _redrawn(roles: Roles, clause: Clause) -> Clause:
    """Give one clause with the roles of the tree."""
    place = clause.group.head
    subject, objects = roles.subject(place), roles.below(place, "iobj", "obj")
    passive = roles.is_passive(place)
    agents = roles.below(place, "obl:agent")
    beside = [("by", phrase_of(roles, agent)) for agent in agents]
    for child in roles.below(place, "obl", "nmod"):
        cases = roles.below(child, "case")
        if cases:
            beside.append((roles.words[cases[0]].text, phrase_of(roles, child)))
    return replace(
        clause,
        group=replace(clause.group, passive=passive),
        subject=phrase_of(roles, subject) if subject is not None else None,
        way="own" if subject is not None else "none",
        objects=phrase_of(roles, objects[0]) if objects else None,
        beside=tuple(beside),
    )


def added(roles: Roles, clauses: Sequence[Clause]) -> list[Clause]:
    """Give clauses with what they leave open filled from the tree, and those they lack."""
    whole = [_filled(clause, _redrawn(roles, clause)) for clause in clauses]
    heads = {clause.group.head for clause in clauses}
    for place, (tag, _, _) in enumerate(roles.tree):
        word = roles.words[place]
        if tag == "VERB" and place not in heads and word.kind == "noun":
            whole.append(_redrawn(roles, _bare(roles, place)))
    return whole


def _filled(clause: Clause, other: Clause) -> Clause:
    """Give a clause with the subject and object of another where it has none."""
    if clause.subject is None and other.subject is not None:
        clause = replace(clause, subject=other.subject, way=other.way)
    if clause.objects is None and not clause.beside and clause.complement is None:
        clause = replace(clause, objects=other.objects, beside=other.beside)
    return clause


def _bare(roles: Roles, place: int) -> Clause:
    """Give a clause of a verb of which only the tree knows."""
    helpers = [roles.words[child].text for child in roles.below(place, "advmod", "aux")]
    mood = "ahead" if set(helpers) & set(_AHEAD) else "done"
    negated = bool(set(helpers) & set(_NOT))
    group = Group(place, place, "finite", roles.is_passive(place), negated, mood)
    unreal = roles.tree[place][2] in ("xcomp", "advcl")
    return Clause(group, None, "none", None, (), None, "main", None, unreal, mood)
