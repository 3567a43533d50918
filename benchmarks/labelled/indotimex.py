"""IndoTimex: dates in Indonesian news.

A date is found where spans overlap; its value is right where the interval begins with
the labelled day, month or year.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from labelled.scores import f1, overlap
from satumeja.report import DateMention, find_dates


def measure_indotimex(folder: Path) -> None:
    """Print recognition F1 and value accuracy of Indonesian dates."""
    gold = found = predicted = hits = valued = right = 0
    for path in sorted(folder.glob("*.tml")):
        raw = path.read_text(encoding="cp1252")
        created = dt.date.fromisoformat(re.search(r'value="(\d{4}-\d\d-\d\d)', raw)[1])  # type: ignore[index]
        body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)[1]  # type: ignore[index]
        text, spans = _untagged(body)
        ours: list[DateMention] = []
        for match in re.finditer(r"[^\n]+", text):
            days = (mention.first for mention in reversed(ours) if mention.granularity == "day")
            ours += find_dates(text, *match.span(), "id", created, next(days, None))
        predicted += len(ours)
        hits += sum(any(overlap((o.start, o.end), s[:2]) for s in spans) for o in ours)
        for start, end, value in spans:
            if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?(T.*)?", value):
                continue
            if re.fullmatch(r"(?i)(sekitar )?pukul.*", text[start:end]):
                continue
            gold += 1
            match_ = next((o for o in ours if overlap((o.start, o.end), (start, end))), None)
            if match_ is None:
                continue
            found, valued = found + 1, valued + 1
            right += match_.first.isoformat().startswith(value.split("T")[0])
    precision, recall = hits / max(predicted, 1), found / max(gold, 1)
    print(
        f"IndoTimex  dates {gold}, P {precision:.3f}, R {recall:.3f}, "
        f"F1 {f1(precision, recall):.3f}, value right {right / max(valued, 1):.3f}"
    )


def _untagged(body: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Take the tags out of a text and keep where they stood."""
    text, spans = "", []
    for piece in re.split(r"(<TIMEX3[^>]*>.*?</TIMEX3>)", body, flags=re.DOTALL):
        match = re.fullmatch(r'<TIMEX3[^>]*value="([^"]*)"[^>]*>(.*?)</TIMEX3>', piece, re.DOTALL)
        if match:
            spans.append((len(text), len(text) + len(match[2]), match[1]))
            text += match[2]
        else:
            text += piece
    return text, spans
