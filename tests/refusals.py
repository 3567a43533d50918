"""Every message with which something is refused, as the source of the program has it.

``python tests/refusals.py`` prints them all, by error class, each with what it advises or why it
advises nothing; what is listed in ``data/refusals.toml`` and said no more is left out of it.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "satumeja"
LISTED = Path(__file__).parent / "data" / "refusals.toml"
_OF_INPUT = ("InputError", "ModelError", "QuestionError", "ReportError", "UsageError")
_OF_BOUNDS = ("LimitError", "ListingError", "MissingExtraError", "SweepError")
ERRORS = frozenset((*_OF_INPUT, *_OF_BOUNDS, "OutputError", "RefusedError", "SatuMejaError"))
_ASIDE = frozenset(("Fault", "replace"))
_ADVICE = re.compile(
    r"did you mean|\{did_you_mean|\{meant|\{hint|\{near|\{.*_suggestion"  # the name that was meant
    r"|\(known|\bknown\b|\bone of\b|it takes|takes \{|these are|ends? in \{?|is written as"
    r"|expected \{"
    r"|--\w|\bsatumeja \w|\bpip\b|(?-i:[;:,] \{_?[A-Z_]{3,}\})|\{line\}|such as|instead|as http"
    r"|[;:,] (?:\w+ ){0,3}(?:add|allow|ask|begin|call|change|choose|close|copy|correct|drop|edit"
    r"|end|export|give|have|install|leave|look|make|mend|merge|move|name|open|part|put|raise"
    r"|read|remove|run|save|say|see|set|split|start|state|sweep|take|try|type|unpack|use|write)\b"
    r"|^(?:give|name|say|state|write)\b",
    re.IGNORECASE | re.DOTALL,
)

Names = dict[str, str]


@cache
def messages() -> tuple[tuple[str, str, str], ...]:
    """Give the error class, the file and the words of every message; "" of what is passed on."""
    return tuple(_messages())


def _messages() -> Iterator[tuple[str, str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = _texts(tree.body, {})
        there = set[tuple[str, int]]()
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for part in [*functions, tree]:
            known = constants | _texts(
                [n for n in ast.walk(part) if isinstance(n, ast.stmt)], constants
            )
            for node in ast.walk(part):
                name = _error(node)
                if isinstance(node, ast.Call) and name and (name, node.lineno) not in there:
                    there.add((name, node.lineno))
                    at = 1 if name == "RefusedError" and len(node.args) > 1 else 0
                    where = path.relative_to(SOURCE).as_posix()
                    yield name, where, _text(node.args[at], known)


def _error(node: ast.AST) -> str:
    """Name the error that a call makes; a fault added to others is of a model."""
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    name = ast.unparse(node.func).rpartition(".")[2]
    if name in ERRORS:
        return name
    is_fault = name == "add" and "fault" in ast.unparse(node.func)
    return "ModelError" if is_fault else ""


def _texts(body: Sequence[ast.AST], known: Names) -> Names:
    """Give what names stand for texts."""
    texts = dict(known)
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            words = _text(node.value, texts)
            if " " in words:
                texts[node.targets[0].id] = words
    return texts


def _text(node: ast.AST, known: Names) -> str:
    """Give a text as it is written, what is put into it in braces."""
    match node:
        case ast.Constant(value=str(words)):
            return words
        case ast.JoinedStr(values=parts):
            return "".join(_text(part, known) for part in parts)
        case ast.FormattedValue(value=ast.Name(id=name)) if name in known:
            return known[name]
        case ast.FormattedValue(value=value):
            return "{" + ast.unparse(value) + "}"
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _text(left, known) + _text(right, known)
        case ast.IfExp(body=one, orelse=other):
            return f"{_text(one, known)} | {_text(other, known)}"
        case ast.Name(id=name):
            return known.get(name, "")
        case ast.Call(args=[first, *_]) if ast.unparse(node.func) in _ASIDE:
            return _text(first, known)
        case _:
            return ""


def advises(words: str) -> bool:
    """Whether a message says what to do next: what was meant, what may be, or a thing to do."""
    return bool(_ADVICE.search(words))


def listed() -> Mapping[str, Mapping[str, object]]:
    """Read why messages advise nothing: by error class, the messages by their reason."""
    return tomllib.loads(LISTED.read_text(encoding="utf-8"))


if __name__ == "__main__":
    for name, where, words in sorted({said for said in messages() if said[2]}):
        kind = "advises" if advises(words) else "says why"
        sys.stdout.write(f"{name}\t{kind}\t{where}\t{words}\n")
