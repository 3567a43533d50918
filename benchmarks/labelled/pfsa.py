"""PFSA-ID: direct quotations of public figures in Indonesian news.

A quotation is found where a direct statement covers at least .8 of it and as much of the
statement is inside it; the speaker is right where the name shares a word with the person
labelled with its cue. Where the cue names its speaker the label says so (``named``); of a
``-nya`` the set does not say whom it means, and the person labelled last is taken
(``inferred``), which is wrong where that person did not speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from labelled.scores import overlap, same_person
from satumeja.dossier import Statement, read
from satumeja.errors import ReportError
from satumeja.report import Span, parse

Label = tuple[str, int, int]
QUOTES = ('"', "”", "“")
PFSA_OFFICES = ("Presiden", "Wakil", "Menteri", "Gubernur", "Bupati", "Wali", "Ketua", "Kepala")


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


def measure_pfsa(path: Path, *, verbose: bool = False) -> None:
    """Print recall and speaker accuracy of direct quotations."""
    gold = found = refused = exact = predicted = 0
    judged = {"named": 0, "inferred": 0}
    right = dict(judged)
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
                if verbose:
                    print(f"  missed: {text[slice(*span)]}")
                continue
            found += 1
            exact += abs(match.content[0] - inside[0]) + abs(match.content[1] - inside[1]) <= 2
            name = _pfsa_speaker(text, labels, span)
            if name:
                cue = _pfsa_cue(text, labels, span)
                way = "named" if cue and cue[0] == "CUE" else "inferred"
                judged[way] += 1
                actor = dossier.actor(match.speaker).name if match.speaker else ""
                same = same_person(actor, name)
                right[way] += same
                if verbose and not same:
                    around = text[max(0, span[0] - 250) : span[1] + 200].replace("\n", " | ")
                    print(f"  {actor or '-'} for {name}: {around}\n")
    print(
        f"PFSA-ID    quotations {gold}, recall {found / gold:.3f}, "
        f"exact span {exact / max(found, 1):.3f}, precision {found / max(predicted, 1):.3f}, "
        f"speaker {sum(right.values()) / max(sum(judged.values()), 1):.3f} "
        f"of {sum(judged.values())} ("
        + ", ".join(f"{way} {right[way] / max(judged[way], 1):.3f}" for way in judged)
        + f"); articles refused {refused}"
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
