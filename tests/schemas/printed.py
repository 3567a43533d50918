"""What the program prints as JSON, in every situation that gives an output another shape."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from satumeja import formats, questions, schemas, stability, table
from satumeja.front import front
from satumeja.model import Ranking
from satumeja.stability import Budget, Explained
from schemas import conflicts, evidence, reports
from schemas.desk import Desk, Documents, plain, printed, run
from stopping import bounded, refusing


def desk(folder: Path) -> Desk:
    """Make a place to run commands in."""
    return Desk(folder, conflicts.write(folder))


def _start(desk: Desk, name: str) -> str:
    return str(desk.model(name).status_quo_number or 1)


# What each command is asked about a conflict of the gallery.
ASKED: dict[str, Callable[[Desk, str], Documents]] = {}


def asked(*outputs: str) -> Callable[[Callable[[Desk, str], Documents]], None]:
    def enter(ask: Callable[[Desk, str], Documents]) -> None:
        ASKED.update(dict.fromkeys(outputs, ask))

    return enter


@asked("analysis")
def _(desk: Desk, name: str) -> Documents:
    yield desk.run("analyse", name)
    yield desk.run("analyse", name, "--concept", "nash,l2,cgmr")
    yield desk.run("analyse", name, "--blocks", _joined(desk, name))


def _joined(desk: Desk, name: str) -> str:
    """Give a partition in which the first two decision makers are one block."""
    first, second, *rest = [dm.id for dm in desk.model(name).decision_makers]
    return ",".join([f"{first}+{second}", *rest])


@asked("effectiveness")
def _(desk: Desk, name: str) -> Documents:
    if not desk.model(name).is_graph:
        yield desk.run("effectiveness", name)


@asked("groups")
def _(desk: Desk, name: str) -> Documents:
    model = desk.model(name)
    if not model.is_graph:
        yield plain(model.analyse().groups("gmr").to_json())


@asked("stepwise")
def _(desk: Desk, name: str) -> Documents:
    model = desk.model(name)
    ranked = any(isinstance(dm.preference, Ranking) for dm in model.decision_makers)
    if model.moves_by_options and not ranked:
        yield desk.run("stepwise", name, "--step", "1")


@asked("front")
def _(desk: Desk, name: str) -> Documents:
    yield desk.run("brief", name)


@asked("rank")
def _(desk: Desk, name: str) -> Documents:
    for dm in desk.model(name).decision_makers:
        yield desk.run("rank", name, dm.id)


@asked("verdicts")
def _(desk: Desk, name: str) -> Documents:
    yield desk.run("explain", name, _start(desk, name))


@asked("tables")
def _(desk: Desk, name: str) -> Documents:
    yield desk.run("deals", name, "--from", _start(desk, name))


@asked("deals")
def _(desk: Desk, name: str) -> Documents:
    for each in desk.model(name).tables:
        yield desk.run("deals", name, "--table", each.id)


@asked("openings")
def _(desk: Desk, name: str) -> Documents:
    yield desk.run("openings", name, "--from", _start(desk, name))
    for each in desk.model(name).tables:
        yield desk.run("openings", name, "--table", each.id, "--anything")


@asked("packages")
def _(desk: Desk, name: str) -> Documents:
    start = ("--from", _start(desk, name))
    for expected in ("best", "worst"):
        yield desk.run("packages", name, *start, "--concept", "gmr", "--no-deal", expected)
    yield desk.run("packages", name, *start, "--no-deal", "1")


@asked("invert")
def _(desk: Desk, name: str) -> Documents:
    yield desk.run("invert", name, "--state", "1", "--concept", "gmr")
    dm = desk.model(name).decision_makers[0].id
    yield desk.run("invert", name, "--state", "2", "--for", dm)


@asked("rests-on")
def _(desk: Desk, name: str) -> Documents:
    yield desk.run("rests-on", name, "--from", _start(desk, name), "--samples", "50")


@asked("sweep")
def _(desk: Desk, name: str) -> Documents:
    yield desk.run("sweep", name, "--profiles", "20", "--ties", "0.2")


@asked("further-analysis")
def _(desk: Desk, name: str) -> Documents:
    for concept in ("nm", "cseq"):
        yield plain(stability.decide_further(desk.model(name), concept).to_json())


@asked("model")
def _(desk: Desk, name: str) -> Documents:
    copy = desk.folder / f"{name}.json"
    formats.save(desk.model(name), copy)
    yield json.loads(copy.read_text(encoding="utf-8"))


def _told(command: str, desk: Desk, name: str) -> Documents:
    yield desk.run(command, name)


def _told_from(command: str, desk: Desk, name: str) -> Documents:
    yield desk.run(command, name, "--from", _start(desk, name))


for _command in ("check", "hypergame", "coalitions", "over-time"):
    ASKED[_command] = partial(_told, _command)
for _command in ("paths", "threats"):
    ASKED[_command] = partial(_told_from, _command)


# What makes an output take the shapes that no conflict of the gallery gives it.
FURTHER: dict[str, Callable[[Desk], Documents]] = {}


def further(output: str) -> Callable[[Callable[[Desk], Documents]], None]:
    def enter(make: Callable[[Desk], Documents]) -> None:
        FURTHER[output] = make

    return enter


@further("effectiveness")
def _(desk: Desk) -> Documents:
    yield desk.run("effectiveness", "inspection", "--concept", "nash")


@further("analysis")
def _(desk: Desk) -> Documents:
    yield desk.run("analyse", "graph")
    yield desk.run("analyse", "graph", "--convention", "matrix", "--concept", "smr")
    yield desk.run("analyse", "graph", "--concept", "nm,smr")
    yield desk.run("analyse", "plant", "--where", "abandon")
    yield desk.run("analyse", "listed", "--engine", "symbolic", "--where", "o1")
    yield desk.run("analyse", "eased", "--convention", "matrix", "--concept", "nash")
    yield desk.run("analyse", "eased", "--engine", "symbolic")
    yield desk.run("analyse", "gisborne-unknown", "--concept", "gmr_a,seq_d")
    concepts = "fuzzy_gmr,prob_seq,rel_nash,strong_gmr,weak_seq,nash_b"
    yield desk.run("analyse", "shades", "--concept", concepts)
    yield desk.run("analyse", "large", "--concept", "nash")
    yield desk.run("analyse", "wide", "--concept", "nash,seq")
    yield desk.run("analyse", "plant", "--decimals-as-strings")
    yield desk.run("analyse", "december-2021-b", "--group")
    yield desk.run("analyse", "chicken", "--group")
    yield desk.run("analyse", "wide", "--concept", "nash", "--decimals-as-strings")
    yield plain(stability.analyse(desk.model("ruled")).to_json("toll"))
    yield desk.run("analyse", "wide", "--concept", "nash", "--limit", "1m", "--memory", "2GB")
    cells: dict[tuple[str, int], Any] = {("seq", 0): "time", ("sseq", 1): "memory"}
    for name in ("wide", "december-2021-b"):
        for of_states in (True, False):
            result = bounded(desk.model(name), refusing(cells, of_states=of_states))
            yield plain(result.to_json(next(iter(result.model.option_names))))
    unlimited = bounded(desk.model("listed"), refusing(cells), budget=Budget())
    yield plain(unlimited.to_json())


@further("check")
def _(desk: Desk) -> Documents:
    for name in ("border", "graph", "levels", "market", "plant", "ruled", "shades", "wide"):
        yield desk.run("check", name)
    for path in evidence.checked(desk.folder / "checked"):
        yield run("check", str(path), "--json")


@further("rank")
def _(desk: Desk) -> Documents:
    for name, dms in {"shades": ("row", "col"), "graph": ("mill",), "market": ("town",)}.items():
        for dm in dms:
            yield desk.run("rank", name, dm)


@further("verdicts")
def _(desk: Desk) -> Documents:
    yield desk.run("explain", "wide", "status_quo")
    told = Explained((), {("seq", "us"): "time", ("sseq", "us"): "memory"})
    limited = desk.run("explain", "wide", "status_quo", "--limit", "1m")
    yield limited | {"undecided": told.undecided_json()}
    yield desk.run("explain", "graph", "dirty", "--convention", "matrix")
    for state in ("1", "2", "3", "4"):
        yield desk.run("explain", "chicken", state, "--concept", "sim,nm,l2,cnash,cgmr,cseq")
        concepts = "fuzzy_gmr,prob_seq,rel_nash,strong_gmr,weak_seq,nash_b"
        yield desk.run("explain", "shades", state, "--concept", concepts)


@further("hypergame")
def _(desk: Desk) -> Documents:
    for name in ("rumour", "shades", "ruled", "errs-alone", "err-both"):
        yield desk.run("hypergame", name)


@further("paths")
def _(desk: Desk) -> Documents:
    yield desk.run("paths", "graph")
    yield desk.run("paths", "shades", "--improvements", "--to", "2", "--most", "3")
    yield desk.run("paths", "spread", "--concept", "nash", "--to", "3")
    yield desk.run("paths", "graph", "--from", "dead", "--to", "clean")
    yield plain(questions.paths(desk.model("graph")).to_json())


@further("deals")
def _(desk: Desk) -> Documents:
    for name in ("swap", "market", "promoted", "crowd"):
        for each in desk.model(name).tables:
            yield desk.run("deals", name, "--table", each.id)
    yield desk.run("deals", "swap", "--table", "pair", "--weak", "--reach", "sequence")
    yield plain(table.deals(desk.model("swap"), ["a", "b"]).to_json())
    yield plain(table.deals(desk.model("graph")).to_json())


@further("tables")
def _(desk: Desk) -> Documents:
    for name in ("swap", "market", "promoted", "crowd", "graph"):
        yield desk.run("deals", name)
    yield desk.run("deals", "market", "--weak", "--reach", "sequence")


@further("openings")
def _(desk: Desk) -> Documents:
    for name in ("swap", "market", "ring", "crowd", "alike", "wide"):
        for each in desk.model(name).tables:
            yield desk.run("openings", name, "--table", each.id)
            yield desk.run("openings", name, "--table", each.id, "--anything")
    yield desk.run("openings", "market", "--wanting", "pay")
    yield desk.run("openings", "wide", "--wanting", "o0 & o1")
    yield desk.run("openings", "wide", "--wanting", "o0", "--decimals-as-strings")
    yield plain(table.openings(desk.model("market"), ["buyer", "town"]).to_json())


@further("third-party")
def _(desk: Desk) -> Documents:
    yield desk.run("openings", "swap", "--table", "pair", "--third", "c")
    yield desk.run("openings", "guarded", "--third", "union", "--wanting", "north.stop")
    yield desk.run("openings", "guarded", "--third", "union", "--table", "border")


@further("packages")
def _(desk: Desk) -> Documents:
    points = ("--points", "buyer:send=3,pay=-1/2", "--points", "seller:pay=2,send=-1")
    yield desk.run("packages", "market", "--table", "stall", *points)
    yield desk.run("packages", "graph", "--concept", "gmr")
    yield desk.run("packages", "many", "--table", "ab")
    yield desk.run("packages", "listed", "--concept", "gmr")


@further("threats")
def _(desk: Desk) -> Documents:
    for name in ("market", "idle", "mixed", "crowd", "listed", "graph"):
        yield desk.run("threats", name)
    market = desk.model("market")
    said = table.conditional(market, "town", when="leave", then="tax")
    yield plain(table.threats(market, [said]).to_json())


@further("front")
def _(desk: Desk) -> Documents:
    made = ("graph", "market", "swap", "lines", "eased", "idle", "levels", "plant")
    for name in (*made, "border", "asked", "crowd", "spread", "undone"):
        yield desk.run("brief", name)
    for name in ("elmira", "december-2021-a", "december-2021-b2", "cuban-missile-crisis"):
        yield desk.run("brief", name)
    # What several reports and a person's corrections make of it.
    page = front(desk.model("december-2021-b"))
    later = replace(page.ahead[0], what="report", first=None)
    borne = replace(page.evidence, grade="strong")
    denied = replace(page.denials, claims=1, by=("Moscow",), checked=True)
    yield plain(replace(page, ahead=(later,), evidence=borne, denials=denied).to_json())


@further("coalitions")
def _(desk: Desk) -> Documents:
    yield desk.run("coalitions", "graph")
    yield desk.run("coalitions", "swap", "--state", "1")
    yield desk.run("coalitions", "swap", "--blocks", _joined(desk, "swap"))


@further("invert")
def _(desk: Desk) -> Documents:
    leader, *rest = [dm.id for dm in desk.model("graph").decision_makers]
    own = ",".join([f"{leader}=seq", *(f"{dm}=gmr" for dm in rest)])
    yield desk.run("invert", "graph", "--state", "1", "--concept", own)
    for name in ("graph", "idle", "eased", "lines"):
        for state in ("1", "2"):
            yield desk.run("invert", name, "--state", state)
    yield desk.run("invert", "many", "--state", "300")
    # Counting gives up after hundreds of thousands of steps; here it is told that it did.
    found = questions.invert(desk.model("eased"), 1, "seq")
    first = found.conditions["a"]
    entangled = {**found.conditions, "a": replace(first, stable_in=None, count=None)}
    yield plain(replace(found, conditions=entangled).to_json())
    # Of many states shares are told in place of counts; and that one is not known.
    listed = questions.invert(desk.model("listed"), 300, "gmr")
    yield plain(listed.to_json())
    unknown = {
        dm: replace(alone, share=None, stable_share=None)
        for dm, alone in listed.conditions.items()
    }
    yield plain(replace(listed, conditions=unknown, share=None).to_json())


@further("rests-on")
def _(desk: Desk) -> Documents:
    for name in ("graph", "market", "swap", "ruled", "pairs", "eased"):
        yield desk.run("rests-on", name, "--samples", "50")
    for path in evidence.graded(desk.folder / "graded"):
        yield run("rests-on", str(path), "--json")


@further("over-time")
def _(desk: Desk) -> Documents:
    pays = ("--on", "2024-02-10:pay=Y", "--on", "2024-02-10:no-deal=YY|NN|N")
    leaves = ("--on", "2024-02-20:tax=N", "--on", "2024-04:no-deal=YY|NY|N")
    yield desk.run("over-time", "market", *pays, *leaves)
    yield desk.run("over-time", "swap", "--on", "2024-05:y=N")
    yield desk.run("over-time", "errs-alone")
    yield desk.run("over-time", "graph")
    yield desk.run("over-time", "late")


@further("sweep")
def _(desk: Desk) -> Documents:
    for name in ("graph", "plant"):
        yield desk.run("sweep", name, "--profiles", "5")
        yield desk.run("sweep", name, "--profiles", "5", "--decimals-as-strings")
    market, small = desk.model("market"), desk.model("prisoners-dilemma")
    plans = (
        questions.every_ranking(small, "row"),
        questions.statement_orders(market, "buyer"),
        questions.statement_orders(market, "buyer", 4, seed=1),
        questions.scenarios({"as stated": market, "again": market}),
    )
    for plan in plans:
        yield plain(questions.sweep(plan).to_json())


@further("backtest")
def _(desk: Desk) -> Documents:
    yield run("backtest", "--profiles", "20", "--json")
    # Too many to exchange, no status quo, and chance that leaves nothing.
    makers = "".join(f"  {k}: {{name: {k}, moves: [], ranking: [x, y]}}\n" for k in "abcdefgh")
    text = f"satumeja: 1\ntitle: Many\nstates: [x, y]\ndecision_makers:\n{makers}"
    cases = [questions.Case("many", formats.loads(text, name="many.yaml"), (1, 2))]
    yield plain(questions.backtest(cases, ["nash"], profiles=5).to_json())


@further("frozen")
def _(desk: Desk) -> Documents:
    for name, more in (("whole", ()), ("hashes", ("--hashes",))):
        path = desk.folder / f"{name}.json"
        words = ("freeze", "chicken", desk.paths["swap"], "--rule", "By two readers.")
        printed("backtest", *words, "-o", str(path), *more)
        yield json.loads(path.read_text(encoding="utf-8"))


@further("gallery")
def _(_: Desk) -> Documents:
    yield run("gallery", "--json")


@further("outcomes")
def _(_: Desk) -> Documents:
    yield run("gallery", "--outcomes", "--json")


@further("further-analysis")
def _(desk: Desk) -> Documents:
    for concept in ("gmr_c", "fuzzy_nash", "prob_gmr", "rel_seq", "strong_smr"):
        yield plain(stability.decide_further(desk.model("shades"), concept).to_json())


@further("model")
def _(desk: Desk) -> Documents:
    for name in conflicts.TEXTS:
        yield from ASKED["model"](desk, name)


FURTHER |= reports.FURTHER


def of(output: str, desk: Desk, names: tuple[str, ...]) -> Documents:
    """Give what is printed in the shape of an output, on some conflicts of the gallery."""
    for name in names if output in ASKED else ():
        yield from ASKED[output](desk, name)
    if output in FURTHER:
        yield from FURTHER[output](desk)


def shape(document: Any) -> str:
    """Say of which output a document claims to be; a model file has a version alone."""
    said = str(document.get("schema", "satumeja/model/1"))
    return said.removeprefix("satumeja/").removesuffix(f"/{schemas.VERSION}")
