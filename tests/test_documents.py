"""Documents as they are written: the text of plain ones, in little memory."""

from __future__ import annotations

import json
import random
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from brief.large import large_model
from operations import growth
from satumeja.documents import Listing, Rows, plain, written
from satumeja.model import Coalescing, Model, OptionStates
from satumeja.schemas import decimals_as_strings, rounded_decimals

_TEXTS = ["", 'é "quoted" \\\n\u2028', "%s %%", "YNN|N", "\x7f\x00"]
_NUMBERS = [0, -3, 2**70, 17, 0.1, 1e300, -2.5e-9, 3.0]


def random_part(rng: random.Random, depth: int = 0) -> Any:
    """Make a part of a document, with listings and rows in it."""
    kind = rng.randrange(9 if depth < 4 else 5)
    count = rng.randrange(4)
    makers: list[Callable[[], Any]] = [
        lambda: rng.choice([None, True, False]),
        lambda: rng.choice(_NUMBERS),
        lambda: rng.choice(_TEXTS),
        lambda: Listing(np.array([rng.randrange(100) for _ in range(count)], dtype=np.uint32)),
        lambda: Listing(_TEXTS[:count]),
        lambda: [random_part(rng, depth + 1) for _ in range(count)],
        lambda: {key: random_part(rng, depth + 1) for key in rng.sample(["a", "b%", '"'], count)},
        lambda: Listing([random_part(rng, depth + 1) for _ in range(count)]),
        lambda: Rows(
            {
                "number": range(1, count + 1),
                "decimal": np.arange(count) * 2**60,
                "%s": [plain(random_part(rng, depth + 1)) for _ in range(count)],
                'é"': _TEXTS[:count],
            }
        ),
    ]
    return makers[kind]()


def test_a_document_is_written_as_the_plain_one_is() -> None:
    rng = random.Random(1)
    for _ in range(3_000):
        part = random_part(rng)
        assert "".join(written(part)) == json.dumps(plain(part), indent=1, ensure_ascii=False)


def test_the_decimals_of_a_document_are_those_of_the_plain_one() -> None:
    rng, wide = random.Random(2), 0
    for _ in range(1_000):
        part = random_part(rng)
        wide += rounded_decimals(part)
        assert rounded_decimals(part) == rounded_decimals(plain(part))
        assert plain(decimals_as_strings(part)) == decimals_as_strings(plain(part))
    assert wide > 100


def test_a_number_that_is_not_one_is_written_as_json_writes_it() -> None:
    assert "".join(written([float("nan"), float("-inf")])) == "[\n NaN,\n -Infinity\n]"


def test_memory_does_not_grow_with_what_is_written() -> None:
    count = 1 << 19
    document = {"stable": Listing(np.arange(count)), "states": Rows({"number": range(count)})}
    tracemalloc.start()
    letters = sum(map(len, written(document)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert letters > 1 << 23
    assert peak < 1 << 24


def states_of(model: Model) -> OptionStates:
    assert isinstance(model.states, OptionStates)
    return model.states


@pytest.mark.parametrize("pattern", [(), ("o1 & o3", "o2 & -o1 & o4")])
def test_many_forms_are_those_of_single_states(pattern: tuple[str, ...]) -> None:
    model = large_model(7)
    groups = tuple(Coalescing(model.condition(text), text) for text in pattern)
    states = states_of(replace(model, coalesce=groups))
    numbers = np.arange(1, len(states) + 1)
    assert states.forms(numbers) == [states.form(n) for n in numbers.tolist()]
    assert states.forms(numbers[::-3]) == [states.form(n) for n in numbers[::-3].tolist()]
    assert [row["form"] for row in states.to_json()] == states.forms(numbers)


def test_writing_an_analysis_grows_with_the_lists_and_no_faster() -> None:
    """Eight times the states are no more than some ten times the work, all of it in few steps."""
    analyses = {options: large_model(options).analyse() for options in (9, 12)}

    def work(options: int) -> None:
        for _ in written(analyses[options].document()):
            pass

    # Per state it is a few steps of Python: forms and rows are made thousands at a time.
    assert growth(work, 9, 12) < 10
