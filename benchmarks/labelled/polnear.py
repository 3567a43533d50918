"""PolNeAR: attributions in English news on politics, found by their cues.

A verb of speech is a cue that has a form of one of the verbs below, a list made before
and apart from the reader's lexicon: what people say aloud or in writing. Precision is
over every statement with a cue, whatever its verb.
"""

from __future__ import annotations

import re
from pathlib import Path

from labelled.scores import f1, overlap
from satumeja.dossier import Dossier, read
from satumeja.errors import ReportError
from satumeja.report import Span, parse

_SPEECH = re.compile(
    r"\b(?:(?:accus|acknowledg|add|admit|advis|agree|alleg|announc|argu|ask|assert|assur|blam"
    r"|call|caution|charg|claim|comment|complain|conced|conclud|confirm|contend|criticiz|declar"
    r"|demand|den[iy]|describ|dismiss|emphasiz|explain|insist|jok|lament|maintain|mention|not"
    r"|observ|pledg|point|prais|predict|promis|propos|quipp?|recall|reject|remark|repeat|repl[iy]"
    r"|report|respond|reveal|say|stat|stress|suggest|tell|testif[iy]|threaten|tweet|urg|vow|warn"
    r"|writ)(?:e|y)?(?:s|es|d|ed|t?ing|ting)?|said|told|wrote|according)\b",
    re.IGNORECASE,
)
PREFIX = "Published October 4, 2016 9:00 AM ET\n\n"


def is_speech(cue: str) -> bool:
    """Whether a cue has a verb of speech."""
    return _SPEECH.search(cue) is not None


def measure_polnear(folder: Path) -> None:
    """Print precision and recall of attributions by their cues."""
    hits = given = wanted = found = all_cues = all_found = content = 0
    for annotation in sorted((folder / "attributions").glob("*.ann")):
        source = next((folder / "text").glob(annotation.stem.rsplit("_", 1)[0] + "*"), None)
        if source is None:
            continue
        text = source.read_text(encoding="utf-8")
        try:
            dossier = read(parse(PREFIX + text))
        except ReportError:
            continue
        cues, contents = _brat(annotation)
        ours = _cited(dossier)
        given += len(ours)
        for cue, said in ours:
            hit = any(overlap(cue, one) for one in cues)
            hits += hit
            content += hit and any(2 * overlap(said, c) >= c[1] - c[0] for c in contents)
        for cue in cues:
            hit, speech = any(overlap(cue, one) for one, _ in ours), is_speech(text[slice(*cue)])
            all_cues, all_found = all_cues + 1, all_found + hit
            wanted, found = wanted + speech, found + (hit and speech)
    precision, recall = hits / max(given, 1), found / max(wanted, 1)
    print(
        f"PolNeAR    attributions {all_cues} ({wanted} with a verb of speech), P {precision:.3f}, "
        f"R {recall:.3f} (of all {all_found / max(all_cues, 1):.3f}), "
        f"F1 {f1(precision, recall):.3f}, content found {content / max(hits, 1):.3f}"
    )


def _cited(dossier: Dossier) -> list[tuple[Span, Span]]:
    """Give cue and content of each statement that has a cue, in the text without its prefix."""
    return [
        (
            (one.cue[0] - len(PREFIX), one.cue[1] - len(PREFIX)),
            (one.content[0] - len(PREFIX), one.content[1] - len(PREFIX)),
        )
        for one in dossier.statements
        if one.cue
    ]


def _brat(path: Path) -> tuple[list[Span], list[Span]]:
    """Read the cue and content spans of a brat file."""
    spans: dict[str, list[Span]] = {"Cue": [], "Content": []}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"T\d+\t(Cue|Content) (\d+) (?:\d+;\d+ )*(\d+)\t", line)
        if match:
            spans[match[1]].append((int(match[2]), int(match[3])))
    return spans["Cue"], spans["Content"]
