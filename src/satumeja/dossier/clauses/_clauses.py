"""The clauses of a stretch of words: subject, verb, object, and what the clause hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from satumeja.dossier.clauses._forms import Grammar
from satumeja.dossier.clauses._groups import Group, groups_in
from satumeja.dossier.clauses._objects import behind
from satumeja.dossier.clauses._subjects import Phrase, Subject, subject_of
from satumeja.dossier.clauses._words import Word

__all__ = ["Clause", "Parsed", "Phrase", "clauses_of", "phrase_words"]

_NEXT = 2  # "began to shell": the verb, "to", and the next verb
_IF = ("had", "should", "were")
_LAPSING = ("agree", "promise", "offer", "support", "concede", "agree_to_talk")
_NEAR = 4
_NOBODY = ("no", "none", "nobody", "neither", "tidak", "tak", "tiada", "bukan")
_NEVER = ("until", "lest", "so", "agar", "supaya")


@dataclass(frozen=True)
class Clause:
    """A verb with who does it, to whom, and under what.

    Parameters
    ----------
    group : Group
        The verb and its auxiliaries.
    subject : Phrase or None
        The words of its subject.
    way : str
        How the subject was found: ``own``, ``relative``, ``shared``, ``inverted``, ``control``,
        ``none``.
    objects : Phrase or None
        The words of its direct object, or of the noun a relative clause makes its object.
    beside : tuple of (str, Phrase)
        Each preposition with its noun, behind the verb.
    complement : int or None
        The word a clause or an infinitive that is its object begins at.
    link : str
        ``main``, ``complement``, ``relative``, ``adverbial``, ``condition``, ``infinitive``.
    host : int or None
        The clause it hangs on.
    unreal : bool
        Whether what it tells is only denied, hoped, feared, asked, imagined, or conditional.
    mood : str
        ``done``, ``ahead``, ``may`` or ``must``.
    """

    group: Group
    subject: Phrase | None
    way: str
    objects: Phrase | None
    beside: tuple[tuple[str, Phrase], ...]
    complement: int | None
    link: str
    host: int | None
    unreal: bool
    mood: str

    @property
    def real(self) -> bool:
        """Whether it tells of something done."""
        return not self.unreal and not self.group.negated and self.mood == "done"


Parsed = tuple[list[Word], list[Clause]]
"""The words of a stretch, and its clauses."""


def clauses_of(stretch: Sequence[Word], grammar: Grammar) -> Parsed:
    """Give the clauses of some words, in the order of their verbs.

    Parameters
    ----------
    found : sequence of Word
        A sentence, or what somebody said.
    grammar : Grammar
        The words of its language.

    Returns
    -------
    words : list of Word
        The words; what looked like a verb and is none there is a noun.
    clauses : list of Clause
        Their clauses.

    Notes
    -----
    Each verb is asked for what stands before it and behind it; cost grows with the length of
    the stretch times its verbs, which a sentence keeps small.
    """
    groups = groups_in(stretch, grammar)
    heads = {group.head for group in groups}
    words = [
        replace(word, kind="noun") if word.kind == "verb" and place not in heads else word
        for place, word in enumerate(stretch)
    ]
    made: list[Clause] = []
    questioned = bool(words) and words[-1].text == "?"
    for number, group in enumerate(groups):
        subject = subject_of(words, groups, number, grammar.asking, grammar.inverted)
        made.append(_clause(words, groups, made, group, subject, grammar, questioned))
    if grammar.prefixed:
        return words, _fronted(words, made)
    return words, [_opening(words, made, clause) for clause in made]


def _fronted(words: Sequence[Word], made: list[Clause]) -> list[Clause]:
    """Give a clause that opens a sentence without a subject the one of the next clause.

    In "Dituduh Peru mencuri air, Chile membantah" it is Chile that is accused.
    """
    first = made[0] if made else None
    if first is None or first.subject is not None or first.link != "main" or first.group.first > 1:
        return made
    for later in made[1:]:
        own = later.subject if later.link == "main" and later.way == "own" else None
        if (
            own is not None
            and words[own.first - 1].kind == "comma"
            and own.first > first.group.head
        ):
            return [replace(first, subject=own, way="fronted"), *made[1:]]
        if later.link == "main":
            break
    return made


def _opening(words: Sequence[Word], made: Sequence[Clause], clause: Clause) -> Clause:
    """Give a participle that opens a sentence the subject behind it ("Accused by X, Y ...")."""
    group = clause.group
    if group.form not in ("reduced", "gerund") or clause.subject is not None:
        return clause
    if any(word.kind not in ("adverb", "mark", "quote") for word in words[: group.first]):
        return clause
    for later in made:
        finite = later.group.form == "finite" and later.link == "main" and later.way == "own"
        if finite and later.group.head > group.head and later.subject is not None:
            apart = words[later.subject.first - 1].kind == "comma"
            if not apart:
                return clause
            return replace(clause, subject=later.subject, way="fronted", unreal=later.unreal)
    return clause


def _clause(
    words: Sequence[Word],
    groups: Sequence[Group],
    made: Sequence[Clause],
    group: Group,
    subject: Subject,
    grammar: Grammar,
    questioned: bool,
) -> Clause:
    """Make the clause of one verb, with those before it known."""
    link, host = _link(words, made, group, subject, grammar)
    firsts = {peer.first for peer in groups if peer.form == "finite" and peer.head > group.head}
    objects, beside, complement = behind(words, firsts, group.head)
    clause = Clause(
        group,
        subject.phrase,
        subject.way,
        subject.antecedent or objects,
        beside,
        complement,
        link,
        host,
        questioned or group.unreal,
        group.mood,
    )
    clause = _with_subject(words, made, clause, grammar)
    return _scoped(words, made, clause, subject, grammar)


def _link(
    words: Sequence[Word],
    made: Sequence[Clause],
    group: Group,
    subject: Subject,
    grammar: Grammar,
) -> tuple[str, int | None]:
    """Say what a clause is, and which it hangs on."""
    last = len(made) - 1 if made else None
    if group.form == "infinitive":
        return "infinitive", last
    if group.form == "gerund":
        return "gerund", _main_before(made)
    if group.form == "reduced":
        return "relative", last
    opener = words[subject.opener] if subject.opener is not None else None
    if subject.way == "shared":
        peer = _peer(made, words, group, grammar)
        return (made[peer].link, made[peer].host) if peer is not None else ("main", None)
    if opener is None:
        return "main", None
    if subject.way == "relative" or subject.antecedent is not None or opener.kind == "relative":
        return "relative", last
    if opener.kind in ("complement", "adverbial", "condition"):
        return opener.kind, last
    if opener.kind == "verb" and last is not None and subject.opener == made[last].group.head:
        asking = opener.base in grammar.asking | grammar.outer | grammar.unreal
        return ("complement" if asking else "relative"), last
    if opener.kind == "comma" and grammar.prefixed and subject.opener:
        before = subject.opener - 1  # "X menambahkan, Y ..."
        heads = [
            number
            for number, clause in enumerate(made)
            if clause.group.head == before and clause.link not in ("condition", "adverbial")
        ]
        return ("complement", heads[0]) if heads else ("main", None)
    return "main", None


def _main_before(made: Sequence[Clause]) -> int | None:
    """Give the last clause that stands by itself."""
    whole = [number for number, peer in enumerate(made) if peer.link in ("main", "adverbial")]
    finite = [number for number in whole if made[number].group.form == "finite"]
    return finite[-1] if finite else (whole[-1] if whole else None)


def _peer(
    made: Sequence[Clause], words: Sequence[Word], group: Group, grammar: Grammar
) -> int | None:
    """Give the clause whose subject a verb behind "and" shares.

    That is the last finite one that is not shut in a relative or adverbial clause, the outer one
    where it says something and the inner one does not go on about the same.
    """
    finite = [
        number
        for number, peer in enumerate(made)
        if peer.group.form == "finite" and peer.link not in ("relative", "condition")
    ]
    if not finite:
        return None
    inner = finite[-1]
    outer = made[inner].host
    if made[inner].link not in ("complement", "adverbial") or outer is None:
        return inner
    says = words[group.head].base in grammar.outer
    return outer if says and words[made[inner].group.head].base not in grammar.outer else inner


def _with_subject(
    words: Sequence[Word], made: Sequence[Clause], clause: Clause, grammar: Grammar
) -> Clause:
    """Give a clause without a subject of its own the one it shares."""
    if clause.subject is not None:
        return _of_passive(made, clause) if grammar.prefixed else clause
    if clause.way == "shared":
        peer = _peer(made, words, clause.group, grammar)
        return replace(clause, subject=made[peer].subject) if peer is not None else clause
    if clause.group.form in ("infinitive", "gerund") and clause.host is not None:
        host = made[clause.host]
        meant = host.subject
        frames = grammar.frames.get(words[host.group.head].base, ())
        if clause.group.form == "infinitive" and host.objects and any(f.clause for _, f in frames):
            meant = host.objects
        return replace(clause, subject=meant, way="control")
    return _inverted(words, clause, grammar)


def _of_passive(made: Sequence[Clause], clause: Clause) -> Clause:
    """Give the clause behind a passive its subject: between them stands who asks or accuses.

    In "Chile dituduh Peru mencuri air" it is Chile that would have stolen.
    """
    host = made[clause.host] if clause.host is not None and clause.link == "complement" else None
    if host is None or not host.group.passive or host.objects != clause.subject:
        return clause
    return replace(clause, subject=host.subject, way="control")


def _inverted(words: Sequence[Word], clause: Clause, grammar: Grammar) -> Clause:
    """Give a word of saying the subject behind it ("..., said X")."""
    first = clause.group.first
    behind = not first or words[first - 1].kind in ("quote", "comma", "stop", "mark")
    says = words[clause.group.head].base in grammar.inverted
    if behind and says and clause.objects is not None:
        return replace(clause, subject=clause.objects, objects=None, way="inverted")
    return clause


def _scoped(
    words: Sequence[Word],
    made: Sequence[Clause],
    clause: Clause,
    subject: Subject,
    grammar: Grammar,
) -> Clause:
    """Say whether what a clause tells is only imagined, by what it hangs on."""
    unreal = clause.unreal or clause.link == "condition"
    opener = words[subject.opener] if subject.opener is not None else None
    if opener is not None and opener.text in _NEVER:
        unreal = True
    unreal = unreal or _opens_condition(words, clause) or _is_lapsed(words, clause, grammar)
    unreal = unreal or _is_nobody(words, clause.subject)
    host = made[clause.host] if clause.host is not None else None
    if host is not None:
        unreal = unreal or _denies(words, host, clause, grammar)
    if clause.link == "complement" and subject.opener:
        unreal = unreal or _only_asked(words, clause, subject.opener, grammar)
    before = words[clause.group.first - 2].text if clause.group.first > 1 else ""
    if clause.group.form == "infinitive" and before in grammar.unreal_nouns:
        unreal = True
    if clause.group.form == "gerund" and words[clause.group.first - 1].kind != "comma":
        unreal = True
    return replace(clause, unreal=unreal)


def _is_nobody(words: Sequence[Word], subject: Phrase | None) -> bool:
    """Whether the subject is nobody ("no ship", "tidak satu pun sopir")."""
    if subject is None:
        return False
    inside = words[max(0, subject.first - 1) : subject.last + 1]
    if any(word.kind == "coordinate" for word in inside):  # "bukan X melainkan Y"
        return False
    return inside[0].kind == "negation" or any(word.text in _NOBODY for word in inside[:2])


def _is_lapsed(words: Sequence[Word], clause: Clause, grammar: Grammar) -> bool:
    """Whether somebody once agreed or promised and has since turned ("pernah setuju, tetapi")."""
    frames = grammar.frames.get(words[clause.group.head].base, ())
    willing = words[clause.group.head].base in grammar.willing
    if not willing and not any(frame.kind in _LAPSING for _, frame in frames):
        return False
    before = words[max(0, clause.group.head - _NEAR) : clause.group.head]
    later = words[clause.group.head :]
    return any(word.text in grammar.lapsed for word in before) and any(
        word.text in grammar.turning for word in later
    )


def _opens_condition(words: Sequence[Word], clause: Clause) -> bool:
    """Whether an auxiliary before the subject says "if" ("Had Peru accepted, ...")."""
    place = clause.subject.first - 1 if clause.subject is not None else -1
    if place < 0 or clause.way != "own" or words[place].text not in _IF:
        return False
    return place == 0 or words[place - 1].kind in ("comma", "stop", "coordinate", "mark")


def _only_asked(words: Sequence[Word], clause: Clause, opener: int, grammar: Grammar) -> bool:
    """Whether a clause is what a noun asks or fears, or stands in a bare form ("that X leave")."""
    nouns = [word for word in words[:opener] if word.kind not in ("date", "adverb")]
    if nouns and nouns[-1].text in grammar.unreal_nouns:
        return True
    forms = words[clause.group.head].forms
    bare = clause.group.first == clause.group.head and "base" in forms
    return bare and "past" not in forms and clause.way == "own"


def _denies(words: Sequence[Word], host: Clause, clause: Clause, grammar: Grammar) -> bool:
    """Whether what a clause hangs on makes it unreal: a denial, a hope, a question."""
    if clause.link == "relative":
        return False
    governs = clause.link in ("complement", "infinitive")
    if governs and (host.group.negated or words[host.group.head].base in grammar.unreal):
        return True
    if clause.link == "infinitive":
        apart = clause.group.first - host.group.head > _NEXT
        return apart or words[host.group.head].base not in grammar.harmless
    return host.unreal if clause.link != "gerund" else False


def phrase_words(words: Sequence[Word], phrase: Phrase) -> Iterator[Word]:
    """Give the words of a phrase without what is inserted in it."""
    for place in range(phrase.first, phrase.last + 1):
        if not any(first <= place <= last for first, last in phrase.inserted):
            yield words[place]
