"""Front pages made by hand, of conflicts of the gallery: what their data would be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from satumeja.brief.leaf import Mark, Row
from satumeja.front import (
    Ahead,
    Alone,
    Ask,
    Backing,
    Change,
    Deed,
    Denials,
    Elsewhere,
    Front,
    Grade,
    Link,
    Package,
    Party,
    Reading,
    Seat,
    Seated,
    SidePackage,
    Way,
)
from satumeja.gallery import load
from satumeja.model import Model, Text
from satumeja.stability import Answer, AnswerStep, Hold, Temptation, Tempted

Place = Literal["worse", "same", "better"]


def versus(**places: Place) -> dict[str, Place]:
    return places


def backing(statement: str, grade: Grade = "thin", passages: int = 1, **counts: int) -> Backing:
    blank = {"reports": min(passages, 1), "verbatim": 0, "checked": 0, "denied": 0} | counts
    return Backing(statement, grade, passages=passages, inferred=False, contested=False, **blank)


def deed(state: int, **changes: str) -> Deed:
    """Write a deed: ``deed(9, russia="attack -talk")``."""
    return Deed(
        state,
        tuple(
            Change(
                dm,
                tuple(key for key in text.split() if key[0] != "-"),
                tuple(key[1:] for key in text.split() if key[0] == "-"),
            )
            for dm, text in changes.items()
        ),
    )


def parties(model: Model, letters: str, doing: dict[str, tuple[str, ...]]) -> tuple[Party, ...]:
    return tuple(
        Party(dm.id, dm.name, letter, doing.get(dm.id, ()), ())
        for dm, letter in zip(model.decision_makers, letters, strict=True)
    )


NO_DENIAL = Denials(0, (), 0, 0, False)


def alone(dm: str, what: Deed, places: dict[str, Place], lines: tuple[str, ...] = ()) -> Alone:
    return Alone(dm, what, places, False, lines, (), (), None, ())


def december() -> tuple[Front, Model]:
    """The December of 2021 in reading B: holds if answered, and no table has anything."""
    model = load("december-2021-b")
    attack, arm = deed(17, russia="attack -talk"), deed(45, nato="arm")
    hold = Hold(
        13, 2, (Tempted("russia", 2, False, (
            Temptation(17, Answer((AnswerStep("nato", 45, True),), 45, False, False)),
        ), (0, 0, 1)),),
    )  # fmt: skip
    give = deed(15, russia="withdraw", us="guarantee")
    packages = {
        "r": Package(
            deed(14, russia="withdraw"),
            versus(russia="worse", us="better", nato="better"), 1, (), (), (), (),
        ),
        "u": Package(give, versus(russia="better", us="worse", nato="worse"), 3, (), (), (),
                     ("us", "nato")),
        "n": Package(deed(16, russia="withdraw", nato="rollback"),
                     versus(russia="better", us="better", nato="worse"), 2, (), (), (), ()),
    }  # fmt: skip
    russia = SidePackage(Way(("russia",), (), ("russia",)), packages["r"])
    seats = {
        "geneva": (russia, SidePackage(Way(("us",), ("us#1",), ()), packages["u"])),
        "brussels": (russia, SidePackage(Way(("nato",), (), ("nato",)), packages["n"])),
        "osce": (
            russia,
            SidePackage(Way(("us", "nato"), ("us#1", "nato#1"), ()), packages["u"]),
            SidePackage(Way(("nato",), (), ("nato",)), packages["n"]),
        ),
    }  # fmt: skip
    tables = tuple(
        Seated(table.id, table.name, table.seats,
               tuple(dm.id for dm in model.decision_makers if dm.id not in table.seats),
               str(table.date), "", 0, (), seats[table.id], ())
        for table in model.tables
    )  # fmt: skip
    front = Front(
        title=Text({"en": "Security guarantees in Europe, December 2021",
                    "id": "Jaminan keamanan di Eropa, Desember 2021"}),
        reading=Text({"en": "B: Russia keeps the means it considers necessary",
                      "id": "B: Rusia menempuh cara yang dianggapnya perlu"}),
        question=Text({
            "en": "Does the situation of late December 2021 hold, and what could the three tables "
                  "announced for January agree on?",
            "id": "Apakah keadaan akhir Desember 2021 bertahan, dan apa yang dapat disepakati di "
                  "tiga meja perundingan yang diumumkan untuk Januari?"}),
        as_of="2021-12-23",
        wording="verbs",
        parties=parties(model, "RUN", {"russia": ("talk",), "us": ("platform",)}),
        hold=hold,
        links=(
            Link("move", "russia", attack, True, backing("russia#3", passages=3)),
            Link("answer", "nato", arm, True, backing("nato#6")),
            Link("no gain", "russia", arm, False, backing("russia#2"), ("russia#2", "russia#3")),
        ),
        alone=(
            Alone("russia", attack, versus(russia="better", us="worse", nato="worse"), True,
                  ("us",), (arm,), ("nato",),
                  versus(russia="worse", us="worse", nato="worse"), ("russia", "us")),
            alone("russia", deed(12, russia="-talk"),
                  versus(russia="worse", us="worse", nato="worse")),
            alone("russia", deed(14, russia="withdraw"),
                  versus(russia="worse", us="better", nato="better")),
            alone("us", deed(5, us="-platform"), versus(russia="worse", us="worse", nato="worse")),
            alone("us", deed(21, us="guarantee"),
                  versus(russia="better", us="worse", nato="worse"), ("us", "nato")),
            alone("nato", deed(33, nato="rollback"),
                  versus(russia="better", us="worse", nato="worse")),
            alone("nato", deed(41, nato="arm"),
                  versus(russia="worse", us="worse", nato="worse"), ("russia",)),
            alone("russia", deed(11, russia="withdraw -talk"),
                  versus(russia="worse", us="better", nato="better")),
        ),
        alone_count=8,
        tables=tables,
        groups=(),
        readings=(
            Reading(Text({"en": "A: Russia does not want war",
                          "id": "A: Rusia tidak menginginkan perang"}), 3, False,
                    ("wire#s11", "wire#s20")),
            Reading(Text({"en": "B: Russia keeps the means it considers necessary",
                          "id": "B: Rusia menempuh cara yang dianggapnya perlu"}), 2, True, ()),
            Reading(Text({"en": "B2: for Russia, a guarantee or an attack comes first",
                          "id": "B2: bagi Rusia, jaminan atau serangan didahulukan"}),
                    0, False, ()),
        ),
        elsewhere=Elsewhere((31, 7, 11, 2), ((50, 3, 3),)),
        evidence=backing("", passages=20, verbatim=1),
        sources=1,
        denials=Denials(0, (), 0, 4, False),
        no_seat=(Seat(Text({"en": "Ukraine", "id": "Ukraina"}), ""),),
        reports=True,
        ahead=tuple(Ahead("2022-01", date(2022, 1, 1), "table", table.id, Text(""))
                    for table in model.tables),
        ask=(
            Ask("order", ("russia",), ("russia#2", "russia#3")),
            Ask("wish", ("nato",), ("nato#6",)),
            Ask("line", ("us", "nato"), (), deed(21, us="guarantee")),
        ),
    )  # fmt: skip
    return front, model


def elmira() -> tuple[Front, Model]:
    """Elmira: rankings alone, no table, holds only if answered without gain."""
    model = load("elmira")
    insist, modify = deed(5, local_government="insist"), deed(6, moe="modify")
    accept = deed(3, uniroyal="accept -delay")
    sides = versus(moe="better", uniroyal="worse", local_government="better")
    worse = versus(moe="worse", uniroyal="worse", local_government="worse")
    hold = Hold(
        1, 1, (Tempted("local_government", 1, False, (
            Temptation(5, Answer((AnswerStep("moe", 6, False),), 6, False, False)),
        ), (0, 1, 0)),),
    )  # fmt: skip
    package = Package(accept, sides, 0, (), (), (), ())
    front = Front(
        title=model.title, reading=Text(""), question=Text(""), as_of="", wording="verbs",
        parties=parties(model, "MUL", {"uniroyal": ("delay",)}),
        hold=hold,
        links=(
            Link("move", "local_government", insist, True, None),
            Link("answer", "moe", modify, False, None),
            Link("no gain", "local_government", modify, False, None),
        ),
        alone=(
            Alone("local_government", insist, sides, True, (), (modify,), ("moe",), worse, ()),
            alone("moe", deed(2, moe="modify"), worse),
            alone("uniroyal", accept, sides),
            alone("uniroyal", deed(9, uniroyal="abandon -delay"), worse),
        ),
        alone_count=4,
        tables=(Seated("", Text(""), tuple(sides), (), "", "", 0, (),
                       (SidePackage(Way(("uniroyal",), (), ("uniroyal",)), package),), ()),),
        groups=(),
        readings=(Reading(model.title, 1, True, ()),),
        elsewhere=Elsewhere((3, 2, 1, 2), ()),
        evidence=backing("", "none", 0),
        sources=3,
        denials=NO_DENIAL, no_seat=(), reports=False, ahead=(),
        ask=(
            Ask("rank", ("local_government",), (), insist),
            Ask("nogain", ("moe",), (), modify),
            Ask("less", ("uniroyal",), (), accept),
        ),
    )  # fmt: skip
    return front, model


def chicken() -> tuple[Front, Model]:
    """Chicken: nothing is said of which situation is the present one."""
    model = load("chicken")
    front = Front(
        title=model.title, reading=Text(""), question=Text(""), as_of="", wording="labels",
        parties=parties(model, "RC", {}),
        hold=None, links=(), alone=(), alone_count=0, tables=(), groups=None,
        readings=(Reading(model.title, None, True, ()),),
        elsewhere=Elsewhere((1, 0, 1, 2), ((2, 3, -1), (3, 3, -1), (1, 2, -1), (4, 0, -1))),
        evidence=backing("", "none", 0),
        sources=0, denials=NO_DENIAL, no_seat=(), reports=False, ahead=(),
        ask=(Ask("now", ()), Ask("affected", ())),
    )  # fmt: skip
    return front, model


FRONTS = {"december": december, "elmira": elmira, "chicken": chicken}


def marks(row: Row) -> list[list[Mark]]:
    """Give the marks of a row without their letters, which are of each language's names."""
    cells = [cell for cell in row.cells if not isinstance(cell, str)]
    return [[replace(mark, letter="") for mark in cell] for cell in cells]


def renamed(front: Front, **names: str) -> Front:
    """Give sides other names, as an author who writes them in mid-sentence would."""
    return replace(
        front,
        parties=tuple(
            replace(part, name=Text({"en": names.get(part.id, part.name),
                                     "id": part.name.in_language("id")}))
            for part in front.parties
        ),
    )  # fmt: skip
