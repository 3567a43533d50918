"""Write a proposed model file, with what the analyst must still decide."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act
from satumeja.dossier.drafting._citations import Citations, citations
from satumeja.dossier.drafting._proposal import Maker, Proposal, propose
from satumeja.dossier.drafting._wishes import cited
from satumeja.dossier.keeping import Whole
from satumeja.errors import Fault, ReportError
from satumeja.report.kit import knowledge

__all__ = ["draft"]

_ROOM = "satumeja.dossier"
_WIDTH = 60


def draft(
    found: Dossier | Whole, *, source: str = "report", report_path: str | None = None
) -> str:
    """Write a model file in option form from a dossier.

    Parameters
    ----------
    found : Dossier or Whole
        What a report says, or many reports; these are cited where they are kept, with the
        fingerprint of the words: ``talks:r1#s3@1a2b3c4d`` of ``talks.db``.
    source : str
        The key under which a single report is cited: ``evidence: [report#s3]``.
    report_path : str, optional
        Path of a single report, as the model file should name it; of a dossier file, the
        folder its path is given from.

    Returns
    -------
    str
        The YAML text: a first proposal, every part of it citing the statements and
        acts it rests on, with comments on what is the analyst's to decide.

    Raises
    ------
    ReportError
        The report has acts of fewer than two parties who have something to choose.

    Notes
    -----
    The same dossier always gives the same text. The order of preferences is only a
    first one: lines drawn, refusals, demands, restraint, threats, talk.
    """
    dossier = found.dossier if isinstance(found, Whole) else found
    proposal = propose(dossier)
    if len(proposal.makers) < 2:
        named = ", ".join(maker.id for maker in proposal.makers) or "nobody"
        message = (
            f"no model to draft: two parties with something to choose are needed, found {named}"
        )
        raise ReportError(Fault(message, dossier.report.name))
    cites = citations(found, source)
    lines = [
        *_head(dossier),
        *(
            _sources(found, cites, report_path)
            if isinstance(found, Whole)
            else _source(dossier, source, report_path)
        ),
        *_makers(dossier, proposal, cites),
        *_infeasible(dossier, proposal),
        *_status_quo(dossier, proposal),
        *_tables(dossier, proposal, cites),
        *_notes(dossier, proposal, cites),
    ]
    return "\n".join(lines) + "\n"


def _text(words: str) -> str:
    """Quote a text so that YAML reads it back as it is."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)


def _comment(dossier: Dossier, key: str, **words: str) -> str:
    """Give a comment in the language of the report."""
    text: str = knowledge(_ROOM, "drafts")["comments"][key][dossier.report.language]
    return text.format(**words)


def _cite(source: Citations, evidence: tuple[str, ...] | list[str]) -> str:
    """Write evidence as a list."""
    return "[" + ", ".join(_text(source.cited(item)) for item in evidence) + "]"


def _named(source: Citations, item: str) -> str:
    """Name a statement or act with its report."""
    return source.named(item)


def _both(names: Mapping[str, str]) -> str:
    """Write a name or a reason in both languages."""
    return f"{{en: {_text(names['en'])}, id: {_text(names['id'])}}}"


def _head(dossier: Dossier) -> Iterator[str]:
    """Write the title and date."""
    report = dossier.report
    yield from (f"# {line}" for line in _comment(dossier, "head").strip().splitlines())
    yield "satumeja: 1"
    yield f"title: {_text(report.title or 'Untitled report')}"
    day = report.day or report.agency_date
    if day:
        yield f"as_of: {_text(day.isoformat())}"
    else:
        yield f"# {_comment(dossier, 'undated')}"
    yield "languages: [en, id]"
    yield "sources:"


def _source(dossier: Dossier, source: str, report_path: str | None) -> Iterator[str]:
    """Write the one report."""
    report = dossier.report
    path = report_path or report.name
    details = [f"report: {_text(path)}"] if path else []
    details.append(f"title: {_text(report.title or 'Untitled report')}")
    yield f"  {source}: {{{', '.join(details)}}}"


def _sources(found: Whole, cites: Citations, folder: str | None) -> Iterator[str]:
    """Write the dossier file; one that is kept nowhere as its reports."""
    if cites.source:
        name = found.dossier.report.name
        path = Path(os.path.relpath(name, folder)).as_posix() if folder else name
        title = _text(found.dossier.report.title or "Untitled dossier")
        yield f"  {cites.source}: {{dossier: {_text(path)}, title: {title}}}"
        return
    for report in found.reports:
        path = report.name
        details = [f"report: {_text(path)}"] if report.name != "-" else []
        details.append(f"title: {_text(report.title or 'Untitled report')}")
        yield f"  {report.key}: {{{', '.join(details)}}}"


def _makers(dossier: Dossier, proposal: Proposal, source: Citations) -> Iterator[str]:
    """Write the decision makers."""
    yield "decision_makers:"
    for maker in proposal.makers:
        yield f"  {maker.id}:"
        yield f"    name: {_both(_names(dossier, maker.id))}"
        yield "    options:"
        yield from _options(dossier, proposal, maker, source)
        yield f"    # {_comment(dossier, 'order')}"
        yield "    preferences:"
        for preference in maker.preferences:
            yield (
                f"      - {{statement: {_text(preference.condition)}, "
                f"because: {_both(preference.because)}, "
                f"evidence: {_cite(source, preference.evidence)}}}"
            )
        yield from _doubts(dossier, proposal, maker, source)
        yield from _alternatives(dossier, maker, source)
        lines = [one for one in maker.preferences if one.red_line]
        if lines:
            yield f"    # {_comment(dossier, 'lines')}"
            yield "    red_lines:"
            for line in lines:
                yield (
                    f"      - {{statement: {_text(_broken(line.condition))}, "
                    f"evidence: {_cite(source, line.evidence)}}}"
                )


def _alternatives(dossier: Dossier, maker: Maker, source: Citations) -> Iterator[str]:
    """Write what would be wanted if a denial is not believed, or an accusation is."""
    for (key, issue), acts in _contested(dossier, maker).items():
        evidence = list(dict.fromkeys(act.statement or act.id for act in acts))
        named = ", ".join(_named(source, one) for one in evidence)
        actors = ", ".join(dict.fromkeys(act.actor for act in acts))
        because = knowledge(_ROOM, "drafts")["because"][key]
        yield f"      # {_comment(dossier, f'if_{key}', cited=named, actor=actors)}"
        yield (
            f"      # - {{statement: {_text(f'{maker.id}.{issue}')}, "
            f"because: {_both(because)}, evidence: {_cite(source, evidence)}}}"
        )


def _contested(dossier: Dossier, maker: Maker) -> dict[tuple[str, str], list[Act]]:
    """Gather denials by a decision maker, and accusations of it, by what they are about."""
    found: dict[tuple[str, str], list[Act]] = {}
    for act in dossier.acts:
        if act.issue is None or act.issue not in maker.options or act.proposed:
            continue
        if act.kind == "deny" and act.actor == maker.id:
            found.setdefault(("denied", act.issue), []).append(act)
        elif act.kind == "accuse" and act.target == maker.id:
            found.setdefault(("accused", act.issue), []).append(act)
    return found


def _broken(condition: str) -> str:
    """Give the condition that breaks a line from the wish that it should not."""
    return condition.removeprefix("-")


def _doubts(
    dossier: Dossier, proposal: Proposal, maker: Maker, source: Citations
) -> Iterator[str]:
    """Say which addressee was taken, and on what words a threat hangs that were not read."""
    told = {one for preference in maker.preferences for one in preference.evidence}
    for one, target in proposal.guessed.items():
        if one in told and any(a.actor == maker.id for a in proposal.acts if cited(a) == one):
            named = _named(source, one)
            yield f"      # {_comment(dossier, 'addressee', cited=named, names=target)}"
    for act in proposal.acts:
        unread = act.condition and (act.condition_actor, act.condition_issue) not in {
            (each.id, issue) for each in proposal.makers for issue in each.options
        }
        if act.actor == maker.id and act.issue in maker.options and unread and act.condition:
            words = " ".join(dossier.words(act.condition).split())
            named = _named(source, cited(act))
            yield f"      # {_comment(dossier, 'condition', cited=named, words=words)}"


def _options(
    dossier: Dossier, proposal: Proposal, maker: Maker, source: Citations
) -> Iterator[str]:
    """Write a decision maker's options."""
    for issue, idea in maker.options.items():
        entry = _entry(proposal, issue)
        parts = [f"name: {_both(entry['name'])}"]
        if "direction" in entry:
            parts.append(f"direction: {entry['direction']}")
        parts.append(f"evidence: {_cite(source, idea.evidence)}")
        yield f"      {issue}: {{{', '.join(parts)}}}"
        if "direction" in entry:
            yield f"      # {_comment(dossier, 'direction')}"
    if maker.left_out:
        left = ", ".join(maker.left_out)
        yield f"      # {_comment(dossier, 'left_out', names=left)}"


def _entry(proposal: Proposal, issue: str) -> Mapping[str, Any]:
    """Give what an option is called: by the list of issues, or by the words it rests on."""
    issues: Mapping[str, Mapping[str, Any]] = knowledge(_ROOM, "issues")["issues"]
    if issue in issues:
        return issues[issue]
    deed = proposal.deeds[issue]
    names: Mapping[str, str] = knowledge(_ROOM, "drafts")["deeds"][deed.kind]
    return {"name": {code: name.format(words=deed.words) for code, name in names.items()}}


def _names(dossier: Dossier, identifier: str) -> dict[str, str]:
    """Give an actor's name in both languages."""
    from satumeja.dossier.reading import state_names

    entry = knowledge(_ROOM, "states")["organisations"].get(identifier)
    if entry:
        return {language: entry[language][0].removeprefix("the ") for language in ("en", "id")}
    names = state_names().get(identifier)
    if names:
        return names
    name = dossier.actor(identifier).name
    return {"en": name, "id": name}


def _infeasible(dossier: Dossier, proposal: Proposal) -> Iterator[str]:
    """Write what cannot be."""
    yield f"# {_comment(dossier, 'infeasible')}"
    if not proposal.infeasible:
        yield "infeasible: []"
        return
    yield "infeasible:"
    for condition in proposal.infeasible:
        yield f"  - {_text(condition)}"


def _status_quo(dossier: Dossier, proposal: Proposal) -> Iterator[str]:
    """Write the state now: talks that are announced, and nothing else done."""
    groups = [
        "".join("Y" if issue == "talk" else "N" for issue in maker.options)
        for maker in proposal.makers
    ]
    yield f"# {_comment(dossier, 'status_quo')}"
    yield f"status_quo: {_text('|'.join(groups))}"


def _tables(dossier: Dossier, proposal: Proposal, source: Citations) -> Iterator[str]:
    """Write the tables announced."""
    if not proposal.tables:
        return
    yield "tables:"
    for table in proposal.tables:
        parts = [f"seats: [{', '.join(table.seats)}]"]
        if table.date:
            parts.append(f"date: {_text(table.date)}")
        parts.append(f"evidence: {_cite(source, table.evidence)}")
        if table.guessed:
            yield f"  # {_comment(dossier, 'seats')}"
        yield f"  {table.id}: {{{', '.join(parts)}}}"


def _notes(dossier: Dossier, proposal: Proposal, source: Citations) -> Iterator[str]:
    """Write what was read but not used."""
    if proposal.without_choice:
        names = ", ".join(proposal.without_choice)
        yield f"# {_comment(dossier, 'without_choice', names=names)}"
    for act in proposal.background:
        yield _told(dossier, "background", act, _named(source, act.id))
    for act in dossier.acts:
        if act.kind in ("accuse", "deny", "claim") and not act.proposed:
            yield _told(dossier, "contested", act, _named(source, act.statement or act.id))


def _told(dossier: Dossier, key: str, act: Act, cited: str) -> str:
    """Write a comment on an act that is in no option and no preference."""
    words = " ".join(dossier.words(act.span).split())[:_WIDTH]
    kind = knowledge(_ROOM, "drafts")["kinds"][act.kind][dossier.report.language]
    said = _comment(dossier, key, kind=kind, actor=act.actor, cited=cited, words=words)
    return f"# {said}"
