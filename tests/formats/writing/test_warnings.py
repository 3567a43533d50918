"""What deserves a second look."""

from __future__ import annotations

from pathlib import Path

import pytest

from formats.samples import BORDER, GRAPH, STATEMENTS, changed
from satumeja.evidence import Archive, remarks
from satumeja.formats import describe, load, loads


@pytest.mark.parametrize("sample", [BORDER, GRAPH])
def test_a_good_model_gives_none(sample: str) -> None:
    assert describe(loads(sample)).warnings == ()


@pytest.mark.parametrize(
    ("old", "new", "warnings"),
    [
        ('status_quo: "NN|NY"\n', "", ["no status quo is given"]),
        (
            STATEMENTS,
            "    preferences: []\n",
            ["russia prefers no state to any other"],
        ),
        (
            STATEMENTS,
            "    preferences: [-(talk & attack), offer & arm]\n",
            [
                "russia prefers no state to any other",
                'preference "-(talk & attack)" of russia holds in every feasible state',
                'preference "offer & arm" of russia holds in no feasible state',
            ],
        ),
        (
            STATEMENTS,
            "    preferences: [attack | talk, attack, talk]\n",
            ['preference "talk" of russia tells no states apart that those above leave tied'],
        ),
        (
            "red_lines: [arm]",
            "red_lines: [arm, attack & talk, offer | -offer]",
            [
                'red line "attack & talk" of russia holds in no feasible state',
                'red line "offer | -offer" of russia holds in every feasible state',
            ],
        ),
        (
            "  - at_most_one: [offer, arm]\n",
            "  - at_most_one: [offer, arm]\n  - attack & talk & offer\n",
            ['infeasible rule "attack & talk & offer" removes no state that those above it leave'],
        ),
        (
            "  - at_most_one: [offer, arm]\n",
            "  - offer\n  - -arm\n",
            [
                'preference "-us.arm" of russia holds in no feasible state',
                (
                    'preference "-attack" of russia contradicts "attack iff -offer" above it, '
                    "which decides first"
                ),
                'red line "arm" of russia holds in every feasible state',
                "option offer is N in every feasible state",
                "option arm is Y in every feasible state",
            ],
        ),
        (
            "{report: wire.txt, dossier: wire.json}",
            "{report: wire.txt}",
            [
                (
                    "source wire has no dossier: the 2 references to it are found by reading "
                    "the report again, and may shift when it or the reader changes"
                ),
            ],
        ),
        (
            "languages: [en, id]",
            "languages: [en, id, fr]",
            ['"A border" is not given in fr'],
        ),
    ],
)
def test_each_warning(old: str, new: str, warnings: list[str]) -> None:
    assert list(describe(loads(changed(BORDER, old, new))).warnings) == warnings


def test_who_cannot_move_is_told() -> None:
    still = changed(GRAPH, "    moves: [[dirty, dead]]\n", "")
    assert describe(loads(still)).warnings == ("pond has no move",)
    third = changed(BORDER, "infeasible:", "  un: {preferences: [-attack]}\ninfeasible:")
    third = changed(third, "NN|NY", "NN|NY|")
    assert describe(loads(third)).warnings == ("un has no option, so it never moves",)


def test_files_of_sources_are_looked_for_beside_the_model(tmp_path: Path) -> None:
    path = tmp_path / "border.yaml"
    path.write_text(BORDER, encoding="utf-8")
    (tmp_path / "wire.txt").write_text("A report")
    assert describe(load(path)).warnings == ("source wire: there is no file wire.json",)
    path.write_text(BORDER.replace("wire.json", "x" * 5000), encoding="utf-8")
    assert len(describe(load(path)).warnings) == 1


def test_too_many_states_are_not_looked_at() -> None:
    options = ", ".join(f"x{k}: " for k in range(21))
    text = f"""\
satumeja: 1
title: Many
decision_makers:
  a: {{options: {{{options}}}, preferences: [x0 & -x0]}}
  b: {{options: {{y: }}, preferences: []}}
status_quo: "{"N" * 22}"
"""
    assert describe(loads(text)).warnings == (
        "more than 1,048,576 states are feasible: what depends on them is not looked at",
    )


@pytest.mark.parametrize(
    ("dossier", "warnings"),
    [
        ('{"statements": [{"id": "s1"}, {"id": "s3"}], "acts": []}', 0),
        ('{"statements": [{"id": "s1"}], "acts": [{"id": "a1"}]}', 1),
        ("{not json", 0),
        ("[]", 0),
    ],
)
def test_references_are_looked_up_in_the_dossier(
    tmp_path: Path, dossier: str, warnings: int
) -> None:
    (tmp_path / "wire.txt").write_text("A report")
    (tmp_path / "wire.json").write_text(dossier)
    path = tmp_path / "border.yaml"
    path.write_text(BORDER, encoding="utf-8")
    model = load(path)
    found = describe(model, remarks=remarks(Archive(model))).warnings
    assert list(found) == ['evidence "wire#s3" is not in the dossier wire.json'] * warnings
