"""What once took more than it must: inputs of any size, and the command that was asked of each.

A case has a maker, which writes an input of some size into a folder and gives the words of the
command, and three sizes: one so small that it takes what the start takes, and the two between
which `growth.py` says how the work grows. A size counts what there is many of: letters,
spans, edits, states; where two things grow together, their product.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice, pairwise, product
from math import isqrt
from pathlib import Path
from typing import Any

from folder import invented

__all__ = ["CASES", "Case"]

Data = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """An input of any size, and what is asked of it."""

    make: Callable[[Path, int], list[str]]
    sizes: tuple[int, int, int]
    limit: int = 60
    """CPU seconds after which it is stopped."""


# Reports ---------------------------------------------------------------------

_HEAD = "GENEVA (AP) - Iran demanded that Iraq repair the canal. "
_TOLD = "Iran said no, and that it would not attack Iraq."
_STORY = f"{_HEAD}\n\n{_TOLD} The minister of Iraq said that he would come to the talks. "
_SYLLABLES = [first + second for first, second in product("bcdfghklmnprst", "aeiou")]


def name(number: int) -> str:
    """Give a name that no other number has."""
    places = (number % 70, number // 70 % 70, number // 4_900 % 70)
    return "".join(_SYLLABLES[place] for place in places).capitalize() + "r"


def names(count: int) -> str:
    pairs = ((name(2 * k), name(2 * k + 1)) for k in range(count))
    return _HEAD + " ".join(f"Minister {one} {other} said he would come." for one, other in pairs)


TEXTS: Mapping[str, tuple[Callable[[int], str], int]] = {
    "names": (names, 4_000),
    "quotations": (lambda count: _HEAD + "“Yes, we will.” " * count, 11_000),
    "quotations in one": (
        lambda count: _STORY + "“Iran said, " * count + "it would.” " * count,
        2_000,
    ),
    "brackets": (lambda count: _HEAD + "Iran (which) said (no) that (it). " * count, 5_400),
    "capitals in a row": (lambda count: "A" * count + " " + _STORY, 80_000),
    "letters in a row": (lambda count: _STORY + "a" * count + ".", 160_000),
    "paragraphs": (
        lambda count: _HEAD + "\n\n".join(f"Part {k}\n\n{_TOLD}" for k in range(count)),
        3_000,
    ),
    "lines": (lambda count: _HEAD + "\nIran said that it would not come." * count, 5_000),
}
"""Letters made of one thing over and over, and how many of it there are at full size."""

_PAGE = f"<html><body><article><h1>Iraq</h1><p>{_STORY}</p>{{}}</article></body></html>"

PAGES: Mapping[str, tuple[Callable[[int], str], int]] = {
    "spans": (lambda count: f"<p>{'<span>Iran said no. </span>' * count}</p>", 10_000),
    "divs": (lambda count: "<div>x</div>" * count, 200_000),
    "divs in each other": (lambda count: "<div>" * count + "x" + "</div>" * count, 20_000),
    "paragraphs of a page": (lambda count: f"<p>{_TOLD}</p>" * count, 3_000),
}


def read_text(text: Callable[[int], str], folder: Path, size: int) -> list[str]:
    path = folder / "report.txt"
    path.write_text(text(size), encoding="utf-8")
    return ["read", str(path), "--json"]


def read_page(text: Callable[[int], str], folder: Path, size: int) -> list[str]:
    path = folder / "report.html"
    path.write_text(_PAGE.format(text(size)), encoding="utf-8")
    return ["read", str(path), "--json"]


# Model files -----------------------------------------------------------------


def model(makers: Data | None = None, **more: Any) -> Data:
    two: Data = {
        "a": {"options": dict.fromkeys("uvwx"), "preferences": ["u"]},
        "b": {"options": dict.fromkeys("yz"), "preferences": ["y"]},
    }
    return {"satumeja": 1, "title": "Many", "decision_makers": two | (makers or {}), **more}


def numbered(letter: str, count: int) -> list[str]:
    return [f"{letter}{k}" for k in range(count)]


def owned(options: int, movers: int = 2, **of_first: Any) -> Data:
    """Share options o0, o1, ... out among decision makers who prefer nothing."""
    ids = iter(numbered("o", options))
    widths = [options // movers + (k < options % movers) for k in range(movers)]
    makers: Data = {
        f"d{k}": {"options": dict.fromkeys(islice(ids, width)), "preferences": []}
        for k, width in enumerate(widths)
    }
    makers["d0"].update(of_first)
    return {"satumeja": 1, "title": "Many", "decision_makers": makers}


def misspelt_options(count: int) -> Data:
    wanted = [f"optoin_{name(k)}" for k in range(count)]
    own = {"options": dict.fromkeys(f"option_{name(k)}" for k in range(min(count, 900)))}
    return model({"c": own | {"preferences": wanted}})


def misspelt_long(letters: int) -> Data:
    """Give twenty sources with long names, each cited with two letters changed."""
    rng = random.Random(1)
    ids = ["s" + "".join(rng.choices("abcd", k=letters)) for _ in range(20)]
    cited = [f"{one[:3]}zz{one[5:]}#s1" for one in ids]
    rule = {"condition": "u & y", "evidence": cited}
    return model(sources={one: {"title": "W"} for one in ids}, infeasible=[rule])


def misspelt_citations(count: int) -> Data:
    rule = {"condition": "u & y", "evidence": [f"wrie_{k}#s1" for k in range(count)]}
    return model(sources={f"wire_{k}": {"title": "W"} for k in range(count)}, infeasible=[rule])


def edits(count: int) -> Data:
    width = count.bit_length() + 1
    forms = [f"{k:0{width}b}".translate({48: "N", 49: "Y"}) + "|N" for k in range(count + 1)]
    wanted = [{"state": one, "above": other} for one, other in pairwise(forms)]
    own = {"options": dict.fromkeys(numbered("o", width)), "preferences": ["o0"], "adjust": wanted}
    other = {"options": {"p": None}, "preferences": ["p"]}
    return {"satumeja": 1, "title": "Many", "decision_makers": {"a": own, "b": other}}


def tables(count: int) -> Data:
    """Give as many tables as each has seats; the size is their product."""
    ids = numbered("m", isqrt(count))
    seated = {f"t{k}": {"seats": ids} for k in range(len(ids))}
    return model({one: {"preferences": []} for one in ids}, tables=seated)


def idle(count: int) -> Data:
    return model({one: {"preferences": ["u"]} for one in numbered("m", count)})


def movers(count: int) -> Data:
    own = [(f"m{k}", f"o{k}", f"o{(k + 1) % count}") for k in range(count)]
    makers = {dm: {"options": {o: None}, "preferences": [f"-{o}", p]} for dm, o, p in own}
    return {"satumeja": 1, "title": "Many", "decision_makers": makers}


def exclusive(count: int) -> Data:
    rule = {"at_most_one": numbered("o", count)}
    return owned(count, preferences=["o1"]) | {"infeasible": [rule]}


def one_way(count: int) -> Data:
    moves = [f"{'' if k % 2 else '-'}u & {'' if k % 3 else '-'}y" for k in range(count)]
    return model(irreversible=[{"from": one, "to": "-v & z"} for one in moves])


def chained(options: int) -> Data:
    wanted = " iff ".join(numbered("o", options))
    return owned(options, preferences=[wanted])


def pairs(options: int) -> str:
    """Say that options stand as those far from them do."""
    half = options // 2
    return " & ".join(f"(o{k} iff o{k + half})" for k in range(half))


def far_rule(options: int) -> Data:
    return owned(options, preferences=["o1"]) | {"infeasible": [f"-({pairs(options)})"]}


def far_statement(options: int) -> Data:
    return owned(options, preferences=[pairs(options)])


def far_equals(options: int) -> Data:
    half = options // 2
    kinds = ("o{} iff o{}", "o{} & o{}", "o{} | o{}", "o{} if o{}")
    wanted = [
        " & ".join(f"({kind.format(k, half + k)})" for k in range(start, half, 2))
        for kind in kinds
        for start in (0, 1)
    ]
    return owned(options, preferences=[wanted])


def dashes(states: int) -> Data:
    width = states.bit_length() - 1
    form = "-" * (width - width // 2 - 1) + "|" + "-" * (width // 2)
    return owned(width, preferences=["o1"], degrees=[[f"Y{form}", f"N{form}", 0.6]])


def shared(moves: int) -> Data:
    """Give options that everybody can change, so that moves are listed: each to each."""
    width = isqrt(moves).bit_length() - 1
    made = owned(width, preferences=["o1"], unseen=["o0 & o1 & o2"])
    makers = made["decision_makers"]
    for dm, own in makers.items():
        own["shares"] = [o for other in makers if other != dm for o in makers[other]["options"]]
    return made


FILES: Mapping[str, tuple[Callable[[int], Data], tuple[str, ...], tuple[int, int, int]]] = {
    "misspelt options": (misspelt_options, ("check",), (2, 750, 3_000)),
    "misspelt long names": (misspelt_long, ("check",), (10, 12_500, 50_000)),
    "misspelt citations": (misspelt_citations, ("check",), (2, 5_000, 20_000)),
    "edits by hand": (edits, ("check",), (2, 1_250, 5_000)),
    "seats of tables": (tables, ("check",), (4, 10_000, 160_000)),
    "idle decision makers": (idle, ("analyse",), (2, 250, 1_000)),
    "decision makers": (movers, ("analyse",), (2, 250, 1_000)),
    "exclusive options": (exclusive, ("analyse",), (4, 225, 900)),
    "irreversible rules": (one_way, ("analyse",), (2, 750, 3_000)),
    "iff in a chain": (chained, ("analyse",), (4, 40, 160)),
    "far pairs, a rule": (far_rule, ("analyse",), (4, 40, 52)),
    "far pairs, a statement": (far_statement, ("analyse",), (4, 40, 160)),
    "far pairs, of equal importance": (far_equals, ("analyse",), (4, 40, 80)),
    "a degree of all states": (dashes, ("analyse", "-c", "fuzzy_nash"), (4, 1 << 9, 1 << 10)),
    "a degree, beyond": (dashes, ("analyse", "-c", "fuzzy_nash"), (4, 1 << 14, 1 << 18)),
    "shares and unseen states": (shared, ("analyse",), (64, 1 << 18, 1 << 22)),
    "shares and unseen states, beyond": (shared, ("analyse",), (64, 1 << 30, 1 << 36)),
}
"""Model files with many of something, what is asked of them, and three sizes."""


def ask(data: Callable[[int], Data], words: tuple[str, ...], folder: Path, size: int) -> list[str]:
    path = folder / "model.json"
    path.write_text(json.dumps(data(size)), encoding="utf-8")
    command, *rest = words
    return [command, str(path), *(word.format(folder=folder) for word in rest)]


# Models of many states -------------------------------------------------------


def dense(states: int, makers: int = 4) -> Data:
    """Give a model all of whose states are feasible, with drawn statements."""
    width = states.bit_length() - 1
    rng = random.Random(f"{width} {makers}")
    ids = numbered("o", width)
    made = owned(width, makers)
    for own in made["decision_makers"].values():
        for _ in range(8):
            one, two, three = rng.choices(ids, k=3)
            first, second = rng.choices(["&", "|", "if", "iff"], k=2)
            own["preferences"].append(f"{one} {first} (-{two} {second} {three})")
    last = list(made["decision_makers"])[-1]
    made["decision_makers"]["d0"]["unknown"] = [[1, 2], [3, 4], [5, 6]]
    made["decision_makers"]["d0"]["perceives"] = {"beliefs": {last: {"preferences": [ids[0]]}}}
    return made | {"status_quo": dict.fromkeys(ids, "N")}


_FURTHER = "sim,l2,l3,nm,cnash,cgmr,csmr,cseq"
_BEYOND = "nash_a,nash_d,gmr_a,gmr_b,smr_b,smr_c,seq_a,seq_d"

LARGE: Mapping[str, tuple[tuple[str, ...], tuple[int, int, int]]] = {
    "figure": (("figure", "-o", "{folder}/f.svg", "--states", "1000000"), (8, 1 << 8, 1 << 11)),
    "figure, beyond": (
        ("figure", "-o", "{folder}/f.svg", "--states", "1000000"),
        (8, 1 << 12, 1 << 16),
    ),
    "figure of 350 states": (("figure", "-o", "{folder}/f.svg"), (8, 1 << 12, 1 << 16)),
    "figure of improvements": (
        ("figure", "-o", "{folder}/f.svg", "--states", "2048", "--moves", "improvements"),
        (8, 1 << 7, 1 << 9),
    ),
    "figure of improvements, beyond": (
        ("figure", "-o", "{folder}/f.svg", "--states", "2048", "--moves", "improvements"),
        (8, 1 << 10, 1 << 11),
    ),
    "coalitions": (("coalitions",), (8, 1 << 10, 1 << 12)),
    "coalitions, as many as are allowed": (("coalitions",), (8, 1 << 14, 1 << 16)),
    "further concepts": (("analyse", "-c", _FURTHER), (8, 1 << 10, 1 << 12)),
    "concepts of unknown preference": (("analyse", "-c", _BEYOND), (8, 1 << 10, 1 << 12)),
    "sweep": (("sweep", "--profiles", "20"), (8, 1 << 16, 1 << 20)),
    "analyse": (("analyse",), (8, 1 << 16, 1 << 20)),
    "analyse --group": (("analyse", "--group"), (8, 1 << 16, 1 << 20)),
    "analyse --json": (("analyse", "--json"), (8, 1 << 16, 1 << 20)),
    "check": (("check",), (8, 1 << 16, 1 << 20)),
    "rank --json": (("rank", "d1", "--json"), (8, 1 << 16, 1 << 20)),
    "convert to GraphML": (("convert", "-o", "{folder}/f.graphml"), (8, 1 << 10, 1 << 12)),
    "convert to GraphML, beyond": (("convert", "-o", "{folder}/f.graphml"), (8, 1 << 16, 1 << 20)),
    "hypergame": (("hypergame",), (8, 1 << 16, 1 << 20)),
    "effectiveness": (("effectiveness",), (8, 1 << 16, 1 << 20)),
    "brief": (("brief", "-o", "{folder}/f.html"), (8, 1 << 16, 1 << 20)),
    "deals": (("deals",), (8, 1 << 16, 1 << 20)),
    "openings": (("openings",), (8, 1 << 16, 1 << 20)),
    "paths": (("paths",), (8, 1 << 16, 1 << 20)),
    "invert": (("invert", "-s", "1"), (8, 1 << 12, 1 << 16)),
    "rests-on": (("rests-on", "-s", "1"), (8, 1 << 11, 1 << 15)),
}
"""What is asked of models all of whose states are feasible, and three numbers of states."""


# Dossiers --------------------------------------------------------------------


def dossier(words: tuple[str, ...], folder: Path, size: int) -> list[str]:
    """Read reports into a dossier file, once for all commands of a run."""
    file = folder.parent / f"reports-{size}.db"
    if not file.exists():
        reports = folder.parent / f"reports-{size}"
        reports.mkdir()
        draw = random.Random(1)
        for number in range(size):
            text = invented(number, draw)
            (reports / f"{number:05}.txt").write_text(text, encoding="utf-8")
        words_of = [sys.executable, "-m", "satumeja", "dossier", str(reports), "-o", str(file)]
        subprocess.run(words_of, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    command, *rest = words
    return [command, str(file), *(word.format(folder=folder) for word in rest)]


DOSSIERS: Mapping[str, tuple[str, ...]] = {
    "draft": ("draft", "-o", "{folder}/draft.yaml"),
    "positions": ("positions",),
    "positions --json": ("positions", "--json"),
    "timeline": ("timeline",),
    "timeline --json": ("timeline", "--json"),
}
"""What is asked of a dossier of many reports."""


def _quarters(full: int) -> tuple[int, int, int]:
    return 2, full // 4, full


CASES: Mapping[str, Case] = {
    **{
        f"read: {what}": Case(partial(read_text, text), _quarters(full))
        for what, (text, full) in TEXTS.items()
    },
    **{
        f"read: {what}": Case(partial(read_page, text), _quarters(full))
        for what, (text, full) in PAGES.items()
    },
    **{
        f"file: {what}": Case(partial(ask, data, words), sizes)
        for what, (data, words, sizes) in FILES.items()
    },
    **{
        f"states: {what}": Case(partial(ask, dense, words), sizes)
        for what, (words, sizes) in LARGE.items()
    },
    **{
        f"dossier: {what}": Case(partial(dossier, words), (3, 100, 400))
        for what, words in DOSSIERS.items()
    },
}
"""All that is measured, by name."""
