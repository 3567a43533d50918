"""Learn weights from examples, and write them as the reader keeps them."""

from __future__ import annotations

import json
from base64 import b85encode
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from examples import Example

from satumeja.dossier.acts._choice import Weights

__all__ = ["KINDS", "learn", "shared", "to_json"]

KINDS = (
    *("accuse", "agree", "agree_to_talk", "claim", "criticise", "demand", "deny", "meet"),
    *("mobilise", "offer", "praise", "principle", "promise", "red_line", "refuse", "reject"),
    *("sanction", "say", "threaten", "use_force", "warn"),
)
_STRENGTH = 0.5  # how far weights may grow: the inverse of the regularisation
_SEEN = 2  # a sign seen in fewer examples says nothing
_OTHER_LANGUAGE = 0.5  # what an example of the other language counts
_SHARED = ("class=", "cue=", "first=", "fits=", "frame=", "how=", "if", "mode=", "names=")
_SHARED_TOO = ("says=", "size=", "stance=", "who=")
_UNIT = 1 / 32
_PLACES = 127


def shared(examples: Iterable[Example]) -> list[Example]:
    """Give examples with only the signs that are the same in every language."""
    kept = (*_SHARED, *_SHARED_TOO)
    return [
        replace(one, signs=tuple(sign for sign in one.signs if sign.startswith(kept)))
        for one in examples
    ]


def learn(examples: Sequence[Example], others: Sequence[Example] = ()) -> Weights:
    """Learn a multinomial logistic regression, rounded to whole numbers.

    Parameters
    ----------
    examples : sequence of Example
        The examples of a language.
    others : sequence of Example
        Those of other languages, of which only the shared signs are learned from.

    Returns
    -------
    Weights
        The same for the same examples: the problem is convex and solved far beyond the
        precision that is kept.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(sign for one in examples for sign in one.signs)
    known = {sign for sign, count in seen.items() if count >= _SEEN}
    learned = [*examples, *shared(others)]
    table = [{sign: 1.0 for sign in one.signs if sign in known} for one in learned]
    vectors = DictVectorizer(sort=True)
    shares = [1.0] * len(examples) + [_OTHER_LANGUAGE] * len(others)
    model: Any = LogisticRegression(C=_STRENGTH, max_iter=5000, tol=1e-7)
    model.fit(vectors.fit_transform(table), [one.act for one in learned], sample_weight=shares)
    start = tuple(round(float(value) / _UNIT) for value in model.intercept_)
    signs = {}
    for sign, column in sorted(vectors.vocabulary_.items()):
        row = [round(float(value) / _UNIT) for value in model.coef_[:, column]]
        if any(row):
            signs[sign] = bytes(max(-_PLACES, min(_PLACES, one)) % 256 for one in row)
    return Weights(tuple(str(kind) for kind in model.classes_), _UNIT, start, signs)


def to_json(weights: Weights) -> str:
    """Write weights as a file: a line a sign, so that changes can be compared."""
    lines = [
        f"{json.dumps(sign, ensure_ascii=False)}:{json.dumps(b85encode(row).decode())}"
        for sign, row in sorted(weights.signs.items())
    ]
    head = (
        f'{{"kinds":{json.dumps(weights.kinds)},"scale":{weights.scale},'
        f'"start":{json.dumps(weights.start)},"signs":{{\n'
    )
    return head + ",\n".join(lines) + "\n}}\n"
