"""Find what a list goes on with that no word of saying stands by ("Second, the road ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from satumeja.dossier.reading._finds import Find, Work, trim
from satumeja.dossier.reading._gazetteer import lists

__all__ = ["add_items"]

_APART = 2  # so many sentences may stand between two items


def add_items(work: Work) -> None:
    """Add the items of a list as the words of who announced it ("named three demands").

    Parameters
    ----------
    work : Work
        The report, with who said what found in it, and who speaks.
    """
    work.finds.extend([*_items(work)])


def _items(work: Work) -> Iterator[Find]:
    """Give the items nobody is found to have said."""
    forms = lists(work.report.language, "speech")["items"]
    opens, announced = re.compile(forms["opens"]), re.compile(forms["announced"])
    text = work.report.text
    said: dict[int, Find] = {}
    for find in work.finds:
        said.setdefault(find.where, find)
    lister: Find | None = None
    last = -1
    for index, sentence in enumerate(work.report.sentences):
        item = opens.match(text, sentence.start, sentence.end)
        here = said.get(index)
        if item and lister is not None and index - last <= _APART:
            last = index
            content = trim(text, item.end(), sentence.end)
            if here is None and content is not None and _is_free(work, content):
                speaker, doubtful = lister.speaker, lister.doubtful
                yield Find(0, None, "say", speaker, None, content, False, index, doubtful)
        elif here is not None and not here.direct:
            count = announced.search(text, sentence.start, sentence.end)
            lister, last = (here, index) if count and here.speaker else (None, -1)


def _is_free(work: Work, content: tuple[int, int]) -> bool:
    """Whether words stand outside all quotation marks."""
    return not work.quotes.within(*content)
