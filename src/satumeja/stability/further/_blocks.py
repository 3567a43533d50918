"""Coalition structures: the decision makers parted into blocks, each of which acts as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.stability._concepts import Concept
from satumeja.stability.further._metarational import Metarational
from satumeja.stability.further._question import FurtherConcept
from satumeja.stability.further._relations import Rows, join
from satumeja.stability.further._setting import Party, Setting
from satumeja.stability.further._together import Together

__all__ = ["BLOCKED", "Blocks", "over_blocks", "partition_of"]

BLOCKED = (
    "a block moves by legal sequences of its members, and improves where every member gains; "
    "other blocks answer as wholes, none twice in a row"
)
"""How blocks are taken, in words, for results to say."""

_REFERENCE = (
    "Kilgour, Hipel, Fang & Peng, Coalition analysis in group decision support, Group Decision "
    "and Negotiation, 2001"
)


class Blocks(Together):
    """Stability of a state for a block, where every block acts as one decision maker.

    Parameters
    ----------
    setting : Setting
        The model.
    partition : sequence of tuple of str
        The blocks, by ids.
    concept : Concept
        One of the five that are decided from ranks alone.

    Notes
    -----
    The concept is that of single decision makers, put to a game whose players are the
    blocks: one moves from s to whatever a legal sequence of its members leads to, improves
    by going to a state that all of them prefer to s, and is held by any other state. So
    Nash, GMR and SMR say of a block what CNash, CGMR and CSMR say of it as a coalition, since
    any sequence of the others falls into sequences of their blocks. SEQ is not CSEQ: there
    the others also answer as parts of their blocks or across them.

    Cost: one closure a block, and one of the other blocks for each.
    """

    def __init__(
        self, setting: Setting, partition: Sequence[tuple[str, ...]], concept: Concept
    ) -> None:
        super().__init__(setting, concept.id)
        self.partition = [setting.party(block) for block in partition]
        self.asks = concept

    def question(self, party: Party) -> Metarational:
        """Return the question put to one block; a block that answers is a set of bits."""
        rule, answers = self.asks, dict[int, Rows]()
        moves = self.improvements if rule.credible else self.reach
        if rule.sanctions:
            answers = {
                join(1 << i for i in block): moves(block)
                for block in self.partition
                if block != party
            }
        hold = self.relations.neither(self.better(party))
        counter = moves(party) if rule.counter else None
        return Metarational(self.improvements(party), hold, answers, counter)


def over_blocks(concept: Concept, partition: Sequence[tuple[str, ...]]) -> FurtherConcept:
    """Make of a concept for single decision makers the same for blocks.

    Parameters
    ----------
    concept : Concept
        One of the five.
    partition : sequence of tuple of str
        The blocks, as `partition_of` gives them.

    Examples
    --------
    >>> from satumeja.stability import CONCEPTS
    >>> over_blocks(CONCEPTS["seq"], [("moe", "uniroyal"), ("lg",)]).name
    'Sequential stability over the blocks moe+uniroyal, lg'
    """
    return FurtherConcept(
        concept.id,
        f"{concept.name} over the blocks {_listed(partition)}",
        f"{concept.definition} Here i and the others are blocks: {BLOCKED}.",
        (),
        f"{concept.reference} Coalitions: {_REFERENCE}.",
        partial(Blocks, partition=tuple(partition), concept=concept),
        parties=tuple(partition),
    )


def partition_of(
    model: Model, blocks: str | Iterable[str | Iterable[str]]
) -> tuple[tuple[str, ...], ...]:
    """Read a partition of the decision makers into blocks.

    Parameters
    ----------
    model : Model
        Whose decision makers they are.
    blocks : str or iterable of str or iterable of str
        ``"moe+uniroyal,lg"``, or the blocks one by one: each a list of ids, or a text with a
        plus between them.

    Returns
    -------
    tuple of tuple of str
        The blocks as given, the members of each in the model's order.

    Raises
    ------
    QuestionError
        If a decision maker is in no block or in more than one, or there is no such one.

    See Also
    --------
    analyse : Decides which states are stable for the blocks.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> partition_of(load("elmira"), "uniroyal+moe, local_government")
    (('moe', 'uniroyal'), ('local_government',))
    """
    parts = blocks.split(",") if isinstance(blocks, str) else list(blocks)
    partition, home = list[tuple[str, ...]](), dict[str, str]()
    ids = [dm.id for dm in model.decision_makers]
    for part in parts:
        if not isinstance(part, Iterable):
            raise QuestionError(f"blocks: a block is a list of ids, not {part!r}")
        members = part.split("+") if isinstance(part, str) else list(part)
        block = [model[_name(member)].id for member in members]
        name = "+".join(block)
        for dm in block:
            if dm in home:
                where = f"{home[dm]} and in {name}" if home[dm] != name else f"{name} twice"
                raise QuestionError(f'blocks: "{dm}" is in {where}; each is in one block alone')
            home[dm] = name
        if not block:
            raise QuestionError("blocks: a block has one decision maker or more")
        partition.append(tuple(sorted(block, key=ids.index)))
    lacking = [dm for dm in ids if dm not in home]
    if lacking:
        raise QuestionError(
            f"blocks: {', '.join(lacking)} left out; whoever acts alone is a block of one, as in "
            f"{_listed([*partition, *((dm,) for dm in lacking)])}"
        )
    return tuple(partition)


def _name(member: object) -> str:
    if not isinstance(member, str):
        raise QuestionError(f"blocks: a decision maker is named by its id, not by {member!r}")
    return member.strip()


def _listed(partition: Iterable[Sequence[str]]) -> str:
    return ", ".join("+".join(block) for block in partition)
