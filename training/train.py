"""Learn what tells acts apart, from the sentences in ``acts`` and our own gold.

Usage: ``python training/train.py [--check] [--measure]`` (or ``make train``). Writes
``acts.json`` of each language, the same bytes for the same sentences, rules and signs; with
``--check`` only says whether they are up to date, with ``--measure`` what is right of what was
not learned from.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Sums in another order round otherwise: with one thread they are the same wherever it runs.
os.environ["OMP_NUM_THREADS"] = "1"
sys.path.insert(0, str(ROOT / "benchmarks"))

from examples import Example, examples_of, gold_examples, items_of  # noqa: E402
from learn import learn, to_json  # noqa: E402

from satumeja.dossier.acts._choice import Weights  # noqa: E402

LANGUAGES = ("en", "id")
FOLDS = 5
LEAST = (0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.35)


def gathered(root: Path) -> dict[str, list[Example]]:
    """Give the examples of each language, and say how many sentences gave none."""
    found: dict[str, list[Example]] = {}
    for language in LANGUAGES:
        found[language] = []
        for path in sorted((root / "training" / "acts").glob(f"{language}*.tsv")):
            examples, missed = examples_of(items_of(path), language)
            found[language] += examples
            print(f"{path.name}: {len(examples)} lines, no statement found in {len(missed)}")
        found[language] += gold_examples(root / "tests" / "data" / "gold", language)
    return found


def measure(examples: dict[str, list[Example]], language: str) -> None:
    """Print what is right of each kind, each group measured by what others taught."""
    own, others = examples[language], _of_others(examples, language)
    fold = _folds(own)
    measured = [one for one in own if one.found]
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted = Counter(one.act for one in measured)
    sure: dict[str, list[tuple[float, bool]]] = {}
    for number in range(FOLDS):
        weights = learn([one for one in own if fold[one.group] != number], others)
        for one in (one for one in measured if fold[one.group] == number):
            choice = weights.choose(one.signs)
            kind = choice.kind
            given[kind] += 1
            right[kind] += kind == one.act
            if kind != "say":
                ground = _ground(one.signs, kind)
                sure.setdefault(ground, []).append((choice.share, kind == one.act))
    print(f"{language}: {sum(right.values()) / len(measured):.3f} right of {len(measured)}")
    for kind in sorted(wanted):
        score = 2 * right[kind] / max(given[kind] + wanted[kind], 1)
        print(f"  {kind:14} F1 {score:.2f} of {wanted[kind]}")
    for ground, shares in sorted(sure.items()):
        print(f"  {ground}: {_curve(shares)}")


def _ground(signs: Iterable[str], kind: str) -> str:
    """Say what besides the weights tells a kind: the word of saying, a rule, or nothing."""
    if f"cue={kind}" in signs:
        return "by the word of saying"
    return "by a rule on what was said" if f"first={kind}" in signs else "by the weights alone"


def _curve(shares: Iterable[tuple[float, bool]]) -> str:
    """Spell how many are right of those whose share is at least so large."""
    known = list(shares)
    steps = []
    for least in LEAST:
        above = [right for share, right in known if share >= least]
        if above:
            steps.append(f">= {least:.2f}: {sum(above) / len(above):.2f} of {len(above)}")
    return ", ".join(steps)


def held_out(root: Path) -> Callable[[str, str], Weights]:
    """Give, for a report of the gold and its language, weights not learned from it."""
    examples = gathered(root)
    learned: dict[tuple[str, int], Weights] = {}

    def taught(group: str, language: str) -> Weights:
        own, others = examples[language], _of_others(examples, language)
        fold = _folds(own)
        key = language, fold[group]
        if key not in learned:
            learned[key] = learn([one for one in own if fold[one.group] != key[1]], others)
        return learned[key]

    return taught


def _of_others(examples: dict[str, list[Example]], language: str) -> list[Example]:
    """Give the examples of the other languages."""
    return [one for other in examples if other != language for one in examples[other]]


def _folds(examples: list[Example]) -> dict[str, int]:
    """Deal the groups out: what is learned from one is never measured on it."""
    groups = sorted({one.group for one in examples})
    return {group: index % FOLDS for index, group in enumerate(groups)}


def main() -> int:
    """Learn, and write or compare."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--check", action="store_true", help="only compare with what is kept")
    options.add_argument("--measure", action="store_true", help="print figures, write nothing")
    chosen = options.parse_args()
    examples = gathered(ROOT)
    stale = []
    for language in LANGUAGES:
        if chosen.measure:
            measure(examples, language)
            continue
        made = to_json(learn(examples[language], _of_others(examples, language)))
        path = ROOT / "src/satumeja/dossier/languages" / language / "acts.json"
        if chosen.check and (not path.exists() or path.read_text(encoding="utf-8") != made):
            stale.append(language)
        elif not chosen.check:
            path.write_text(made, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)}: {len(made) // 1024} KiB")
    if stale:
        print(f"not up to date: {', '.join(stale)}; make train")
    return len(stale)


if __name__ == "__main__":
    sys.exit(main())
