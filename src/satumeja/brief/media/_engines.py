r"""What the engines of TeX need to set letters: encodings under pdfTeX, fonts under the others.

A document says itself what it cannot set, in one line that names the letters and what to use,
and ends there: TeX would leave them out and go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from satumeja.brief.media._signs import CYRILLIC, GREEK, LATIN, PLAIN, VIETNAMESE

__all__ = ["beyond_pdftex", "letters_of", "marked", "preamble"]

_FONTS = (
    ("Latin Modern Roman", "Latin Modern Sans"),
    ("DejaVu Serif", "DejaVu Sans"),
    ("DejaVu Sans", "DejaVu Sans"),
    ("Noto Serif", "Noto Sans"),
    ("Noto Serif CJK SC", "Noto Sans CJK SC"),
    ("Noto Sans CJK SC", "Noto Sans CJK SC"),
    ("Times New Roman", "Arial"),
    ("Arial Unicode MS", "Arial Unicode MS"),
    ("FreeSerif", "FreeSans"),
    ("FreeSerif", "FreeSerif"),
)
"""Fonts for words and for figures, in the order in which they are tried."""

_SCRIPTS = {
    "Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Syriac": "\u0700-\u074f",
    "Devanagari": "\u0900-\u097f",
    "Bengali": "\u0980-\u09ff",
    "Gurmukhi": "\u0a00-\u0a7f",
    "Gujarati": "\u0a80-\u0aff",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Kannada": "\u0c80-\u0cff",
    "Malayalam": "\u0d00-\u0d7f",
    "Sinhala": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Lao": "\u0e80-\u0eff",
    "Myanmar": "\u1000-\u109f",
    "Khmer": "\u1780-\u17ff",
}
"""Scripts whose letters take their shape and place from those around them."""

_LEFTWARD = ("Hebrew", "Arabic", "Syriac")
_ENCODINGS = {
    "T2A": (CYRILLIC, "Cyrillic", "t2aenc.def", "texlive-lang-cyrillic"),
    "LGR": (GREEK, "Greek", "lgrenc.def", "texlive-lang-greek"),
    "T5": (VIETNAMESE, "Vietnamese", "t5enc.def", "texlive-lang-other"),
}
"""By encoding of pdfTeX, which letters it is for, and where it is in Debian."""

_WORDS = {
    "T2A": f"[{CYRILLIC}]+(?: +[{CYRILLIC}]+)*",
    "LGR": f"[{GREEK}]+(?: +[{GREEK}]+)*",
    "T5": f"[A-Za-zÀ-ỹ]*[{VIETNAMESE}][A-Za-zÀ-ỹ]*",
}
_OF_T1 = ("\\guil", "base{}")
"""What no encoding of Latin letters has but T1, beside letters: quotation marks."""

_NAMED = 6
"""So many letters that cannot be set are named; of more it is said how many they are."""

_STOP = r"""\newcommand*{\StopHere}[1]{\errhelp{}\errmessage{#1}\csname @@end\endcsname}
"""
_CHECK = r"""\newcommand*{\CheckLetters}{\def\Letter##1##2{\iffontchar\font"##2
    \expandafter\gdef\csname Has##2\endcsname{}\else\def\Lacking{1}\fi}\Letters}
\newcommand*{\TryFonts}[2]{\ifdefined\FontsFound\else
  \IfFontExistsTF{#1}{\IfFontExistsTF{#2}{\setmainfont{#1}\setsansfont{#2}\def\Lacking{0}%
    \normalfont\CheckLetters\bfseries\CheckLetters
    \normalfont\sffamily\CheckLetters\bfseries\CheckLetters\normalfont
    \ifnum\Lacking=0 \def\FontsFound{#1}\fi}{}}{}\fi}
"""
_LACKING = r"""\ifdefined\FontsFound\else
  \def\Letter#1#2{\ifcsname Has#2\endcsname\else\space#1 U+#2\fi}
  \StopHere{No one font here has all the letters, and none has:\Letters. Install fonts
    (Debian: fonts-dejavu-core, fonts-noto-core, fonts-noto-cjk), or name yours by TryFonts}
\fi
"""
_LEFT = r"""\ifXeTeX\TeXXeTstate=1
  \DeclareRobustCommand*{\InScript}[2]{{\addfontfeature{Script=#1}#2}}
  \DeclareRobustCommand*{\Leftward}[2]{{\addfontfeature{Script=#1}\beginR#2\endR}}
\else
  \DeclareRobustCommand*{\InScript}[2]{{\addfontfeature{Script=#1,Renderer=HarfBuzz}#2}}
  \DeclareRobustCommand*{\Leftward}[2]{{\addfontfeature{Script=#1,Renderer=HarfBuzz}%
    \textdir TRT #2}}
\fi
"""
_ENCODED = r"""\makeatletter
\DeclareRobustCommand*{\InEncoding}[2]{{\edef\Sans{\sfdefault}%
  \ifx\Sans\f@family\fontfamily{cmss}\else\fontfamily{cmr}\fi\fontencoding{#1}\selectfont#2}}
\makeatother
"""


def letters_of(text: str) -> str:
    """Give the letters in LaTeX that are not of ASCII, each once, ascending."""
    return "".join(sorted({sign for sign in text if not sign.isascii()} - set("\u200c\u200d")))


def _of(letters: str, inside: str) -> str:
    """Give those of some letters that are in a class."""
    return "".join(re.findall(f"[{inside}]", letters))


def _encodings(letters: str) -> list[str]:
    return [name for name, (inside, *_) in _ENCODINGS.items() if _of(letters, inside)]


def beyond_pdftex(letters: str) -> str:
    """Give those of some letters that pdfTeX has no encoding for."""
    encoded = LATIN + CYRILLIC + GREEK + VIETNAMESE
    return "".join(re.findall(f"[^{encoded}]", letters))


def marked(text: str) -> str:
    """Mark what is in another encoding than Latin letters are, or needs to know its script."""
    for encoding in _encodings(letters_of(text)):
        text = re.sub(_WORDS[encoding], rf"\\InEncoding{{{encoding}}}{{\g<0>}}", text)
    for script, inside in _SCRIPTS.items():
        command = "Leftward" if script in _LEFTWARD else "InScript"
        run = f"[{inside}][{inside}\u200c\u200d]*(?: +[{inside}][{inside}\u200c\u200d]*)*"
        text = re.sub(run, rf"\\{command}{{{script}}}{{\g<0>}}", text)
    return text


def preamble(text: str) -> str:
    """Give the lines that set up letters for a text in LaTeX, whichever engine reads them."""
    letters = letters_of(text)
    shaped = any(_of(letters, inside) for inside in _SCRIPTS.values())
    return "".join(
        (
            "\\usepackage{iftex}\n",
            _STOP if letters else "",
            "\\tracinglostchars=3\n\\ifPDFTeX\n",
            *_for_pdftex(letters, any(name in text for name in _OF_T1)),
            "\\else\n\\usepackage{fontspec}\n",
            *(_for_others(letters) if letters else ()),
            _LEFT if shaped else "",
            "\\fi\n",
        )
    )


def _for_pdftex(letters: str, quoting: bool) -> Iterator[str]:
    """Give the encodings pdfTeX needs, or what it cannot do."""
    beyond = beyond_pdftex(letters)
    if beyond:
        yield _stop("pdflatex has no letters for", beyond, "use xelatex or lualatex")
        return
    encodings = _encodings(letters)
    for encoding in encodings:
        inside, name, file, package = _ENCODINGS[encoding]
        help_ = f"use xelatex or lualatex, or install {package} (Debian)"
        stop = _stop(f"pdflatex lacks {name} letters, as", _of(letters, inside), help_)
        yield f"\\IfFileExists{{{file}}}{{}}{{%\n{stop}}}\n"
    t1 = f"\\usepackage[{','.join([*encodings, 'T1'])}]{{fontenc}}"
    plain = not encodings and not quoting and not _of(letters, f"^{PLAIN}")
    # Without these fonts T1 is drawn dot by dot; where OT1 has all the letters, it has curves.
    yield "\\IfFileExists{cmap.sty}{\\usepackage{cmap}}{}\n"
    yield f"\\IfFileExists{{lmodern.sty}}{{{t1}\\usepackage{{lmodern}}}}{{%\n"
    yield f"\\IfFileExists{{type1ec.sty}}{{{t1}}}{{{'' if plain else t1}}}}}\n"
    yield _ENCODED if encodings else ""


def _for_others(letters: str) -> Iterator[str]:
    """Try fonts for XeTeX and LuaTeX, and stop where none has all letters."""
    listed = "%\n".join(f"  \\Letter{{{sign}}}{{{ord(sign):04X}}}" for sign in letters)
    yield f"\\def\\Letters{{%\n{listed}}}\n{_CHECK}"
    yield from (f"\\TryFonts{{{words}}}{{{figures}}}\n" for words, figures in _FONTS)
    yield _LACKING
    yield "\\providecommand*{\\InEncoding}[2]{#2}\n"


def _stop(what: str, letters: str, advice: str) -> str:
    """Stop with one line that names some letters, with their places in Unicode."""
    named = ", ".join(f"\\detokenize{{{sign}}} U+{ord(sign):04X}" for sign in letters[:_NAMED])
    more = f" and {len(letters) - _NAMED} more" if len(letters) > _NAMED else ""
    return f"  \\StopHere{{{what} {named}{more}: {advice}}}\n"
