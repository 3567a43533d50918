"""The tables that stand in pages written by hand, made from the code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from handbook._errors import exception_table
from handbook._figures import field_table_views, figure_views
from handbook._keys import key_tables
from handbook._outputs import output_list
from handbook._prose import table
from handbook._shots import shot_views
from satumeja.brief.words import Words, definition_of, heading_of
from satumeja.stability import CONCEPTS, CONVENTIONS, FURTHER, FurtherConcept

__all__ = ["MARK", "concept_groups", "fragments", "with_fragments"]

MARK = re.compile(r"^<!-- handbook: ([a-z-]+) -->$", re.M)
"""What stands in a page where a fragment goes."""

_READS = {
    "": "Looking further, and other answers",
    "option form": "Looking further, and other answers",
    "horizon": "Looking further, and other answers",
    "coalitions": "Groups that act together",
    "unknown": "Preference that is not known",
    "much_better": "Strength of preference",
    "degrees": "Fuzzy preference",
    "chances": "Probabilistic preference",
    "attitudes": "Attitudes",
}
"""The heading under which a further concept stands, by what it reads."""


def fragments(shots: Iterable[str] = ()) -> Mapping[str, Callable[[], str]]:
    """Give what makes each fragment, by the name that pages have it by.

    Parameters
    ----------
    shots : iterable of str
        The names of the pictures of pages that could be taken.

    Returns
    -------
    mapping of str to callable
        Each makes its Markdown from the code as it is.
    """
    return {
        "brief": lambda: shot_views(shots),
        "concepts": _basic_concepts,
        "concepts-id": lambda: _basic_concepts_in("id"),
        "conventions": _conventions,
        "exceptions": exception_table,
        "field-tables": field_table_views,
        "figures": figure_views,
        "further-concepts": _further_concepts,
        "further-concepts-id": lambda: _further_concepts_in("id"),
        "model-keys": key_tables,
        "outputs": output_list,
    }


def with_fragments(text: str, shots: Iterable[str] = ()) -> str:
    """Put the fragments into a page.

    Parameters
    ----------
    text : str
        A page, with marks such as ``<!-- handbook: concepts -->`` alone on their lines.
    shots : iterable of str
        The names of the pictures of pages that could be taken.

    Returns
    -------
    str
        The page with what the marks name in their place.

    Raises
    ------
    KeyError
        If there is no such fragment.
    """
    return MARK.sub(lambda found: fragments(shots)[found[1]](), text)


def _basic_concepts() -> str:
    rows = (
        [f"`{each.id}`", each.name, each.definition, each.reference] for each in CONCEPTS.values()
    )
    return table(["id", "concept", "s is stable for i when", "source"], rows)


def _basic_concepts_in(language: str) -> str:
    words = Words(language)
    rows = (
        [f"`{name}`", heading_of(name, words), words(f"concept.{name}.definition")]
        for name in CONCEPTS
    )
    return table(_HEADS[language], rows)


def _further_concepts_in(language: str) -> str:
    words = Words(language)
    rows = ([f"`{name}`", heading_of(name, words), definition_of(name, words)] for name in FURTHER)
    return table(_HEADS[language], rows)


_HEADS = {"id": ["id", "konsep", "definisi"]}
"""What stands above the columns of concepts, in languages other than English."""


def concept_groups() -> dict[str, list[FurtherConcept]]:
    """Group the further concepts by what they read beyond ranks.

    Returns
    -------
    dict of str to list of FurtherConcept
        By heading, in the order of the registry.
    """
    groups: dict[str, list[FurtherConcept]] = {}
    for concept in FURTHER.values():
        reads = concept.needs[0] if concept.needs else ""
        groups.setdefault(_READS[reads], []).append(concept)
    return groups


def _further_concepts() -> str:
    return "\n\n".join(_group(title, each) for title, each in concept_groups().items())


def _group(title: str, concepts: Iterable[FurtherConcept]) -> str:
    each = list(concepts)
    reads = {need for concept in each for need in concept.needs}
    rows = ([f"`{one.id}`", one.name, one.definition] for one in each)
    sources = "\n".join(f"- {source}" for source in dict.fromkeys(one.reference for one in each))
    words = f"Reads beyond the ranks: {', '.join(f'`{need}`' for need in sorted(reads))}.\n\n"
    return (
        f"### {title}\n\n{words if reads else ''}"
        f"{table(['id', 'concept', 'definition'], rows)}\n\nSources:\n\n{sources}"
    )


def _conventions() -> str:
    rows = ([f"`{name}`", words] for name, words in CONVENTIONS.items())
    return table(["convention", "taken here"], rows)
