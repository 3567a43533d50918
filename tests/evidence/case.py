"""A case folder to look evidence up in: two reports in two languages, a dossier, a model."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from satumeja import dossier
from satumeja.files import beside
from satumeja.formats import load
from satumeja.model import Model
from satumeja.report.kit import fingerprint

__all__ = ["DEMAND", "MODEL", "Case", "case", "print_of"]

NAMES = ("talks-2021-12-23.en.txt", "talks-2021-12-23.id.txt")
DEMAND = "r1#s2"
"""What the models of these tests cite: Lavrov on the guarantee that is asked for."""

MODEL = """\
satumeja: 1
title: Talks
languages: [en, id]
sources:
  talks: {{dossier: talks.db, title: The talks}}
decision_makers:
  russia:
    options: {{attack: {{}}}}
    preferences:
      - {{statement: us.guarantee, because: He asks for it, evidence: [{evidence}]}}   # why
      - -attack
  us:
    options: {{guarantee: {{}}}}
    preferences: [-attack, -guarantee]
status_quo: "N|N"
"""


class Case:
    """A folder with the dossier, whose model cites what one says."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file, self.model = folder, folder / "talks.db", folder / "model.yaml"

    def correct(self, act: Callable[[dossier.DossierFile], object]) -> None:
        """Correct the dossier."""
        with dossier.DossierFile(self.file) as file:
            act(file)

    def item(self, key: str) -> dossier.Item:
        """Give an item of the dossier as it is now."""
        with dossier.DossierFile(self.file) as file:
            return next(item for item in dossier.items(file) if item.key == key)

    def acts_in(self, statement: str) -> tuple[str, ...]:
        """Give the kinds of acts that are done in a statement, by the dossier as a whole."""
        with dossier.DossierFile(self.file) as file:
            acts = dossier.whole(file).dossier.acts
        return tuple(dict.fromkeys(act.kind for act in acts if act.statement == statement))

    def citing(self, *evidence: str) -> Model:
        """Write the model so that its first statement cites this, and read it."""
        listed = ", ".join(f'"{reference}"' for reference in evidence)
        self.model.write_text(MODEL.format(evidence=listed), encoding="utf-8")
        return load(self.model)


@cache
def _read() -> Path:
    """Read both reports once for all tests of a run."""
    folder = Path(mkdtemp(prefix="satumeja-case-"))
    (folder / "reports").mkdir()
    for name in NAMES:
        shutil.copy(beside(f"satumeja:reports/{name}", None), folder / "reports" / name)
    with dossier.DossierFile(folder / "talks.db", create=True) as file:
        dossier.gather(file, [folder / "reports" / name for name in NAMES])
    return folder


def case(folder: Path) -> Case:
    """Make a case of one's own in a folder."""
    shutil.copytree(_read(), folder / "case")
    return Case(folder / "case")


def print_of(words: str) -> str:
    """Give the fingerprint of words."""
    return fingerprint(words)
