"""Signs as LaTeX writes them, and which letters which encoding of fonts has."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["CYRILLIC", "GREEK", "LATIN", "PLAIN", "VIETNAMESE", "escaped"]

_ASCII = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"{\ttfamily\char34}",  # \textquotedbl is not in the encoding most papers have
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "-": "{-}",
    "[": "{[}",
    "]": "{]}",
}
_WORDS = {
    "‐": "{-}", "‑": "{-}", "‒": r"\textendash{}", "–": r"\textendash{}",
    "—": r"\textemdash{}", "―": r"\textemdash{}", "…": r"\ldots{}", "‘": r"\textquoteleft{}",
    "’": r"\textquoteright{}", "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}",
    "‚": r"\quotesinglbase{}", "„": r"\quotedblbase{}", "‹": r"\guilsinglleft{}",
    "›": r"\guilsinglright{}", "«": r"\guillemotleft{}", "»": r"\guillemotright{}",
    "¡": r"\textexclamdown{}", "¿": r"\textquestiondown{}", "§": r"\S{}", "¶": r"\P{}",
    "†": r"\dag{}", "‡": r"\ddag{}", "©": r"\textcopyright{}", "®": r"\textregistered{}",
    "™": r"\texttrademark{}", "№": r"\textnumero{}", "€": r"\texteuro{}",
    "£": r"\textsterling{}", "¥": r"\textyen{}", "¢": r"\textcent{}", "¤": r"\textcurrency{}",
    "₩": r"\textwon{}", "₫": r"\textdong{}", "‰": r"\textperthousand{}", "µ": r"\textmu{}",
    "ª": r"\textordfeminine{}", "º": r"\textordmasculine{}", "¦": r"\textbrokenbar{}",
    "¨": r"\textasciidieresis{}", "´": r"\textasciiacute{}", "¯": r"\textasciimacron{}",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": r"\-", "\u00a0": "~",
    "\u202f": r"\,", "\u2009": r"\,",
}  # fmt: skip
_MATHS = {
    "−": "-", "±": r"\pm", "∓": r"\mp", "×": r"\times", "÷": r"\div", "·": r"\cdot",
    "⋅": r"\cdot", "∙": r"\bullet", "•": r"\bullet", "°": r"^{\circ}", "′": r"^{\prime}",
    "″": r"^{\prime\prime}", "‴": r"^{\prime\prime\prime}", "∞": r"\infty", "√": r"\surd",
    "∑": r"\sum", "∏": r"\prod", "∂": r"\partial", "∆": r"\Delta", "∇": r"\nabla",
    "≤": r"\leq", "≥": r"\geq", "≠": r"\neq", "≈": r"\approx", "≡": r"\equiv", "≃": r"\simeq",
    "≅": r"\cong", "∝": r"\propto", "≪": r"\ll", "≫": r"\gg", "⩽": r"\leqslant",
    "⩾": r"\geqslant", "∼": r"\sim", "≁": r"\nsim", "≺": r"\prec", "≻": r"\succ",
    "≼": r"\preccurlyeq", "≽": r"\succcurlyeq", "⪯": r"\preceq", "⪰": r"\succeq",
    "≾": r"\precsim", "≿": r"\succsim", "⊀": r"\nprec", "⊁": r"\nsucc", "∀": r"\forall",
    "∃": r"\exists", "∄": r"\nexists", "∅": r"\emptyset", "∈": r"\in", "∉": r"\notin",
    "∋": r"\ni", "∩": r"\cap", "∪": r"\cup", "⊂": r"\subset", "⊃": r"\supset",
    "⊆": r"\subseteq", "⊇": r"\supseteq", "⊊": r"\subsetneq", "⊋": r"\supsetneq",
    "∖": r"\setminus", "∧": r"\wedge", "∨": r"\vee", "¬": r"\neg", "⊕": r"\oplus",
    "⊗": r"\otimes", "⊥": r"\perp", "⊤": r"\top", "⊢": r"\vdash", "⊨": r"\models",
    "∴": r"\therefore", "∵": r"\because", "‖": r"\|", "⟨": r"\langle", "⟩": r"\rangle",
    "⌈": r"\lceil", "⌉": r"\rceil", "⌊": r"\lfloor", "⌋": r"\rfloor", "←": r"\leftarrow",
    "→": r"\rightarrow", "↔": r"\leftrightarrow", "↑": r"\uparrow", "↓": r"\downarrow",
    "↕": r"\updownarrow", "↗": r"\nearrow", "↘": r"\searrow", "↙": r"\swarrow",
    "↖": r"\nwarrow", "↦": r"\mapsto", "↛": r"\nrightarrow", "⇄": r"\rightleftarrows",
    "⇆": r"\leftrightarrows", "⇌": r"\rightleftharpoons", "⇐": r"\Leftarrow",
    "⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow", "⇑": r"\Uparrow", "⇓": r"\Downarrow",
    "⟵": r"\longleftarrow", "⟶": r"\longrightarrow", "⟷": r"\longleftrightarrow",
    "⟸": r"\Longleftarrow", "⟹": r"\Longrightarrow", "⟺": r"\Longleftrightarrow",
    "✓": r"\checkmark", "✔": r"\checkmark", "✕": r"\times", "✖": r"\times", "✗": r"\times",
    "✘": r"\times", "■": r"\blacksquare", "□": r"\square", "▪": r"\blacksquare",
    "▲": r"\blacktriangle", "△": r"\triangle", "▼": r"\blacktriangledown",
    "▽": r"\triangledown", "▶": r"\blacktriangleright", "◀": r"\blacktriangleleft",
    "◆": r"\blacklozenge", "◇": r"\Diamond", "◊": r"\lozenge", "★": r"\bigstar", "☆": r"\star",
    "●": r"\bullet", "○": r"\circ", "◦": r"\circ", "♦": r"\diamondsuit", "♥": r"\heartsuit",
    "♠": r"\spadesuit", "♣": r"\clubsuit", "ℓ": r"\ell", "ℝ": r"\mathbb{R}",
    "ℕ": r"\mathbb{N}", "ℤ": r"\mathbb{Z}", "ℚ": r"\mathbb{Q}",
}  # fmt: skip
_GREEK = {
    "Γ": r"\Gamma", "Δ": r"\Delta", "Θ": r"\Theta", "Λ": r"\Lambda", "Ξ": r"\Xi",
    "Π": r"\Pi", "Σ": r"\Sigma", "Υ": r"\Upsilon", "Φ": r"\Phi", "Ψ": r"\Psi",
    "Ω": r"\Omega", "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta",
    "ε": r"\varepsilon", "ζ": r"\zeta", "η": r"\eta", "θ": r"\theta", "ι": r"\iota",
    "κ": r"\kappa", "λ": r"\lambda", "μ": r"\mu", "ν": r"\nu", "ξ": r"\xi", "π": r"\pi",
    "ρ": r"\rho", "σ": r"\sigma", "τ": r"\tau", "υ": r"\upsilon", "φ": r"\varphi",
    "χ": r"\chi", "ψ": r"\psi", "ω": r"\omega", "ϕ": r"\phi", "ϵ": r"\epsilon",
}  # fmt: skip
"""Letters of Greek that stand alone are those of formulas."""

_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+-n", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₙ", "0123456789+-n", strict=True))
_FRACTIONS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}

_WRITTEN = str.maketrans(
    _ASCII
    | _WORDS
    | {sign: f"${name}$" for sign, name in _MATHS.items()}
    | {sign: f"$^{{{figure}}}$" for sign, figure in _RAISED.items()}
    | {sign: f"$_{{{figure}}}$" for sign, figure in _LOWERED.items()}
    | {sign: f"${value}$" for sign, value in _FRACTIONS.items()}
)

PLAIN = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿıŁłŒœ"
"""What TeX has in every encoding of Latin letters."""

LATIN = "À-ÖØ-öø-ĥĨ-ķĹ-ľŁ-ňŊ-ťŨ-žǍ-ǔǦ-ǫǰǴǵȘ-țȲȳ"
CYRILLIC = "Ѐ-џҐ-ғҖ-ҝҠ-ҥҪҫҮ-ҳҶ-һӀ-ӂӐ-ӟӢ-өӬ-ӵӸӹ"
GREEK = "Ά-ΊΌΎ-ΡΣ-ώ\u1f00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f5f-\u1f7d"
VIETNAMESE = "ƠơƯưẠ-ỹ"
"""Letters of the encodings T1, T2A and LGR, and those only T5 has, as the inside of a class."""

_NEAR = "\u0300-\u036f\u0370-\u03ff\u1f00-\u1fff"
_ALONE = re.compile(f"(?<![{_NEAR}])[{''.join(_GREEK)}](?![{_NEAR}])")
_JOINERS = re.compile("(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])")


def escaped(text: str) -> str:
    r"""Write a text so that TeX prints it and does nothing else.

    Signs become commands that every engine and encoding has; letters stay what they are.
    What nobody sees, such as marks of direction, is left out.

    Examples
    --------
    >>> escaped("50% of A_1 & {B}"), escaped(r"\input{x}")
    ('50\\% of A\\_1 \\& \\{B\\}', '\\textbackslash{}input\\{x\\}')
    >>> escaped("x ≥ 2 ≻ y"), escaped("Київ")
    ('x $\\geq$ 2 $\\succ$ y', 'Київ')
    """
    if text.isascii() and text.isprintable():
        return text.translate(_WRITTEN)
    shown = "".join(map(_shown, _JOINERS.sub("", unicodedata.normalize("NFC", text))))
    written = shown.translate(_WRITTEN)
    return _ALONE.sub(lambda letter: f"${_GREEK[letter[0]]}$", written)


def _shown(sign: str) -> str:
    """Give a blank for what parts words, and nothing for what is not seen."""
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Zl", "Zp"):
        return " "
    if kind == "Zs":
        return sign if sign in _WORDS else " "
    unseen = kind == "Cf" and sign not in "\u00ad\u200c\u200d"
    return "" if unseen or "\ufe00" <= sign <= "\ufe0f" else sign
