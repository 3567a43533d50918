"""Rows of events that never were, in the form of each dataset, and what is to become of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

__all__ = ["HEADERS", "Coded", "coded", "table_of"]


def _parted(columns: str) -> Sequence[str]:
    return columns.split("|")


HEADERS: Mapping[str, Sequence[str]] = {
    "acled": _parted(
        "event_id_cnty|event_date|year|time_precision|disorder_type|event_type|"
        "sub_event_type|actor1|assoc_actor_1|inter1|actor2|assoc_actor_2|inter2|"
        "interaction|civilian_targeting|iso|region|country|admin1|admin2|admin3|"
        "location|latitude|longitude|geo_precision|source|source_scale|notes|"
        "fatalities|tags|timestamp"
    ),
    "ucdp-ged": _parted(
        "id|relid|year|active_year|code_status|type_of_violence|conflict_dset_id|"
        "conflict_new_id|conflict_name|dyad_dset_id|dyad_new_id|dyad_name|"
        "side_a_dset_id|side_a_new_id|side_a|side_b_dset_id|side_b_new_id|side_b|"
        "number_of_sources|source_article|source_office|source_date|source_headline|"
        "source_original|where_prec|where_coordinates|where_description|adm_1|adm_2|"
        "latitude|longitude|geom_wkt|priogrid_gid|country|country_id|region|"
        "event_clarity|date_prec|date_start|date_end|deaths_a|deaths_b|"
        "deaths_civilians|deaths_unknown|best|high|low|gwnoa|gwnob"
    ),
    "polecat": _parted(
        "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|"
        "Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|"
        "Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|"
        "Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|"
        "Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|"
        "District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|"
        "Feature Type|Source|Publication Date|Story People|Story Organizations|"
        "Story Locations|Language|Version"
    ),
    "pa-x": _parted(
        "Con|Contp|PP|PPName|Reg|AgtId|Ver|Agt|Dat|Status|Lgt|N_characters|"
        "Agtp|Stage|StageSub|Part|ThrdPart|OthAgr"
    ),
    "gdelt": [f"column {number}" for number in range(61)],
}
"""The columns of each dataset, as its code book names them; an export of GDELT has no header."""

_PLACES = ("Port Orla", "Northvale", "Lakeside", "Eastmark")
_FORCES = ("Harbour Guard", "Hill Front", "Dockers' Union", "Miners (Xanadu)", 'The "Old" Guard')


@dataclass(frozen=True)
class Coded:
    """A row of a dataset, and what is to be read of it."""

    kind: str
    cells: Mapping[str, str]
    id: str
    first: dt.date
    last: dt.date
    category: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]
    place: str
    deaths: int | None = None
    also: Mapping[str, object] = field(default_factory=dict)


def coded(kind: str, random: Random, number: int) -> Coded:
    """Make one row up."""
    day = dt.date(2024, 1, 1) + dt.timedelta(random.randrange(366))
    one, two = random.sample(_FORCES, 2)
    return _MADE[kind](random, number, day, one, two)


def _acled(random: Random, number: int, day: dt.date, one: str, two: str) -> Coded:
    code, place = random.choice("123"), random.choice(_PLACES)
    first = last = day
    if code == "2":
        first, last = day - dt.timedelta(6), day + dt.timedelta(6)
    if code == "3":
        first = day.replace(day=1)
        last = (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
    cells = {
        "event_id_cnty": f"XAN{number}",
        "time_precision": code,
        "year": "2024",
        "event_date": random.choice([day.isoformat(), f"{day.day} {day:%B} {day.year}"]),
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": one,
        "assoc_actor_1": "Youth; Elders",
        "actor2": two,
        "country": "Xanadu",
        "admin1": "North",
        "location": place,
        "latitude": "10.5",
        "longitude": "-20.25",
        "fatalities": "3",
        "source": "The Quill",
        "notes": f'Near {place}, both sides "met",\nand parted.',
        "timestamp": "1710288000",
    }
    parties = ((one, "party"), ("Youth", "associate"), ("Elders", "associate"), (two, "party"))
    category = ("Political violence", "Battles", "Armed clash")
    where = f"{place}, North, Xanadu"
    also = {"published": dt.date(2024, 3, 13), "latitude": 10.5, "longitude": -20.25}
    return Coded("acled", cells, f"XAN{number}", first, last, category, parties, where, 3, also)


def _ucdp(random: Random, number: int, day: dt.date, one: str, two: str) -> Coded:
    last = day + dt.timedelta(random.choice([0, 0, 3, 29]))
    violence = random.choice("123")
    word = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}
    cells = {
        "id": str(number),
        "type_of_violence": violence,
        "conflict_name": "Xanadu: North",
        "side_a": one,
        "side_b": two,
        "dyad_name": f"{one} - {two}",
        "country": "Xanadu",
        "date_prec": "1" if last == day else "2",
        "date_start": f"{day} 00:00:00.000",
        "date_end": f"{last} 00:00:00.000",
        "best": "7",
        "low": "5",
        "high": "9",
        "where_coordinates": "Port Orla town",
        "adm_1": "North",
        "where_prec": "1",
        "latitude": "1.5",
        "longitude": "2.5",
        "source_article": "The Quill, 2024",
    }
    roles = ("actor", "recipient") if violence == "3" else ("party", "party")
    parties = ((one, roles[0]), (two, roles[1]))
    category = (word[violence], "Xanadu: North")
    where = "Port Orla town, North, Xanadu"
    return Coded("ucdp-ged", cells, str(number), day, last, category, parties, where, 7)


def _polecat(random: Random, number: int, day: dt.date, one: str, two: str) -> Coded:
    recipients = random.choice([two, f"{two}; Harbour Board", "None"])
    cells = {
        "Event ID": f"20240101-{number}",
        "Event Date": day.isoformat(),
        "Event Type": "PROTEST",
        "Event Mode": "demo",
        "Contexts": "labour",
        "Quad Code": "material conflict",
        "Actor Name": one,
        "Recipient Name": recipients,
        "Placename": "Port Orla",
        "Province": "North",
        "Country": "Xanadu",
        "Latitude": "10.5",
        "Longitude": "20.5",
        "Source": "Quill Wire",
        "Publication Date": (day + dt.timedelta(1)).isoformat(),
    }
    named = () if recipients == "None" else tuple(recipients.split("; "))
    parties = ((one, "actor"), *((name, "recipient") for name in named))
    category, where = ("PROTEST", "demo", "labour"), "Port Orla, North, Xanadu"
    also = {"published": day + dt.timedelta(1)}
    identifier = f"20240101-{number}"
    return Coded("polecat", cells, identifier, day, day, category, parties, where, None, also)


def _pax(random: Random, number: int, day: dt.date, one: str, two: str) -> Coded:
    cells = {
        "Con": "Xanadu",
        "Contp": "Government",
        "PP": "9",
        "PPName": "Xanadu process",
        "AgtId": str(number),
        "Agt": "Accord of Port Orla",
        "Dat": day.isoformat(),
        "Agtp": "Intra",
        "Stage": "Cea",
        "Status": "Multiparty signed",
        "Lgt": "4",
        "Part": f"{one}; {two}",
        "ThrdPart": "Lake States",
        "Reg": "Nowhere",
    }
    parties = ((one, "party"), (two, "party"), ("Lake States", "third"))
    category = ("Intra", "Cea", "Multiparty signed")
    also = {"note": "Accord of Port Orla"}
    return Coded("pa-x", cells, str(number), day, day, category, parties, "Xanadu", None, also)


def _gdelt(random: Random, number: int, day: dt.date, one: str, two: str) -> Coded:
    link = f"https://example.org/{number}"
    places = {0: str(number), 1: f"{day:%Y%m%d}", 6: one.upper(), 16: two.upper(), 26: "141"}
    places |= {28: "14", 29: "3", 52: "Port Orla, Xanadu", 56: "10.5", 57: "20.5", 60: link}
    places |= {59: f"{day:%Y%m%d}154500"}
    cells = {f"column {place}": words for place, words in places.items()}
    parties = ((one.upper(), "actor"), (two.upper(), "recipient"))
    also = {"published": day, "link": link}
    where = "Port Orla, Xanadu"
    return Coded("gdelt", cells, str(number), day, day, ("14", "141"), parties, where, None, also)


_MADE = {
    "acled": _acled,
    "ucdp-ged": _ucdp,
    "polecat": _polecat,
    "pa-x": _pax,
    "gdelt": _gdelt,
}


def table_of(kind: str, rows: Sequence[Coded]) -> tuple[str, bytes]:
    """Write rows as the provider does: what the file is called, and what is in it."""
    header = HEADERS[kind]
    lines = [[row.cells.get(column, "") for column in header] for row in rows]
    if kind in ("polecat", "gdelt"):
        named = [list(header), *lines] if kind == "polecat" else lines
        text = "".join("\t".join(line) + "\n" for line in named)
        return ("polecat.txt" if kind == "polecat" else "20240309.export.CSV"), text.encode()
    out = io.StringIO()
    csv.writer(out).writerows([list(header), *lines])
    return f"{kind}.csv", out.getvalue().encode("utf-8-sig" if kind == "acled" else "utf-8")
