"""What the parts of a model file have in common: shapes, words, what they rest on."""

from __future__ import annotations

from satumeja.formats.schema._part import Part, PartOf, field
from satumeja.formats.schema._shapes import AnyOf, ListOf, MapOf, Text

__all__ = [
    "DATE",
    "NAME",
    "NUMBER",
    "STATEMENT",
    "TEXT",
    "TRUTH",
    "WORD",
    "WORDS",
    "Cited",
    "Glossed",
    "Statement",
    "Words",
]

Words = str | dict[str, str]

TEXT = Text("string")
WORD = Text("string", "integer")
NUMBER = Text("number", "string")
TRUTH = Text("string", "boolean", "integer")
DATE = Text("string", "integer", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", examples=["2021-12"])
WORDS = AnyOf(
    TEXT,
    MapOf(TEXT, least=1),
    expected="text, or a mapping of languages to text",
    description="Text, or a mapping of language codes to text, the main language first.",
)

NAME = "What it is called; text, or a mapping of languages to text."


class Glossed(Part):
    """A reference, with what a person says that its sentence says in another language."""

    reference: str = field(TEXT, description="The reference, such as `wire#s3`.")
    gloss: Words = field(
        WORDS, default="", description="What the sentence says, as a mapping of languages to text."
    )
    by: str = field(TEXT, default="", description="Who says so.")
    parallel: str = field(
        TEXT,
        default="",
        description="The same sentence in a report of another language: a reference.",
    )


class Cited(Part):
    """A part that can say what it rests on."""

    because: Words = field(
        WORDS,
        default="",
        description="Why, in words; text, or a mapping of languages to text.",
    )
    evidence: list[str | Glossed] = field(
        ListOf(
            AnyOf(
                TEXT,
                PartOf(Glossed),
                expected='a reference such as "wire#s3", or a mapping with the key "reference"',
            )
        ),
        default=[],
        title='a list of references such as "wire#s3"',
        description="What it rests on: `source`, `source#anchor`, or `source:r2#s3` of a dossier; "
        "or a mapping with the reference and its gloss.",
    )


class Statement(Cited):
    """A condition somebody wants to hold, with what that rests on."""

    statement: str = field(WORD, description="The condition.")
    name: Words = field(
        WORDS,
        default="",
        description="What it is called in a sentence: a verb in its base form, as options are.",
    )
    inferred: str = field(
        TRUTH,
        default="",
        description="Is it concluded from what is cited, which does not say it?",
    )


STATEMENT = AnyOf(
    WORD,
    PartOf(Statement),
    expected='a condition, or a mapping with the key "statement"',
)
