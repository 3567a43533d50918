"""Sound model files, spoilt at random."""

from __future__ import annotations

import json
from random import Random

from formats.samples import BORDER, GRAPH, LEVELS, SHADES
from satumeja.formats._nodes import data
from satumeja.formats._yaml import read_yaml

PIECES = (
    *("\n", " ", "  ", "\t", ":", ": ", "- ", ",", "[", "]", "{", "}", '"', "'", "\\", "#", "|"),
    *("&", "*", "!", "%", "@", "`", "?", ">", "<<", "---\n", "...\n", "~", "null", "-", "(", ")"),
    *("0", "1", "-1", "1e9", "9" * 30, "1/0", ".inf", "Y", "N", "YN|NY", "yes", "true", "iff"),
    *("not", "if", "talk", "us.arm", "en", "id", "name", "options", "ranking", "states", "moves"),
    *("preferences", "weights", "é", "ﬁ", "²", "\u0301", "\u2028", "\x85", "\ufeff", "\x00"),
    *(
        "adjust",
        "shares",
        "unseen",
        "irreversible",
        "exactly_one",
        "above",
        "level_with",
        "unknown",
        "much_better",
        "degrees",
        "greatly",
        "degree",
    ),
    *(" > ", " >> ", " = ", "[1, 2]", "[1, 2, 0.5]", "Y-|-", "positive", "threshold", "chances"),
    *("\ud800", "\U0001f54a", "infeasible:\n  - talk | -talk\n", "status_quo: 3\n", "\\u0000"),
)
SAMPLES = (BORDER, GRAPH, LEVELS, SHADES)
SOUND = {
    "m.yaml": (BORDER, GRAPH, LEVELS, SHADES),
    "m.json": tuple(
        json.dumps(data(read_yaml(sample, "m.yaml")), indent=1)
        for sample in (BORDER, GRAPH, LEVELS, SHADES)
    ),
}


def mutant(rng: Random) -> tuple[str, str]:
    """Return a file's name and its text with one to four changes."""
    name = rng.choice(sorted(SOUND))
    text = rng.choice(SOUND[name])
    for _ in range(rng.randint(1, 4)):
        text = changed_text(text, rng)
    return name, text


def changed_text(text: str, rng: Random) -> str:
    """Change a text in one place."""
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.choice([0, 0, 1, 1, 3, 10, 60]))
    kind = rng.choice(["insert", "insert", "delete", "repeat", "move", "word"])
    match kind:
        case "insert":
            return text[:start] + rng.choice(PIECES) + text[end:]
        case "delete":
            return text[:start] + text[end:]
        case "repeat":
            return text[:end] + text[start:end] * rng.choice([1, 2, 50]) + text[end:]
        case "move":
            rest = text[:start] + text[end:]
            place = rng.randrange(len(rest) + 1)
            return rest[:place] + text[start:end] + rest[place:]
        case _:
            words = text.split(" ")
            words[rng.randrange(len(words))] = rng.choice([*PIECES, *words])
            return " ".join(words)
