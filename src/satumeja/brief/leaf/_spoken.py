"""Every sentence of a front page in all languages, each with where its data stand."""

from __future__ import annotations

from satumeja.brief.leaf._leaf import leaves_of
from satumeja.brief.words import LANGUAGES, Phrases, Words
from satumeja.front import Front
from satumeja.model import Model

__all__ = ["sentences_of"]


def sentences_of(front: Front, model: Model) -> list[dict[str, str]]:
    """List what a front page says, sentence by sentence, those of the picture at the end.

    Parameters
    ----------
    front : Front
        The data of the page.
    model : Model
        The conflict it is of.

    Returns
    -------
    list of dict
        Of each sentence the `key` of its template, where its data stand (`from`), and what it
        says by language.

    Examples
    --------
    >>> from satumeja.front import front
    >>> from satumeja.gallery import load
    >>> model = load("elmira")
    >>> sentences_of(front(model), model)[2]["from"]
    'tables'
    """
    leaves = leaves_of(front, [Phrases(model, Words(code)) for code in LANGUAGES])
    columns = [
        [*leaf.sentences, *(row.sentence for row in leaf.picture.rows if row.sentence.text)]
        for leaf in leaves
    ]
    return [
        {"key": same[0].key, "from": same[0].source}
        | dict(zip(LANGUAGES, (sentence.text for sentence in same), strict=True))
        for same in zip(*columns, strict=True)
    ]
