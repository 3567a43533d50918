"""A backtest that is written down before anything has happened, and scored after."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeGuard

from satumeja.display import ShownInLine
from satumeja.errors import Fault, InputError, OutputError, QuestionError, did_you_mean
from satumeja.files import write_whole
from satumeja.formats import loads
from satumeja.formats.trees import decoded, read_bytes
from satumeja.formats.writing import write_yaml
from satumeja.model import Model
from satumeja.questions.backtest._backtest import FIVE, Backtest, backtest
from satumeja.questions.backtest._case import Case, require_one_of_each
from satumeja.questions.backtest._codings import Coding
from satumeja.stability import analyse

__all__ = ["Frozen", "Source", "freeze", "read_frozen"]

SCHEMA = "satumeja/frozen/1"
_YAML = (".yaml", ".yml")
_HASH = "hash"
_KINDS = {
    "schema": str, "date": str, "engine": str, "rule": str, "concepts": list, "profiles": int,
    "seed": int, "cases": list,
}  # fmt: skip
_CASE_KINDS = {"case": str, "conflict": str, "place": str, "sha256": str, "predicted": dict}


@dataclass(frozen=True, repr=False)
class Source(ShownInLine):
    """A model to freeze: its text, and where that came from.

    Parameters
    ----------
    case : str
        What the case is called.
    text : str
        The model file, whole, as YAML or JSON.
    place : str
        The file, or the name in the gallery.
    conflict : str
        The conflict it is a model of; by default the case alone.
    """

    case: str
    text: str
    place: str
    conflict: str = ""

    @property
    def digest(self) -> str:
        """The sha256 of its text."""
        return _sha256(self.text)

    def model(self) -> Model:
        """Read the model of its text."""
        is_json = self.text.lstrip().startswith("{")
        return loads(self.text, name=f"{self.case}{'.json' if is_json else '.yaml'}")


@dataclass(frozen=True, repr=False)
class Frozen(ShownInLine):
    """A backtest as it was fixed.

    Parameters
    ----------
    content : mapping
        All of it as plain data, in the schema ``satumeja/frozen/1``, its hash among it.
    file : str
        Where it was read; empty where it was not.

    See Also
    --------
    freeze : Makes it.
    read_frozen : Reads it.
    """

    content: Mapping[str, Any]
    file: str = ""

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts, in the order stated."""
        return tuple(self.content["concepts"])

    @property
    def cases(self) -> tuple[str, ...]:
        """The names of its cases."""
        return tuple(case["case"] for case in self.content["cases"])

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data, in the schema ``satumeja/frozen/1``."""
        return dict(self.content)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write it as YAML or JSON, as the suffix says; never over a file that is there."""
        if os.path.lexists(path):
            name = os.fspath(path)
            try:
                read_frozen(path)
            except InputError:
                raise OutputError(
                    f"{name}: is there, and is no frozen backtest; name another file"
                ) from None
            raise OutputError(f"{name}: is frozen, and stays as it is; name another file")
        is_yaml = Path(path).suffix.lower() in _YAML
        text = write_yaml(self.to_json()) if is_yaml else _json(self.content, indent=1) + "\n"
        return write_whole(path, text, new=True)

    def score(
        self,
        codings: Iterable[Coding],
        text_of: Callable[[str], str] | None = None,
        *,
        progress: Callable[[int, int], object] | None = None,
    ) -> Backtest:
        """Score it against what happened, as others coded it.

        Parameters
        ----------
        codings : iterable of Coding
            What happened; cases that are not among them are not scored yet.
        text_of : callable, optional
            Gives the text of a model by its place, where only a hash of it was frozen.
        progress : callable, optional
            As for `backtest`.

        Returns
        -------
        Backtest
            With the concepts, profiles and seed that were frozen.

        Raises
        ------
        QuestionError
            If a case was not frozen, a model is not the one that was, or this version of the
            program says of it that other states hold.
        """
        frozen = {case["case"]: case for case in self.content["cases"]}
        cases = list[Case]()
        for coding in codings:
            if coding.case not in frozen:
                raise coding.fault(
                    f'"{coding.case}" was not frozen{did_you_mean(coding.case, [*frozen])}'
                )
            case = frozen[coding.case]
            model = self._source(case, text_of).model()
            self._require_same(case, model)
            cases.append(Case(coding.case, model, coding.states(model), case["conflict"]))
        profiles, seed = self.content["profiles"], self.content["seed"]
        return backtest(cases, self.concepts, profiles=profiles, seed=seed, progress=progress)

    def _source(self, case: Mapping[str, Any], text_of: Callable[[str], str] | None) -> Source:
        text = case.get("model")
        if text is None and text_of is None:
            raise self._changed(f"{case['case']}: its model was frozen as a hash; give its text")
        if text is None and text_of is not None:
            text = text_of(case["place"])
        source = Source(case["case"], str(text), case["place"], case["conflict"])
        if source.digest != case["sha256"]:
            raise self._changed(f"{source.case}: the model {source.place} is not the one frozen")
        return source

    def _require_same(self, case: Mapping[str, Any], model: Model) -> None:
        """Require that what held when it was frozen is what holds now."""
        if _predicted(model, self.concepts) != case["predicted"]:
            raise self._changed(
                f"{case['case']}: this version says that other states hold than "
                f"{self.content['engine']} did; score with that one"
            )

    def _changed(self, message: str) -> QuestionError:
        return QuestionError(Fault(message, self.file))


def freeze(
    sources: Iterable[Source],
    concepts: Sequence[str] = FIVE,
    *,
    rule: str,
    on: str,
    engine: str,
    profiles: int = 5_000,
    seed: int = 1,
    whole: bool = True,
) -> Frozen:
    """Fix models, concepts and what holds before it is known what happens.

    Parameters
    ----------
    sources : iterable of Source
        The models.
    concepts : sequence of str
        In the order in which they are to be asked about.
    rule : str
        How whoever codes what happened is to tell which states it is.
    on : str
        The day, such as ``2026-11-30``.
    engine : str
        The version of the program.
    profiles, seed : int
        As for `backtest`.
    whole : bool
        Whether to keep the texts of the models, or their hashes alone.

    Returns
    -------
    Frozen
        With the states that hold under each concept, and a hash of it all.

    Raises
    ------
    QuestionError
        If there are no models, two of one name, no rule, or a concept is none.

    Examples
    --------
    >>> from satumeja.gallery import text
    >>> source = Source("chicken", text("chicken"), "chicken")
    >>> frozen = freeze([source], ["nash"], rule="By two readers.", on="2026-11-30", engine="1")
    >>> frozen.content["cases"][0]["predicted"]
    {'nash': [2, 3]}
    >>> result = frozen.score([Coding("chicken", "", ("3",))])
    >>> [(row.concept, row.hit, row.nulls["share"]) for row in result.rows]
    [('nash', True, 0.5)]
    """
    cases = list(sources)
    names = list(dict.fromkeys(name.strip().lower() for name in concepts))
    if not cases:
        raise QuestionError("there are no models to freeze")
    if not rule.strip():
        raise QuestionError("say the rule by which what happens is to be coded")
    if not _is_day(on):
        raise QuestionError(f'"{on}" is no day; write it as 2026-11-30')
    require_one_of_each(case.case for case in cases)
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "date": on,
        "engine": engine,
        "concepts": names,
        "rule": rule,
        "profiles": profiles,
        "seed": seed,
        "cases": [_case(source, names, whole) for source in cases],
    }
    return Frozen({**content, _HASH: _sha256(_json(content))})


def read_frozen(path: str | os.PathLike[str]) -> Frozen:
    """Read a frozen backtest, and check that nothing in it was changed.

    Parameters
    ----------
    path : path
        As `Frozen.save` wrote it.

    Returns
    -------
    Frozen
        As it was fixed.

    Raises
    ------
    QuestionError
        If it is no frozen backtest, or was changed since.
    """
    import yaml

    name = os.fspath(path)
    text = decoded(read_bytes(Path(path)), name)
    try:
        content = _plain_yaml(text) if Path(path).suffix.lower() in _YAML else json.loads(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        content = None
    if not _is_frozen(content):
        raise QuestionError(
            Fault("is no frozen backtest, as satumeja backtest freeze writes", name)
        )
    digest = content.get(_HASH)
    rest = {key: value for key, value in content.items() if key != _HASH}
    try:
        now = _sha256(_json(rest))
    except (TypeError, ValueError):  # a date without its quotes, say
        now = ""
    if digest != now:
        raise QuestionError(
            Fault("was changed since it was frozen (its hash is another); it is not scored", name)
        )
    return Frozen(content, name)


def _plain_yaml(text: str) -> Any:
    """Read YAML in which nothing refers elsewhere; a few lines of what does can unpack to all."""
    import yaml

    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken):
            raise ValueError("an alias")
    return yaml.safe_load(text)


def _is_frozen(content: object) -> bool:
    """Tell whether a file has all that a frozen backtest has, whoever wrote it."""
    if not _has(content, _KINDS) or content["schema"] != SCHEMA:
        return False
    if not _is_day(content["date"]):
        return False
    concepts = all(isinstance(concept, str) for concept in content["concepts"])
    return concepts and all(_has(case, _CASE_KINDS) for case in content["cases"])


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _has(content: object, kinds: Mapping[str, type]) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(content, dict) and all(
        isinstance(content.get(key), kind) for key, kind in kinds.items()
    )


def _case(source: Source, concepts: Sequence[str], whole: bool) -> dict[str, Any]:
    text = {"model": source.text} if whole else {}
    return {
        "case": source.case,
        "conflict": source.conflict or source.case,
        "place": source.place,
        "sha256": source.digest,
        "predicted": _predicted(source.model(), concepts),
        **text,
    }


def _predicted(model: Model, concepts: Sequence[str]) -> dict[str, list[int]]:
    result = analyse(model, list(concepts))
    return {concept: result.equilibria(concept).tolist() for concept in concepts}


def _json(content: Mapping[str, Any], indent: int | None = None) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=indent is None, indent=indent)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
