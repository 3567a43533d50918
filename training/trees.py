"""Dependency trees (CoNLL-U) of several treebanks, brought to one way of drawing a sentence.

Treebanks of one language disagree on what matters here: how the agent of a passive is marked, what
a clause under a word of saying is, where "-nya" ends a word. Here an agent is ``obl:agent``, what
is said is ``ccomp``, and a word is what the reader takes for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

__all__ = ["Node", "conllu", "harmonised", "trees_in"]

_COLUMNS = 10
_LONGEST = 60  # letters of a word kept: the trainer of udpipe fails on more than 254 bytes
_SUBTYPES = ("nsubj:pass", "obl:agent", "acl:relcl", "aux:pass")  # others are dropped
_FEATURES = ("Voice", "VerbForm", "Tense", "Number", "PronType", "Polarity")
_PLAIN_QUOTES = str.maketrans("“”„«»‘’`", '"""""\'\'\'')
_PARTED = ("cannot", "gonna", "wanna", "gotta", "dont", "cant")  # the reader parts "n't" too
_BY = ("oleh", "by")
_THAT = ("bahwa", "that")
_PASSIVE = re.compile("di[a-z]{3}")
_SAYING = re.compile(  # "mengatakan", "menyebut": a first letter goes where a prefix stands
    r"(?:ber|di|me(?:m|ng|ny|n)?)?(?:k?ata|ujar|t?utur|ucap|t?egas|n?yata|jelas|s?ebut|t?ambah|"
    r"ungkap|lapor|duga|t?uduh|klaim|aku|umum|ingat|minta|t?untut|desak|janji|ancam|bantah|"
    r"t?uding|yakin)(?:kan|i|nya)?"
)

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a tree.

    Parameters
    ----------
    form : str
        The word as written.
    tag : str
        Its universal part of speech.
    features : str
        What of its form bears on roles; ``_`` where nothing does.
    head : int
        The number of the word it hangs on; 0 for none.
    relation : str
        What it is to that word.
    """

    form: str
    tag: str
    features: str
    head: int
    relation: str


def trees_in(path: Path) -> Iterator[list[Node]]:
    """Give the trees of a file, with words as they are written, harmonised."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        kept = [row for row in rows if len(row) == _COLUMNS and "." not in row[0]]
        if kept:
            yield harmonised(_as_written(kept))


def _as_written(rows: Sequence[Row]) -> list[Node]:
    """Give the words of a tree, joining again what is written as one word.

    A joined word hangs where that part hangs whose head stands outside of it; what hung on any of
    its parts hangs on the whole.
    """
    written: list[tuple[str, list[Row]]] = []
    place = {0: 0}
    last = 0
    for row in rows:
        first, _, stop = row[0].partition("-")
        if stop:
            if not _is_parted(row[1]):
                last = int(stop)
                written.append((row[1], []))
            continue
        if int(first) > last:
            written.append((row[1], []))
        written[-1][1].append(row)
        place[int(first)] = len(written)
    return [_node(form, parts, place) for form, parts in written]


def _is_parted(form: str) -> bool:
    """Whether a written word is several to the reader, too ("don't", "Peru's")."""
    return "'" in form or "’" in form or form.lower() in _PARTED


def _node(form: str, parts: Sequence[Row], place: dict[int, int]) -> Node:
    """Make the node of one written word."""
    inside = {row[0] for row in parts}
    top = next((row for row in parts if row[6] not in inside), parts[0])
    features = [item for item in top[5].split("|") if item.partition("=")[0] in _FEATURES]
    relation = top[7] if top[7] in _SUBTYPES else top[7].partition(":")[0]
    form = form.translate(_PLAIN_QUOTES)[:_LONGEST]
    return Node(form, top[3], "|".join(features) or "_", place[int(top[6])], relation)


def harmonised(tree: Sequence[Node]) -> list[Node]:
    """Give a tree in which agents and what is said are drawn in one way.

    Parameters
    ----------
    tree : sequence of Node
        A tree of any of the treebanks.

    Returns
    -------
    list of Node
        The same words on the same heads, some by another relation.
    """
    nodes = list(tree)
    for index, node in enumerate(nodes):
        if node.head and (_is_agent(nodes, index) or node.relation == "obl:agent"):
            nodes[index] = replace(node, relation="obl:agent")
        elif node.head and _is_said(nodes, index):
            nodes[index] = replace(node, relation="ccomp")
    return nodes


def _below(nodes: Sequence[Node], index: int, *relations: str) -> list[str]:
    """Give the words that hang on one by some relations, in small letters."""
    return [
        node.form.lower()
        for node in nodes
        if node.head == index + 1 and node.relation in relations
    ]


def _is_agent(nodes: Sequence[Node], index: int) -> bool:
    """Whether a word is who acts in a passive: behind "oleh", or bare right behind "di-"."""
    node, head = nodes[index], nodes[nodes[index].head - 1]
    prefixed = _PASSIVE.match(head.form.lower()) is not None
    participle = "Tense=Past" in head.features and "VerbForm=Part" in head.features
    if head.tag != "VERB" or not (prefixed or participle or "Voice=Pass" in head.features):
        return False
    cases = _below(nodes, index, "case", "mark")
    if node.relation in ("obl", "nmod", "obj", "advcl") and set(cases) & set(_BY):
        return True
    nominal = node.tag in ("NOUN", "PROPN", "PRON") and node.relation in ("obl", "obj")
    return prefixed and nominal and index == node.head and not cases


def _is_said(nodes: Sequence[Node], index: int) -> bool:
    """Whether a clause is what is said: behind "bahwa", or unmarked behind a word of saying."""
    node, head = nodes[index], nodes[nodes[index].head - 1]
    marks = _below(nodes, index, "mark")
    if node.relation == "advcl" and set(marks) & set(_THAT):
        return True
    behind = node.relation in ("advcl", "parataxis") and index + 1 > node.head
    return behind and not marks and _SAYING.fullmatch(head.form.lower()) is not None


def conllu(trees: Sequence[Sequence[Node]]) -> str:
    """Write trees as CoNLL-U."""
    lines: list[str] = []
    for tree in trees:
        for number, node in enumerate(tree, 1):
            fields = (number, node.form, "_", node.tag, "_", node.features)
            lines.append("\t".join(map(str, (*fields, node.head, node.relation, "_", "_"))))
        lines.append("")
    return "\n".join(lines) + "\n"
