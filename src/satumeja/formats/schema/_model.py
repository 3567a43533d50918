"""What a model file may hold: its keys, their types, and the JSON Schema of both.

Values are text here, whatever they look like in the file: the reader does not
interpret them, and the compiler does, knowing what each should be.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from satumeja.formats.schema._base import (
    SHAPES,
    AsList,
    AsMap,
    AsNothing,
    AsText,
    Cited,
    Date,
    Glossed,
    Number,
    Part,
    Statement,
    StatementOrCondition,
    Truth,
    Word,
    Words,
    by_shape,
)
from satumeja.formats.schema._preferences import (
    Comparison,
    ComparisonOrList,
    Edit,
    Perceives,
    Preference,
    Stated,
)

__all__ = [
    "FORMAT_VERSION",
    "SHAPES",
    "Affected",
    "Cited",
    "Coalescing",
    "Comparison",
    "Deadline",
    "DecisionMaker",
    "Edit",
    "Glossed",
    "Irreversible",
    "ModelFile",
    "Option",
    "Perceives",
    "Preference",
    "Rule",
    "Source",
    "State",
    "Stated",
    "Statement",
    "Table",
    "json_schema",
]

FORMAT_VERSION = 1
NAME = "What it is called; text, or a mapping of languages to text."
SCHEMA_ID = f"urn:satumeja:schema:model:{FORMAT_VERSION}"

Levels = Annotated[
    Annotated[list[str], AsList] | Annotated[dict[str, Words], AsMap],
    by_shape("a list of levels, or a mapping of them to words"),
]


class Option(Cited):
    """Something a decision maker can do or leave."""

    name: Words = Field(default="", description=NAME)
    direction: str = Field(
        "both",
        json_schema_extra={"enum": ["both", "forward", "back"]},
        description="May it change both ways, only from N to Y, or only from Y to N?",
    )
    levels: Levels = Field(
        default=[], description="Its levels, the lowest first, where it has more than two sides."
    )


OptionOrName = Annotated[
    Annotated[None, AsNothing] | Annotated[str, AsText] | Annotated[Option, AsMap],
    by_shape("the name of the option, a mapping, or nothing"),
]


Pairs = Annotated[list[ComparisonOrList], Field(title="a list of pairs of states")]
NumberedPairs = Annotated[
    list[ComparisonOrList], Field(title="a list of two states and a number each")
]


class DecisionMaker(Cited, Stated):
    """Someone who chooses."""

    name: Words = Field(default="", description=NAME)
    options: dict[str, OptionOrName] = Field(
        default={},
        title="a mapping of option ids to options",
        description="What it can do, by id (option form).",
    )
    shares: list[Word] = Field(
        default=[],
        title="a list of options",
        description="Options of others that it can change as well (option form).",
    )
    unseen: list[StatementOrCondition] = Field(
        default=[],
        title="a list of conditions",
        description="States it does not see: it makes no move to or from them (option form).",
    )
    perceives: Perceives | None = Field(
        default=None, description="What it takes the conflict for (option form)."
    )
    unknown: Pairs = Field(
        [], description="States whose order is not known; a pattern names all states it fits."
    )
    much_better: Pairs = Field(
        [], description="States of which the first is greatly preferred to the second."
    )
    degrees: NumberedPairs = Field(
        [], description="To which degree, 0 to 1, the first is preferred to the second."
    )
    chances: NumberedPairs = Field(
        [], description="With what probability, 0 to 1, the first is preferred to the second."
    )
    threshold: Number | None = Field(
        default=None, description="Its fuzzy satisficing threshold, over 0 and up to 1."
    )
    attitudes: dict[str, str] = Field(
        default={},
        title="a mapping of decision makers to attitudes",
        description="Its attitude, positive, neutral or negative, toward decision makers.",
    )
    red_lines: list[StatementOrCondition] = Field(
        default=[],
        title="a list of conditions",
        description="Conditions it will not live with.",
    )
    moves: list[Annotated[list[Word], Field(title="a pair of states")]] = Field(
        default=[],
        title="a list of pairs of states",
        description="The moves it can make, as pairs from and to (graph form).",
    )


class Requires(Part):
    """Where `if` holds, `then` must hold."""

    if_: Word = Field(alias="if", description="A condition.")
    then: Word = Field(description="What must hold where it does: a condition.")


class Rule(Cited):
    """What cannot be: exactly one of the six forms."""

    condition: Word | None = Field(None, description="States in which it holds are infeasible.")
    at_most_one: list[Word] | None = Field(
        None, title="a list of options", description="Two or more of them cannot be taken."
    )
    at_least_one: list[Word] | None = Field(
        None, title="a list of options", description="One of them must be taken."
    )
    exactly_one: list[Word] | None = Field(
        None, title="a list of options", description="One of them, and no more, must be taken."
    )
    requires: Requires | None = Field(
        None,
        title='a mapping with the keys "if" and "then"',
        description="One condition cannot hold without the other.",
    )
    pattern: str | None = Field(
        None, description='Option form with "-" for either, such as "NYN|---|--".'
    )
    type: str = Field(
        "",
        json_schema_extra={"enum": ["logical", "preferential"]},
        description="Is it that this makes no sense, or that nobody would have it so?",
    )


RuleOrCondition = Annotated[
    Annotated[Word, AsText] | Annotated[Rule, AsMap],
    by_shape("a condition, or a mapping with the rule"),
]


class Irreversible(Cited):
    """Moves that cannot be made, from some states to others."""

    from_: Word = Field(alias="from", description="What holds in the state that is left.")
    to: Word = Field(description="What holds in the state that is entered.")
    by: list[str] = Field(
        default=[],
        title="a list of decision makers",
        description="Whose moves; everybody's where left out.",
    )


class Coalescing(Cited):
    """States that count as one, because nothing tells them apart in practice."""

    when: Word = Field(description='What holds in them: a condition, or option form with "-".')


CoalescingOrCondition = Annotated[
    Annotated[Word, AsText] | Annotated[Coalescing, AsMap],
    by_shape('a condition, or a mapping with the key "when"'),
]


class State(Part):
    """A state of a model in graph form."""

    id: str = Field(description="What the file calls it.")
    name: Words = Field(default="", description=NAME)


StateOrId = Annotated[
    Annotated[str, AsText] | Annotated[State, AsMap],
    by_shape('the id of a state, or a mapping with the keys "id" and "name"'),
]


class Table(Cited):
    """A set of decision makers who can agree."""

    seats: list[str] = Field(title="a list of decision makers", description="Who sits there.")
    name: Words = Field(default="", description=NAME)
    date: Date = Field("", description="When they meet: a day, a month or a year.")
    until: Date = Field("", description="When they are to be done: a day, a month or a year.")
    convenor: Words = Field(
        default="", description="Who calls them together: the id of a party, or words."
    )
    agenda: list[Words] = Field(
        default=[],
        title="a list of words or options",
        description="What they speak of, in order: options as `maker.option`, or words.",
    )
    papers: list[str] = Field(
        default=[],
        title='a list of references such as "wire#s3"',
        description="What lies on the table: sources, or places in them.",
    )


class Affected(Cited):
    """A party that has no seat and no option, and yet is affected."""

    name: Words = Field(default="", description=NAME)


AffectedOrName = Annotated[
    Annotated[None, AsNothing] | Annotated[str, AsText] | Annotated[Affected, AsMap],
    by_shape("the name of the party, a mapping, or nothing"),
]


class Deadline(Cited):
    """Something that falls due on a day, whoever sits where."""

    name: Words = Field(default="", description="What is due, in words; the id where left out.")
    date: Date = Field(description="When: a day, a month or a year.")


class Source(Part):
    """Where evidence is found."""

    title: Words = Field(default="", description=NAME)
    report: str = Field("", description="Path of the report, from the folder of this file.")
    dossier: str = Field(
        "",
        description="Path of a dossier file, or of what `read --json` printed of the report, "
        "from the folder of this file.",
    )
    citation: str = Field("", description="A publication, as it is cited.")
    url: str = Field("", description="Where it can be read.")


StatusQuo = Annotated[
    Annotated[Word, AsText] | Annotated[dict[str, Truth], AsMap],
    by_shape("a state, or a mapping of options to Y and N"),
]


class ModelFile(Part):
    """A conflict as stated, in option form or in graph form."""

    satumeja: Annotated[str, WithJsonSchema({"const": FORMAT_VERSION})] = Field(
        description="Version of the format."
    )
    title: Words = Field(description=NAME)
    description: Words = Field(
        default="", description="What it is about; text, or a mapping of languages to text."
    )
    question: Words = Field(default="", description="What a brief of it is to answer.")
    reading: Words = Field(
        default="", description="The short name of this reading, beside others of the conflict."
    )
    as_of: Date = Field("", description="The date the model speaks of.")
    names: str = Field(
        "verbs",
        json_schema_extra={"enum": ["verbs", "labels"]},
        description="Are names of options verbs in their base form, or labels to be quoted?",
    )
    languages: list[str] = Field(
        default=[],
        title="a list of language codes",
        description="Languages of the words in this file, the main one first.",
    )
    sources: dict[str, Source] = Field(
        default={},
        title="a mapping of source ids to sources",
        description="What evidence refers to: reports, their dossiers, publications.",
    )
    readings: list[str] = Field(
        default=[],
        title="a list of model files",
        description="Other readings of the conflict: model files, from the folder of this one.",
    )
    decision_makers: dict[str, DecisionMaker] = Field(
        title="a mapping of ids to decision makers",
        description="Two or more; the order numbers the options.",
    )
    infeasible: list[RuleOrCondition] = Field(
        default=[], title="a list of rules", description="What cannot be (option form)."
    )
    irreversible: list[Irreversible] = Field(
        default=[],
        title="a list of moves that cannot be made",
        description="Moves that cannot be made, from some states to others (option form).",
    )
    coalesce: list[CoalescingOrCondition] = Field(
        default=[],
        title="a list of conditions",
        description="The states in which one of them holds count as one (option form).",
    )
    states: list[StateOrId] | None = Field(
        default=None,
        title="a list of states",
        description="The states one by one; makes this a model in graph form.",
    )
    status_quo: StatusQuo | None = Field(
        default=None,
        description="The state now: its number, its option form, its id, or what each option is.",
    )
    coalitions: list[Annotated[list[str], Field(title="a list of decision makers")]] = Field(
        default=[],
        title="a list of coalitions",
        description="The coalitions that may form; every one where left out.",
    )
    tables: dict[str, Table] = Field(
        default={},
        title="a mapping of table ids to tables",
        description="Who can agree with whom.",
    )
    affected: dict[str, AffectedOrName] = Field(
        default={},
        title="a mapping of ids to parties",
        description="Who is affected, and has no seat and no option.",
    )
    deadlines: dict[str, Deadline] = Field(
        default={},
        title="a mapping of ids to deadlines",
        description="What falls due, and when.",
    )


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the model file, made from the types that read it.

    Returns
    -------
    dict
        A schema of draft 2020-12, for editors and other programs.

    See Also
    --------
    from_dict : Takes what it describes.

    Examples
    --------
    >>> json_schema()["title"]
    'Satu Meja model file, version 1'
    """
    schema = ModelFile.model_json_schema()
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": f"Satu Meja model file, version {FORMAT_VERSION}",
    }
    return head | {key: part for key, part in schema.items() if key != "title"}
