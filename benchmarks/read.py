"""Measure the reader: labelled sets where they are at hand, and reports a second.

Usage: ``python benchmarks/read.py [--shared DIR]``. The labelled sets are not part of
the project (their licences differ); each one that is missing is skipped with a notice.

- PFSA-ID (Indonesian direct quotations): a quotation is found where a direct statement
  covers at least .8 of it and as much of the statement is inside it; the speaker is
  right where the name shares a word with the person labelled with its cue (a pronoun,
  an office or ``-nya`` means the person labelled last).
- PolNeAR (English attributions): by cue; recall over the cues the lexicon knows and
  over all.
- PLOVER (English sentences with a category): the category of the first act that has
  one, over the sentences whose category some kind of act has.
- IndoTimex (Indonesian dates): spans that overlap; value right where the interval is
  the labelled day, month or year.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import re
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from satumeja.dossier import Statement, act_codes, read
from satumeja.dossier._gazetteer import cues
from satumeja.dossier._lexicon import tokens_of
from satumeja.errors import ReportError
from satumeja.report import DateMention, Span, find_dates, knowledge, parse

Label = tuple[str, int, int]
QUOTES = ('"', "”", "“")
PFSA_OFFICES = ("Presiden", "Wakil", "Menteri", "Gubernur", "Bupati", "Wali", "Ketua", "Kepala")


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overlap(a: Span, b: Span) -> int:
    """Characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def same_person(ours: str, labelled: str) -> bool:
    """Whether two names share a word, or one has a word the other shortens."""
    pairs = itertools.product(ours.lower().split(), labelled.lower().split())
    ordered = (sorted(pair, key=len) for pair in pairs)
    return any(a == b or (len(a) >= 4 and b.startswith(a)) for a, b in ordered)


# --- PFSA-ID ---------------------------------------------------------------------------


def pfsa_articles(path: Path) -> Iterator[tuple[str, list[Label]]]:
    """Rebuild the articles of a token file: text and labelled spans."""
    sentences = [
        [tuple(line.split("\t")) for line in block.splitlines() if "\t" in line]
        for block in path.read_text(encoding="utf-8").split("\n\n")
    ]
    article: list[list[tuple[str, ...]]] = []
    for sentence in sentences:
        words = [token[0] for token in sentence[:6]]
        if article and "KOMPAS" in words and ("—" in words or "-" in words):
            yield _pfsa_text(article)
            article = []
        if sentence:
            article.append(sentence)
    if article:
        yield _pfsa_text(article)


def _pfsa_text(sentences: list[list[tuple[str, ...]]]) -> tuple[str, list[Label]]:
    """Spell tokens as running text; a paragraph ends where no quotation is open."""
    text, labels, quotes = "", [], 0
    current: tuple[str, int] | None = None
    for sentence in sentences:
        for word, tag, *_ in sentence:
            if word in QUOTES and tag == "B-STATEMENT":
                quotes += quotes % 2
            elif word in QUOTES and tag == "L-STATEMENT":
                quotes += 1 - quotes % 2
            closes = word in QUOTES and quotes % 2 == 1
            glued = (
                closes
                or word in ".,:;?!)/"
                or text[-1:] in "(/"
                or (text[-1:] in QUOTES and quotes % 2 == 1)
            )
            if text and not glued and text[-1:] not in "\n":
                text += " "
            start = len(text)
            text += word
            quotes += word in QUOTES
            kind = tag[2:]
            if tag[:2] == "B-":
                current = (kind, start)
            elif tag[:2] == "U-":
                labels.append((kind, start, len(text)))
            elif tag[:2] == "L-" and current:
                labels.append((current[0], current[1], len(text)))
                current = None
        text += "\n" if quotes % 2 == 0 else ""
    return text, labels


def measure_pfsa(path: Path) -> None:
    """Print recall and speaker accuracy of direct quotations."""
    gold = found = right = judged = refused = exact = predicted = 0
    for text, labels in pfsa_articles(path):
        quotations = [(s, e) for kind, s, e in labels if kind == "STATEMENT"]
        gold += len(quotations)
        date_line = "Senin, 13 April 2020 - 09:00 WIB\n"
        try:
            dossier = read(parse(date_line + text))
        except ReportError:
            refused += 1
            continue
        direct = [s for s in dossier.statements if s.mode == "direct"]
        predicted += len(direct)
        for span in quotations:
            inside = (span[0] + 1 + len(date_line), span[1] - 1 + len(date_line))
            match = _covering(direct, inside)
            if match is None:
                continue
            found += 1
            exact += abs(match.content[0] - inside[0]) + abs(match.content[1] - inside[1]) <= 2
            name = _pfsa_speaker(text, labels, span)
            if name:
                judged += 1
                actor = dossier.actor(match.speaker).name if match.speaker else ""
                right += same_person(actor, name)
    print(
        f"PFSA-ID    quotations {gold}, recall {found / gold:.3f}, "
        f"exact span {exact / max(found, 1):.3f}, precision {found / max(predicted, 1):.3f}, "
        f"speaker {right / max(judged, 1):.3f} of {judged}; articles refused {refused}"
    )


def _covering(statements: list[Statement], span: Span) -> Statement | None:
    """Find the direct statement that is this quotation."""
    for statement in statements:
        shared = overlap(statement.content, span)
        longer = max(span[1] - span[0], statement.content[1] - statement.content[0])
        if shared >= 0.8 * longer:
            return statement
    return None


def _pfsa_speaker(text: str, labels: list[Label], quotation: Span) -> str | None:
    """Name who said a quotation: the person labelled with its cue, by the fullest name.

    The cue is the first label of saying behind the quotation (or the last one before
    it). With it stands a PERSON, or a PERSONCOREF: a part of a name, a pronoun or an
    office; a CUECOREF (``ujarnya``) has the speaker in it. What has no name of its own
    means the person labelled last.
    """
    cue = _pfsa_cue(text, labels, quotation)
    if cue is None:
        return None
    people = [lab for lab in labels if lab[0] in ("PERSON", "PERSONCOREF")]
    beside = [lab for lab in people if cue[2] <= lab[1] <= cue[2] + 150] if cue[0] == "CUE" else []
    beside = [lab for lab in beside if "\n" not in text[cue[2] : lab[1]]]
    before = [lab for lab in people if lab[2] <= (cue[1] if cue[1] < quotation[0] else cue[2])]
    for label in [*beside[:1], *reversed(before)]:
        name = text[label[1] : label[2]]
        if label[0] == "PERSON":
            return name
        named = [
            text[lab[1] : lab[2]]
            for lab in people
            if lab[0] == "PERSON" and set(name.split()) & set(text[lab[1] : lab[2]].split())
        ]
        if named or (name[:1].isupper() and name.split()[0] not in PFSA_OFFICES):
            return named[-1] if named else name
    return None


def _pfsa_cue(text: str, labels: list[Label], quotation: Span) -> Label | None:
    """Find the cue labelled for a quotation: behind it, else before it."""
    said = [lab for lab in labels if lab[0] in ("CUE", "CUECOREF")]
    behind = [lab for lab in said if quotation[1] <= lab[1] <= quotation[1] + 60]
    ahead = [lab for lab in said if quotation[0] - 150 <= lab[2] <= quotation[0]]
    return behind[0] if behind else ahead[-1] if ahead else None


# --- PolNeAR ---------------------------------------------------------------------------


def measure_polnear(folder: Path) -> None:
    """Print precision and recall of attributions by their cues."""
    hits = predicted = gold_all = gold_known = found_all = found_known = content = 0
    for annotation in sorted((folder / "attributions").glob("*.ann")):
        source = next((folder / "text").glob(annotation.stem.rsplit("_", 1)[0] + "*"), None)
        if source is None:
            continue
        text = source.read_text(encoding="utf-8")
        prefix = "Published October 4, 2016 9:00 AM ET\n\n"
        try:
            dossier = read(parse(prefix + text))
        except ReportError:
            continue
        spans = _brat(annotation)
        cue_spans, content_spans = spans["Cue"], spans["Content"]
        cited = [s for s in dossier.statements if s.cue]
        ours = [(s.cue[0] - len(prefix), s.cue[1] - len(prefix)) for s in cited if s.cue]
        predicted += len(ours)
        hits += sum(any(overlap(one, cue) for cue in cue_spans) for one in ours)
        for one, statement in zip(ours, cited, strict=True):
            if any(overlap(one, cue) for cue in cue_spans):
                shifted = tuple(place - len(prefix) for place in statement.content)
                content += any(
                    overlap((shifted[0], shifted[1]), c) >= 0.7 * (c[1] - c[0])
                    for c in content_spans
                )
        for cue in cue_spans:
            known = bool(list(cues("en").find(tokens_of(text, *cue))))
            hit = any(overlap(one, cue) for one in ours)
            gold_all, gold_known = gold_all + 1, gold_known + known
            found_all, found_known = found_all + hit, found_known + (hit and known)
    precision, recall = hits / max(predicted, 1), found_known / max(gold_known, 1)
    print(
        f"PolNeAR    cues {gold_all} ({gold_known} of the lexicon), P {precision:.3f}, "
        f"R {recall:.3f} (all cues {found_all / max(gold_all, 1):.3f}), "
        f"F1 {f1(precision, recall):.3f}, content found {content / max(hits, 1):.3f}"
    )


def _brat(path: Path) -> dict[str, list[Span]]:
    """Read the cue and content spans of a brat file."""
    spans: dict[str, list[Span]] = {"Cue": [], "Content": []}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"T\d+\t(Cue|Content) (\d+) (?:\d+;\d+ )*(\d+)\t", line)
        if match:
            spans[match[1]].append((int(match[2]), int(match[3])))
    return spans


# --- IndoTimex -------------------------------------------------------------------------


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


# --- PLOVER ----------------------------------------------------------------------------


def measure_plover(path: Path) -> None:
    """Print how often the first coded act of a sentence is of the labelled category."""
    records = json.loads(path.read_text(encoding="utf-8"))
    coded = {act_codes(kind)["plover"] for kind in knowledge("satumeja.dossier", "codes")}
    within = found = right = 0
    for record in records:
        if record["event"] not in coded:
            continue
        within += 1
        try:
            acts = read(parse(f"Published October 4, 2016 9:00 AM ET\n\n{record['text']}\n")).acts
        except ReportError:
            continue
        codes = [code for act in acts if (code := act_codes(act.kind)["plover"])]
        found += bool(codes)
        right += codes[:1] == [record["event"]]
    print(
        f"PLOVER     events {len(records)}, {within} of categories our acts have: "
        f"an act found {found / within:.3f}, right of all {right / within:.3f}, "
        f"right of found {right / max(found, 1):.3f}"
    )


# --- speed -----------------------------------------------------------------------------


def measure_speed(rounds: int) -> None:
    """Print reports a second on the shipped reports."""
    folder = files("satumeja").joinpath("data", "reports")
    for name in ("talks-2021-12-23.id.txt", "talks-2021-12-23.en.txt"):
        text = folder.joinpath(name).read_text(encoding="utf-8")
        read(parse(text))
        start = time.perf_counter()
        for _ in range(rounds):
            read(parse(text))
        seconds = (time.perf_counter() - start) / rounds
        print(
            f"speed      {name}: {len(text)} characters, {1000 * seconds:.1f} ms, "
            f"{1 / seconds:.0f} reports a second"
        )


def main() -> None:
    """Measure what is there."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--shared", type=Path, help="folder with the labelled sets")
    options.add_argument("--rounds", type=int, default=20)
    chosen = options.parse_args()
    sets = [
        ("pfsa_dev20.txt", measure_pfsa),
        ("polnear-dev", measure_polnear),
        ("indotimex", measure_indotimex),
        ("plover-gsr-dev.json", measure_plover),
    ]
    for name, measure in sets:
        path = chosen.shared / name if chosen.shared else None
        if path is not None and path.exists():
            measure(path)
        else:
            print(f"{name}: not found, skipped")
    measure_speed(chosen.rounds)


if __name__ == "__main__":
    main()
