"""The datasets of events that are known, by the columns of their public code books."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from satumeja.bundles.events._days import Cell, Tell, days_of_acled, days_of_ucdp, single_day
from satumeja.bundles.events._event import Days

__all__ = ["KINDS", "Kind", "bare_columns", "kind_by_columns", "sought"]

_LEAST = 4  # columns of a dataset that tell it, whatever else a table has


@dataclass(frozen=True)
class Kind:
    """A dataset: the columns that tell it, those it takes, and what each states of an event.

    Columns are named in small letters, with a low line for all else.

    Parameters
    ----------
    name : str
        What it is called in the program; `title` is its own name.
    signs : tuple of str
        Columns of which four tell it.
    needs : tuple of str
        Columns without which no event is read: the first holds the provider's id.
    days : callable
        Gives when an event was.
    code : str
        The column that says how precise its day is, where there is one.
    category, place : tuple of str
        What it is, and where.
    parties : tuple of (str, str)
        Columns of those who took part, and in which role.
    glosses : mapping
        Words of the code book for the codes of a column.
    directed_where : tuple of (str, str), optional
        The column and the code with which the first party did it to the second.
    also : mapping
        Other names of columns.
    """

    name: str
    title: str
    signs: tuple[str, ...]
    needs: tuple[str, ...]
    days: Callable[[Cell, Tell], Days]
    category: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]
    place: tuple[str, ...] = ()
    code: str = ""
    latitude: str = "latitude"
    longitude: str = "longitude"
    deaths: str = ""
    source: str = ""
    link: str = ""
    note: str = ""
    published: str = ""
    glosses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    directed_where: tuple[str, str] | None = None
    also: Mapping[str, str] = field(default_factory=dict)

    @property
    def expects(self) -> tuple[str, ...]:
        """Columns that every export has, whose absence is worth a word."""
        return (*self.category, *(column for column, role in self.parties if role != "third"))


_ACLED = Kind(
    "acled",
    "ACLED",
    signs=(
        *("event_id_cnty", "event_date", "time_precision", "disorder_type", "event_type"),
        *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2"),
    ),
    needs=("event_id_cnty", "event_date", "time_precision"),
    days=days_of_acled,
    code="time_precision",
    category=("disorder_type", "event_type", "sub_event_type"),
    # The order of actors has no direction in ACLED: each is a party, and none the doer.
    parties=(
        *(("actor1", "party"), ("assoc_actor_1", "associate")),
        *(("actor2", "party"), ("assoc_actor_2", "associate")),
    ),
    place=("location", "admin3", "admin2", "admin1", "country"),
    deaths="fatalities",
    source="source",
    note="notes",
    published="timestamp",
)

_UCDP = Kind(
    "ucdp-ged",
    "UCDP GED",
    signs=(
        *("type_of_violence", "conflict_new_id", "conflict_name", "dyad_new_id", "dyad_name"),
        *("side_a", "side_b", "where_prec", "date_prec", "date_start", "date_end"),
    ),
    needs=("id", "date_start", "date_end", "date_prec"),
    days=days_of_ucdp,
    code="date_prec",
    category=("type_of_violence", "conflict_name"),
    glosses={
        "type_of_violence": {
            "1": "state-based conflict",
            "2": "non-state conflict",
            "3": "one-sided violence",
        }
    },
    parties=(("side_a", "party"), ("side_b", "party")),
    directed_where=("type_of_violence", "3"),
    place=("where_coordinates", "adm_2", "adm_1", "country"),
    deaths="best",
    source="source_article",
    note="where_description",
)

_POLECAT = Kind(
    "polecat",
    "POLECAT (PLOVER)",
    signs=(
        *("event_id", "event_date", "event_type", "event_mode", "quad_code", "contexts"),
        *("actor_name", "actor_cow", "recipient_name", "recipient_cow", "primary_actor_sector"),
    ),
    needs=("event_id", "event_date"),
    days=single_day("event_date"),
    category=("event_type", "event_mode", "contexts"),
    parties=(("actor_name", "actor"), ("recipient_name", "recipient")),
    place=("placename", "city", "district", "province", "country"),
    source="source",
    published="publication_date",
)

_PAX = Kind(
    "pa-x",
    "PA-X",
    signs=(
        *("con", "contp", "pp", "ppname", "agtid", "agt", "dat", "agtp", "lgt"),
        *("n_characters", "stage", "stagesub", "thrdpart"),
    ),
    needs=("agtid", "dat"),
    days=single_day("dat"),
    category=("agtp", "stage", "status"),
    parties=(("part", "party"), ("thrdpart", "third")),
    place=("con",),
    note="agt",
)

_GDELT = Kind(
    "gdelt",
    "GDELT",
    signs=(
        *("globaleventid", "sqldate", "fractiondate", "actor1code", "actor2code", "isrootevent"),
        *("eventcode", "eventrootcode", "quadclass", "goldsteinscale", "dateadded"),
    ),
    needs=("globaleventid", "sqldate"),
    days=single_day("sqldate"),
    category=("eventrootcode", "eventcode"),
    parties=(("actor1name", "actor"), ("actor2name", "recipient")),
    place=("actiongeo_fullname",),
    latitude="actiongeo_lat",
    longitude="actiongeo_long",
    link="sourceurl",
    published="dateadded",
    also={"day": "sqldate", "event_id": "globaleventid"},
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (_ACLED, _UCDP, _POLECAT, _PAX, _GDELT)}
"""The datasets that are known, by name."""


def sought() -> str:
    """Say which columns are looked for, by which a dataset is told.

    Examples
    --------
    >>> sought().split("; ")[0]
    'ACLED by event_id_cnty, event_date, time_precision'
    """
    return "; ".join(f"{kind.title} by {', '.join(kind.needs)}" for kind in KINDS.values())


def kind_by_columns(columns: Collection[str]) -> Kind | None:
    """Tell a dataset by its columns, which are named in small letters; None for no dataset."""
    counts = {name: len(set(kind.signs).intersection(columns)) for name, kind in KINDS.items()}
    best = max(counts, key=lambda name: counts[name])
    return KINDS[best] if counts[best] >= _LEAST else None


def bare_columns(cells: int) -> tuple[str, ...]:
    """Name the columns of an export of GDELT, which has no header, by how many there are.

    Returns
    -------
    tuple of str
        61 of its second version, 58 of its first; empty for any other number.
    """
    level = () if cells == len(_bare(())) else ("adm2code",)
    columns = _bare(level)
    return columns if cells == len(columns) else ()


def _bare(level: tuple[str, ...]) -> tuple[str, ...]:
    """Name the columns of an export of GDELT; its second version has one more of each place."""
    actor = (
        *("code", "name", "countrycode", "knowngroupcode", "ethniccode", "religion1code"),
        *("religion2code", "type1code", "type2code", "type3code"),
    )
    place = ("type", "fullname", "countrycode", "adm1code", *level, "lat", "long", "featureid")
    return (
        *("globaleventid", "sqldate", "monthyear", "year", "fractiondate"),
        *(f"actor{number}{column}" for number in (1, 2) for column in actor),
        *("isrootevent", "eventcode", "eventbasecode", "eventrootcode", "quadclass"),
        *("goldsteinscale", "nummentions", "numsources", "numarticles", "avgtone"),
        *(f"{of}geo_{column}" for of in ("actor1", "actor2", "action") for column in place),
        *("dateadded", "sourceurl"),
    )
