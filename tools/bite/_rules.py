"""What is left out of the mutants, by rules that are stated here and nowhere else.

- annotations, decorators, docstrings and other strings that stand alone, ``__all__``
- what only type checkers read: ``if TYPE_CHECKING``, overloads, the type that is cast to, the
  name of a type variable
- what cannot be, and is asserted: ``assert`` and ``raise AssertionError``
- words of the errors that are raised: what they say is held by the tests of messages
- the guard ``strict=`` of ``zip``, and a codec's name in capitals: neither changes what is done
- the arguments of ``len`` and ``isinstance``, as the library leaves them out
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
from libcst import matchers as m

__all__ = ["is_left_out", "is_same"]

_WHOLE = (
    m.Annotation()
    | m.Decorator()
    | m.Assert()
    | m.Expr(value=m.SimpleString() | m.ConcatenatedString())
    | m.Assign(targets=[m.AssignTarget(target=m.Name("__all__"))])
    | m.AnnAssign(target=m.Name("__all__"))
    | m.If(test=m.Name("TYPE_CHECKING"))
    | m.FunctionDef(
        decorators=[m.ZeroOrMore(), m.Decorator(decorator=m.Name("overload")), m.ZeroOrMore()]
    )
    | m.Raise(exc=m.Call(func=m.Name("AssertionError")))
    | m.Call(func=m.Name("TypeVar") | m.Name("NewType") | m.Name("ParamSpec"))
    | m.Arg(keyword=m.Name("strict"))
    | m.ImportFrom()
    | m.Import()
)
"""Left out with all that is inside."""

_WORDS = m.SimpleString() | m.ConcatenatedString() | m.FormattedString()
_ITSELF = m.Call(func=m.Name("len") | m.Name("isinstance") | m.Name("cast"))
"""Left out, though not what is inside."""


def is_left_out(node: cst.CSTNode, above: Sequence[cst.CSTNode]) -> bool:
    """Tell whether nothing of a node is changed, which stands in others, outermost first."""
    if m.matches(node, _WHOLE):
        return True
    if any(isinstance(outer, cst.Raise) for outer in above):
        return bool(m.matches(node, _WORDS))
    caller = above[-2] if len(above) > 1 else None
    is_type = m.matches(caller, m.Call(func=m.Name("cast"))) if caller else False
    return is_type and isinstance(caller, cst.Call) and caller.args[0].value is node


def is_same(node: cst.CSTNode, mutated: cst.CSTNode, above: Sequence[cst.CSTNode]) -> bool:
    """Tell whether a change of a node is none by the rules: of words, codecs or guards."""
    if m.matches(node, _ITSELF):
        return True
    if isinstance(node, cst.Call) and isinstance(mutated, cst.Call):
        kept = {id(arg) for arg in mutated.args}
        changed = [arg for arg in node.args if id(arg) not in kept]
        guard = m.Arg(keyword=m.Name("strict"))
        words = any(isinstance(outer, cst.Raise) for outer in above)
        return any(
            m.matches(arg, guard) or (words and m.matches(arg.value, _WORDS)) for arg in changed
        )
    if isinstance(node, cst.SimpleString) and isinstance(mutated, cst.SimpleString):
        codec = node.value.strip("\"'").lower() in {"utf-8", "utf-8-sig", "ascii", "latin-1"}
        return codec and node.value.lower() == mutated.value.lower()
    return False
