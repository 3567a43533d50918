"""Trials of the limits of model files."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

from beyond.trials import Bench, beyond

__all__ = ["pond", "written"]


def pond(
    options: Mapping[str, int | Mapping[str, Any]] | None = None, **keys: Any
) -> dict[str, Any]:
    """Make the file of a model: who has which options, or how many, and what else it states."""
    makers = {
        maker: {
            "options": {f"{maker}{k}": None for k in range(own)} if isinstance(own, int) else own,
            "preferences": [f"{maker}0" if isinstance(own, int) else next(iter(own))],
        }
        for maker, own in (options or {"mill": 2, "farm": 1}).items()
    }
    return {"satumeja": 1, "title": "A pond", "decision_makers": makers} | keys


def written(bench: Bench, data: Mapping[str, Any], name: str = "a.yaml") -> str:
    """Write the file of a model."""
    return bench.write(name, json.dumps(data, indent=1))


def preferring(statements: Sequence[Any]) -> dict[str, Any]:
    """Make the file of a model in which one decision maker has these preferences."""
    data = pond()
    data["decision_makers"]["mill"]["preferences"] = list(statements)
    return data


def counted(data: Any) -> int:
    """Count keys and values."""
    if isinstance(data, dict):
        return 1 + sum(1 + counted(value) for value in data.values())
    return 1 + sum(map(counted, data)) if isinstance(data, list) else 1


@beyond("formats.trees._disk:MAX_BYTES")
def _bytes(bench: Bench) -> None:
    text = json.dumps(pond(description="Talks. " * 200))
    path = bench.write("a.yaml", text.ljust(2 << 20))
    bench.done("check", path)
    bench.write("a.yaml", text.ljust((2 << 20) + 1))
    bench.refused("check", path, told=r"a\.yaml: the file is larger than 2 MB$")
    bench.write("a.yaml", text)
    bench.done("convert", path, "-o", "b.json")
    bench.lower("formats.trees._disk:MAX_BYTES", 1_000)
    bench.patch.setattr("satumeja.formats.trees._disk.MAX_BYTES", 1 << 20)
    for name, what in (("c.json", "the model"), ("c.xlsx", "the model"), ("c", "a sheet")):
        bench.refused("convert", path, "-o", name, told=f"^{name}: {what} takes more than")
        assert not (bench.folder / name).exists()


@beyond("formats.trees._builder:MAX_DEPTH")
def _depth(bench: Bench) -> None:
    for levels, told in ((31, 'unknown key "deep"'), (32, "nested more than 32 levels deep")):
        text = json.dumps(pond(), indent=1).rstrip("}") + ',"deep":\n'
        path = bench.write("a.yaml", text + "[" * levels + "]" * levels + "}")
        line = bench.refused("check", path, told=told)
        assert f"a.yaml:{text.count(chr(10)) + (levels == 32)}:" in line


@beyond("formats.trees._builder:MAX_NODES")
def _nodes(bench: Bench) -> None:
    path = written(bench, pond())
    count = counted(pond())
    bench.lower("formats.trees._builder:MAX_NODES", count)
    bench.done("check", path)
    bench.lower("formats.trees._builder:MAX_NODES", count - 1)
    path = written(bench, pond(title="Another pond"))  # what was read stays in memory
    bench.refused("check", path, told=rf"a\.yaml:\d+:\d+: more than {count - 1} keys and values$")
    bench.patch.setattr("satumeja.formats.trees._builder.MAX_NODES", count)
    told = rf"the model takes \d\d keys and values; a file may have {count - 1}$"
    bench.refused("convert", path, "-o", "b.json", told=told)


@beyond("formats.trees._faults:MAX_FAULTS")
def _faults(bench: Bench) -> None:
    for count in (100, 101):
        done = bench.run("check", written(bench, pond() | {f"odd{k}": 1 for k in range(count)}))
        *lines, last = done.err.splitlines()
        assert (done.code, done.out, len(lines)) == (1, "", 99 + (count > 100))
        assert all("unknown key" in line for line in lines)
        told = "there are more faults than these 100; mend them, and look again"
        assert last.endswith(told) == (count > 100)


@beyond("formats.compiling._conditions:MAX_CONDITION")
def _condition(bench: Bench) -> None:
    bench.done("check", written(bench, preferring(["mill0".ljust(9_999) + " "])))
    path = written(bench, preferring(["mill0".ljust(10_001)]))
    bench.refused("check", path, told=r"a\.yaml:\d+:\d+: a condition may have 10,000 characters")


@beyond("model._parse:_LONGEST")
def _signs(bench: Bench) -> None:
    bench.done("check", written(bench, preferring(["-" + " | ".join(["mill0"] * 300)])))
    path = written(bench, preferring(["--" + " | ".join(["mill0"] * 300)]))
    bench.refused("check", path, told=r"a\.yaml:\d+:\d+: a condition may have 600 words and signs")


@beyond("model._parse:_DEEPEST")
def _brackets(bench: Bench) -> None:
    bench.done("check", written(bench, preferring(["(" * 50 + "mill0" + ")" * 50])))
    path = written(bench, preferring(["(" * 51 + "mill0" + ")" * 51]))
    bench.refused("check", path, told=r"a\.yaml:\d+:\d+: .* nested too deeply: .* 50 deep at most")


@beyond("formats.compiling._compile:MAX_OPTIONS")
def _options(bench: Bench) -> None:
    bench.done("convert", written(bench, pond({"mill": 999, "farm": 1})), "-o", "b.json")
    told = r"a\.yaml:\d+:\d+: 1001 options are more than the 1000 a model may have"
    bench.refused("check", written(bench, pond({"mill": 1000, "farm": 1})), told=told)


@beyond("model._build:MOST_LEVELS")
def _levels(bench: Bench) -> None:
    for count in (20, 21):
        scale = {"levels": [f"l{k}" for k in range(count)]}
        path = written(bench, pond({"mill": {"stop": None, "pay": scale}, "farm": 1}))
        if count == 20:
            bench.done("convert", path, "-o", "b.json")
        else:
            bench.refused("check", path, told="an option has 2 to 20 levels; here are 21")


@beyond("model._equals:MOST_EQUAL")
def _equal(bench: Bench) -> None:
    equal = ["mill0", "mill1", "farm0", "mill0 & mill1", "mill0 | mill1", "mill0 & farm0"]
    equal += ["mill0 | farm0", "mill1 & farm0", "mill1 | farm0"]
    bench.done("check", written(bench, preferring([equal[:8]])))
    told = "statements of equal importance are 2 to 8; here are 9"
    bench.refused("check", written(bench, preferring([equal])), told=told)


@beyond("formats.sheets._xlsx:_MOST_BYTES")
def _workbook(bench: Bench) -> None:
    bench.done("convert", written(bench, pond()), "-o", "b.xlsx")
    bench.done("check", "b.xlsx")
    bench.lower("formats.sheets._xlsx:_MOST_BYTES", 1 << 12)
    bench.refused("check", "b.xlsx", told="b.xlsx: the workbook unpacks to more than")


@beyond("formats.sheets._xlsx:_MOST_CELLS")
def _sheet(bench: Bench) -> None:
    bench.done("convert", written(bench, pond()), "-o", "b.xlsx")
    book, stream = openpyxl.load_workbook("b.xlsx"), io.BytesIO()
    book.worksheets[0].cell(2_001, 1_000).value = "x"
    book.save(stream)
    told = r"c\.xlsx\[.*\]: the sheet spans 2,001 rows and 1,000 columns; delete what is empty"
    bench.refused("check", bench.write("c.xlsx", stream.getvalue()), told=told)


@beyond("formats.sheets._xlsx:_LONGEST")
def _letters(bench: Bench) -> None:
    bench.done("convert", written(bench, pond(description="a" * 32_767)), "-o", "b.xlsx")
    path = written(bench, pond(description="a" * 32_768))
    told = "has more than 32,767 characters; write a folder of CSV instead"
    bench.refused("convert", path, "-o", "c.xlsx", told=told)
    assert not (bench.folder / "c.xlsx").exists()
    bench.done("convert", path, "-o", "c")
    bench.done("check", "c")


@beyond("formats.gmcr._write:_MOST_RANKED")
def _ranked(bench: Bench) -> None:
    data = pond()
    data["decision_makers"]["mill"] = {
        "options": {"mill0": None, "mill1": None},
        "weights": {"mill0": 2},
    }
    path = written(bench, data)
    bench.lower("formats.gmcr._write:_MOST_RANKED", 16)
    bench.done("convert", path, "-o", "b.gmcr")
    bench.lower("formats.gmcr._write:_MOST_RANKED", 15)
    told = "rankings of 16 states are more than the 15 a .gmcr file can list; write .yaml instead"
    bench.refused("convert", path, "-o", "c.gmcr", told=told)
    assert not (bench.folder / "c.gmcr").exists()
    bench.done("convert", path, "-o", "c.yaml")
