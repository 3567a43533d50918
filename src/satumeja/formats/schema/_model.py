"""What a model file may hold: its keys, their types, and the JSON Schema of both.

Values are text here, whatever they look like in the file: the reader does not
interpret them, and the compiler does, knowing what each should be.
"""

from __future__ import annotations

from satumeja.formats.schema._around import AFFECTED, Affected, Deadline, Table
from satumeja.formats.schema._base import (
    DATE,
    NAME,
    NUMBER,
    STATEMENT,
    TEXT,
    TRUTH,
    WORD,
    WORDS,
    Cited,
    Statement,
    Words,
)
from satumeja.formats.schema._part import Part, PartOf, field
from satumeja.formats.schema._preferences import COMPARISON, Comparison, Perceives, Stated
from satumeja.formats.schema._shapes import AnyOf, ListOf, MapOf, Maybe, Nothing, Text

__all__ = [
    "FORMAT_VERSION",
    "Coalescing",
    "DecisionMaker",
    "Irreversible",
    "ModelFile",
    "Option",
    "Requires",
    "Rule",
    "Source",
    "State",
]

FORMAT_VERSION = 1

LEVELS = AnyOf(
    ListOf(TEXT), MapOf(WORDS), expected="a list of levels, or a mapping of them to words"
)


class Option(Cited):
    """Something a decision maker can do or leave."""

    name: Words = field(WORDS, default="", description=NAME)
    direction: str = field(
        TEXT,
        default="both",
        enum=["both", "forward", "back"],
        description="May it change both ways, only from N to Y, or only from Y to N?",
    )
    levels: list[str] | dict[str, Words] = field(
        LEVELS,
        default=[],
        description="Its levels, the lowest first, where it has more than two sides.",
    )


OPTION = AnyOf(
    Nothing(), TEXT, PartOf(Option), expected="the name of the option, a mapping, or nothing"
)


class DecisionMaker(Cited, Stated):
    """Someone who chooses."""

    name: Words = field(WORDS, default="", description=NAME)
    options: dict[str, str | Option | None] = field(
        MapOf(OPTION),
        default={},
        title="a mapping of option ids to options",
        description="What it can do, by id (option form).",
    )
    shares: list[str] = field(
        ListOf(WORD),
        default=[],
        title="a list of options",
        description="Options of others that it can change as well (option form).",
    )
    unseen: list[str | Statement] = field(
        ListOf(STATEMENT),
        default=[],
        title="a list of conditions",
        description="States it does not see: it makes no move to or from them (option form).",
    )
    perceives: Perceives | None = field(
        Maybe(PartOf(Perceives)),
        default=None,
        description="What it takes the conflict for (option form).",
    )
    unknown: list[list[str] | Comparison] = field(
        ListOf(COMPARISON),
        title="a list of pairs of states",
        default=[],
        description="States whose order is not known; a pattern names all states it fits.",
    )
    much_better: list[list[str] | Comparison] = field(
        ListOf(COMPARISON),
        title="a list of pairs of states",
        default=[],
        description="States of which the first is greatly preferred to the second.",
    )
    degrees: list[list[str] | Comparison] = field(
        ListOf(COMPARISON),
        title="a list of two states and a number each",
        default=[],
        description="To which degree, 0 to 1, the first is preferred to the second.",
    )
    chances: list[list[str] | Comparison] = field(
        ListOf(COMPARISON),
        title="a list of two states and a number each",
        default=[],
        description="With what probability, 0 to 1, the first is preferred to the second.",
    )
    threshold: str | None = field(
        Maybe(NUMBER),
        default=None,
        description="Its fuzzy satisficing threshold, over 0 and up to 1.",
    )
    attitudes: dict[str, str] = field(
        MapOf(TEXT),
        default={},
        title="a mapping of decision makers to attitudes",
        description="Its attitude, positive, neutral or negative, toward decision makers.",
    )
    red_lines: list[str | Statement] = field(
        ListOf(STATEMENT),
        default=[],
        title="a list of conditions",
        description="Conditions it will not live with.",
    )
    moves: list[list[str]] = field(
        ListOf(ListOf(WORD, "a pair of states")),
        default=[],
        title="a list of pairs of states",
        description="The moves it can make, as pairs from and to (graph form).",
    )


class Requires(Part):
    """Where `if` holds, `then` must hold."""

    if_: str = field(WORD, alias="if", description="A condition.")
    then: str = field(WORD, description="What must hold where it does: a condition.")


class Rule(Cited):
    """What cannot be: exactly one of the six forms."""

    condition: str | None = field(
        Maybe(WORD), default=None, description="States in which it holds are infeasible."
    )
    at_most_one: list[str] | None = field(
        Maybe(ListOf(WORD)),
        default=None,
        title="a list of options",
        description="Two or more of them cannot be taken.",
    )
    at_least_one: list[str] | None = field(
        Maybe(ListOf(WORD)),
        default=None,
        title="a list of options",
        description="One of them must be taken.",
    )
    exactly_one: list[str] | None = field(
        Maybe(ListOf(WORD)),
        default=None,
        title="a list of options",
        description="One of them, and no more, must be taken.",
    )
    requires: Requires | None = field(
        Maybe(PartOf(Requires)),
        default=None,
        title='a mapping with the keys "if" and "then"',
        description="One condition cannot hold without the other.",
    )
    pattern: str | None = field(
        Maybe(TEXT),
        default=None,
        description='Option form with "-" for either, such as "NYN|---|--".',
    )
    type: str = field(
        TEXT,
        default="",
        enum=["logical", "preferential"],
        description="Is it that this makes no sense, or that nobody would have it so?",
    )


RULE = AnyOf(WORD, PartOf(Rule), expected="a condition, or a mapping with the rule")


class Irreversible(Cited):
    """Moves that cannot be made, from some states to others."""

    from_: str = field(WORD, alias="from", description="What holds in the state that is left.")
    to: str = field(WORD, description="What holds in the state that is entered.")
    by: list[str] = field(
        ListOf(TEXT),
        default=[],
        title="a list of decision makers",
        description="Whose moves; everybody's where left out.",
    )


class Coalescing(Cited):
    """States that count as one, because nothing tells them apart in practice."""

    when: str = field(
        WORD, description='What holds in them: a condition, or option form with "-".'
    )


COALESCING = AnyOf(
    WORD, PartOf(Coalescing), expected='a condition, or a mapping with the key "when"'
)


class State(Part):
    """A state of a model in graph form."""

    id: str = field(TEXT, description="What the file calls it.")
    name: Words = field(WORDS, default="", description=NAME)


STATE = AnyOf(
    TEXT,
    PartOf(State),
    expected='the id of a state, or a mapping with the keys "id" and "name"',
)


class Source(Part):
    """Where evidence is found."""

    title: Words = field(WORDS, default="", description=NAME)
    report: str = field(
        TEXT, default="", description="Path of the report, from the folder of this file."
    )
    dossier: str = field(
        TEXT,
        default="",
        description="Path of a dossier file, or of what `read --json` printed of the report, "
        "from the folder of this file.",
    )
    citation: str = field(TEXT, default="", description="A publication, as it is cited.")
    url: str = field(TEXT, default="", description="Where it can be read.")


STATUS_QUO = AnyOf(WORD, MapOf(TRUTH), expected="a state, or a mapping of options to Y and N")


class ModelFile(Part):
    """A conflict as stated, in option form or in graph form."""

    satumeja: str = field(Text(const=FORMAT_VERSION), description="Version of the format.")
    title: Words = field(WORDS, description=NAME)
    description: Words = field(
        WORDS, default="", description="What it is about; text, or a mapping of languages to text."
    )
    question: Words = field(WORDS, default="", description="What a brief of it is to answer.")
    reading: Words = field(
        WORDS,
        default="",
        description="The short name of this reading, beside others of the conflict.",
    )
    as_of: str = field(DATE, default="", description="The date the model speaks of.")
    names: str = field(
        TEXT,
        default="verbs",
        enum=["verbs", "labels"],
        description="Are names of options verbs in their base form, or labels to be quoted?",
    )
    languages: list[str] = field(
        ListOf(TEXT),
        default=[],
        title="a list of language codes",
        description="Languages of the words in this file, the main one first.",
    )
    sources: dict[str, Source] = field(
        MapOf(PartOf(Source)),
        default={},
        title="a mapping of source ids to sources",
        description="What evidence refers to: reports, their dossiers, publications.",
    )
    readings: list[str] = field(
        ListOf(TEXT),
        default=[],
        title="a list of model files",
        description="Other readings of the conflict: model files, from the folder of this one.",
    )
    decision_makers: dict[str, DecisionMaker] = field(
        MapOf(PartOf(DecisionMaker)),
        title="a mapping of ids to decision makers",
        description="Two or more; the order numbers the options.",
    )
    infeasible: list[str | Rule] = field(
        ListOf(RULE),
        default=[],
        title="a list of rules",
        description="What cannot be (option form).",
    )
    irreversible: list[Irreversible] = field(
        ListOf(PartOf(Irreversible)),
        default=[],
        title="a list of moves that cannot be made",
        description="Moves that cannot be made, from some states to others (option form).",
    )
    coalesce: list[str | Coalescing] = field(
        ListOf(COALESCING),
        default=[],
        title="a list of conditions",
        description="The states in which one of them holds count as one (option form).",
    )
    states: list[str | State] | None = field(
        Maybe(ListOf(STATE)),
        default=None,
        title="a list of states",
        description="The states one by one; makes this a model in graph form.",
    )
    status_quo: str | dict[str, str] | None = field(
        Maybe(STATUS_QUO),
        default=None,
        description="The state now: its number, its option form, its id, or what each option is.",
    )
    coalitions: list[list[str]] = field(
        ListOf(ListOf(TEXT, "a list of decision makers")),
        default=[],
        title="a list of coalitions",
        description="The coalitions that may form; every one where left out.",
    )
    tables: dict[str, Table] = field(
        MapOf(PartOf(Table)),
        default={},
        title="a mapping of table ids to tables",
        description="Who can agree with whom.",
    )
    affected: dict[str, str | Affected | None] = field(
        MapOf(AFFECTED),
        default={},
        title="a mapping of ids to parties",
        description="Who is affected, and has no seat and no option.",
    )
    deadlines: dict[str, Deadline] = field(
        MapOf(PartOf(Deadline)),
        default={},
        title="a mapping of ids to deadlines",
        description="What falls due, and when.",
    )
