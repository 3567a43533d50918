"""What the parts of a model file have in common: shapes, words, what they rest on."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, WithJsonSchema

__all__ = [
    "SHAPES",
    "AsList",
    "AsMap",
    "AsNothing",
    "AsText",
    "Cited",
    "Date",
    "Glossed",
    "Number",
    "Part",
    "Statement",
    "StatementOrCondition",
    "Truth",
    "Word",
    "Words",
    "by_shape",
]

# Tags turn up in the paths of faults; no key of a file can hold a control character.
SHAPES = TEXT, LIST, MAPPING, NOTHING = ("\0text", "\0list", "\0mapping", "\0nothing")


def _shape_of(value: object) -> str:
    """Name the shape of a value, as the tags of the unions below do."""
    if isinstance(value, str):
        return TEXT
    if isinstance(value, list):
        return LIST
    return MAPPING if isinstance(value, dict) else NOTHING


def by_shape(expected: str) -> Discriminator:
    """Choose among types by the shape of a value; `expected` words the fault if none fits."""
    return Discriminator(
        _shape_of, custom_error_type="expected", custom_error_message=f"expected {expected}"
    )


def _written(*types: str, **schema: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": list(types) if len(types) > 1 else types[0], **schema})


AsText, AsList, AsMap, AsNothing = Tag(TEXT), Tag(LIST), Tag(MAPPING), Tag(NOTHING)

Word = Annotated[str, _written("string", "integer")]
Number = Annotated[str, _written("number", "string")]
Truth = Annotated[str, _written("string", "boolean", "integer")]
Date = Annotated[
    str, _written("string", "integer", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", examples=["2021-12"])
]
Languages = Annotated[dict[str, str], Field(min_length=1)]
Words = Annotated[
    Annotated[str, AsText] | Annotated[Languages, AsMap],
    by_shape("text, or a mapping of languages to text"),
    Field(description="Text, or a mapping of language codes to text, the main language first."),
]


class Part(BaseModel):
    """What every mapping of the file shares: no key but the known ones."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Glossed(Part):
    """A reference, with what a person says that its sentence says in another language."""

    reference: str = Field(description="The reference, such as `wire#s3`.")
    gloss: Words = Field(
        default="", description="What the sentence says, as a mapping of languages to text."
    )
    by: str = Field("", description="Who says so.")
    parallel: str = Field(
        "", description="The same sentence in a report of another language: a reference."
    )


ReferenceOrGlossed = Annotated[
    Annotated[str, AsText] | Annotated[Glossed, AsMap],
    by_shape('a reference such as "wire#s3", or a mapping with the key "reference"'),
]
Evidence = Annotated[
    list[ReferenceOrGlossed],
    Field(
        title='a list of references such as "wire#s3"',
        description="What it rests on: `source`, `source#anchor`, or `source:r2#s3` of a dossier; "
        "or a mapping with the reference and its gloss.",
    ),
]


class Cited(Part):
    """A part that can say what it rests on."""

    because: Words = Field(
        default="", description="Why, in words; text, or a mapping of languages to text."
    )
    evidence: Evidence = []


class Statement(Cited):
    """A condition somebody wants to hold, with what that rests on."""

    statement: Word = Field(description="The condition.")
    name: Words = Field(
        default="",
        description="What it is called in a sentence: a verb in its base form, as options are.",
    )
    inferred: Truth = Field(
        default="", description="Is it concluded from what is cited, which does not say it?"
    )


StatementOrCondition = Annotated[
    Annotated[Word, AsText] | Annotated[Statement, AsMap],
    by_shape('a condition, or a mapping with the key "statement"'),
]
