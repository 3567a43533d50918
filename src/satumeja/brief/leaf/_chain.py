"""What holds the present situation, or moves it: the links of one chain, and what groups gain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._sentence import Block, Sentence, capital, spelled
from satumeja.front import Backing, Link

__all__ = ["evidence_in_words", "holding"]

_NAMED_DEEDS = 3


def holding(
    names: Names, *, quiet: bool = False, counted: bool = False, most: int = 2
) -> Block | None:
    """Say what the present situation hangs on.

    Parameters
    ----------
    names : Names
        The turns of phrase of the page.
    quiet : bool
        Whether to leave it unsaid that groups gain nothing.
    counted : bool
        Whether to count what a group would change, where it is much, in place of naming it.
    most : int
        How many chains are told, each of one side's move.

    Returns
    -------
    Block or None
        None where the model does not say which situation is the present one.
    """
    hold = names.front.hold
    if hold is None:
        return None
    kind = "moves" if hold.level == 0 else "holds"
    sentences = [*_links(names, most), *_groups(names, quiet=quiet, counted=counted)]
    return Block("holds", names.words(f"leaf.heading.{kind}"), tuple(sentences))


def _links(names: Names, most: int) -> Iterator[Sentence]:
    words, front = names.words, names.front
    chains = _chains(front.links)[:most]
    if not chains:
        yield Sentence("leaf.links.nothing", words("leaf.links.nothing"), "hold")
        return
    for chain in chains:
        steps = "; ".join(_steps(names, chain))
        blanks = {"number": spelled(words, len(chain)), "steps": steps}
        text = words.count("leaf.links.count", len(chain), **blanks)
        yield Sentence("leaf.links.count", capital(text), "links", "", blanks)
        yield from _unsourced(names, chain)
    yield from _further(names, len(chains))


def _further(names: Names, shown: int) -> Iterator[Sentence]:
    """Say whose gain could come back, and how many moves are left aside."""
    hold, words = names.front.hold, names.words
    assert hold is not None  # noqa: S101 there are links only where it is known
    if hold.nuance and hold.level > 0:
        blanks = {"dms": names.dms(hold.nuance)}
        text = words("leaf.links.nuance", **blanks)
        yield Sentence("leaf.links.nuance", text, "hold", "", blanks)
    more = sum(side.count for side in hold.tempted) - shown
    if more > 0:
        blanks = {"number": spelled(words, more)}
        text = capital(words.count("leaf.links.more", more, **blanks))
        yield Sentence("leaf.links.more", text, "hold.tempted", "", blanks)


def _chains(links: Sequence[Link]) -> list[list[Link]]:
    """Part the links into chains, each of which begins with a move."""
    chains = list[list[Link]]()
    for link in links:
        if link.kind == "move" or not chains:
            chains.append([])
        chains[-1].append(link)
    return chains


def _steps(names: Names, chain: Sequence[Link]) -> Iterator[str]:
    """Say each link of a chain."""
    answers = 0
    for link in chain:
        blanks = {"dm": names.dm(link.dm), "ev": evidence_in_words(names, link.why)}
        if link.kind == "move":
            yield names.words("leaf.links.move", **blanks)
        elif link.kind == "answer":
            key = ("answer" if link.gain else "costly") + ("_again" if answers else "")
            answers += 1
            yield names.words(f"leaf.links.{key}", **blanks)
        elif link.kind == "no gain":
            yield names.words("leaf.links.no_gain", **blanks)
        else:
            yield names.words("leaf.links.back")
    if not answers:
        yield names.words("leaf.links.unanswered")


def evidence_in_words(names: Names, backing: Backing | None) -> str:
    """Say in a few words what an assumption rests on."""
    words = names.words
    if backing is None or (backing.grade == "none" and not backing.passages):
        return words("leaf.ev.none")
    if not backing.passages:
        text = words("leaf.ev.published")
    elif backing.verbatim in (0, backing.passages):
        key = "quoted" if backing.verbatim else "reported"
        text = words.count(f"leaf.ev.{key}", backing.passages)
    else:
        verbatim = words.number(backing.verbatim)
        text = words.count("leaf.ev.mixed", backing.passages, verbatim=verbatim)
    for mark in ("inferred", "contested"):
        if getattr(backing, mark):
            text = words(f"leaf.ev.{mark}", ev=text)
    return text


def _unsourced(names: Names, chain: Sequence[Link]) -> Iterator[Sentence]:
    """Say where the order of two wishes decides a link and nothing is cited for it."""
    for place, link in enumerate(chain, start=1):
        if link.order:
            key = "leaf.links.order_last" if place == len(chain) else "leaf.links.order"
            blanks = {"dm": names.dm(link.dm)}
            yield Sentence(key, names.words(key, **blanks), "links", "", blanks)
            return


def _groups(names: Names, *, quiet: bool, counted: bool) -> Iterator[Sentence]:
    groups, words = names.front.groups, names.words
    if groups is None or (quiet and not groups):
        return
    if not groups:
        yield Sentence("leaf.groups.none", words("leaf.groups.none"), "groups")
        return
    group = groups[0]
    size = sum(len(part.up) + len(part.down) for part in group.deed.changes)
    if counted and size > _NAMED_DEEDS:
        key = "leaf.groups.counted"
        blanks = {"members": names.dms(group.members), "number": spelled(words, size)}
        yield Sentence(key, words(key, **blanks), "groups[0]", "", blanks)
        return
    blanks = {"members": names.dms(group.members), "deeds": names.deeds(group.deed)}
    yield Sentence(
        "leaf.groups.some", words("leaf.groups.some", **blanks), "groups[0]", "", blanks
    )
