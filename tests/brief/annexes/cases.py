"""Annexes of the conflicts of the gallery, made once."""

from __future__ import annotations

from functools import cache

from satumeja.brief.annexes import Annex, Matter, annexes_of, matter_of
from satumeja.brief.words import Phrases, Words
from satumeja.front import front
from satumeja.gallery import load
from satumeja.model import Model


@cache
def matter(name: str) -> Matter:
    return matter_in(load(name))


def matter_in(model: Model) -> Matter:
    return matter_of(front(model), Phrases(model, Words("en")))


@cache
def annexes(name: str, language: str) -> tuple[Annex, ...]:
    return said_of(matter(name), language)


def said_of(data: Matter, language: str = "en") -> tuple[Annex, ...]:
    return annexes_of(data, Phrases(data.model, Words(language)))
