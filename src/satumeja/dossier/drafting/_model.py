"""Write a proposed model file, with what the analyst must still decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act
from satumeja.dossier.drafting._citations import quoted
from satumeja.dossier.drafting._limits import Maker
from satumeja.dossier.drafting._nobody import nobody_named
from satumeja.dossier.drafting._parties import cited, is_everyones
from satumeja.dossier.drafting._preferences import write_preferences
from satumeja.dossier.drafting._proposal import by_party, candidates
from satumeja.dossier.drafting._sheet import Draft, Sheet, both
from satumeja.dossier.keeping import Whole, uncollected
from satumeja.errors import ReportError
from satumeja.report.kit import knowledge

__all__ = ["DraftParty", "draft", "draft_parties", "draft_with_questions"]

_ROOM = "satumeja.dossier"
_WIDTH = 60


def draft(
    found: Dossier | Whole, *, source: str = "report", report_path: str | None = None
) -> str:
    """Write a model file in option form from a dossier.

    Parameters
    ----------
    found : Dossier or Whole
        What a report says, or many reports; these are cited where they are kept:
        ``talks:r1#s3`` of ``talks.db``.
    source : str
        The key under which a single report is cited: ``evidence: [report#s3]``.
    report_path : str, optional
        Path of a single report, as the model file should name it; of a dossier file, the
        folder its path is given from.

    Returns
    -------
    str
        The YAML text: a first proposal, every part of it citing the statements and
        acts it rests on, with comments on what is the analyst's to decide. Where fewer than
        two parties have something to choose, a skeleton with the parties named.

    Raises
    ------
    ReportError
        The report names nobody.

    See Also
    --------
    draft_with_questions : The same, with what is to be decided as data.
    """
    return draft_with_questions(found, source=source, report_path=report_path).model


@dataclass(frozen=True, repr=False)
class DraftParty(ShownInLine):
    """Somebody who could decide in a draft.

    Parameters
    ----------
    id : str
        The party.
    names : mapping of str to str
        What it is called, by language.
    options, acts : int
        How many options the reports name of it, and in how many acts it is the actor.
    chosen : bool
        Whether a draft takes it where nobody chooses.
    """

    id: str
    names: Mapping[str, str]
    options: int
    acts: int
    chosen: bool


def draft_parties(found: Dossier | Whole) -> tuple[DraftParty, ...]:
    """Say who could decide in a model drafted from a dossier.

    Parameters
    ----------
    found : Dossier or Whole
        What a report says, or many reports.

    Returns
    -------
    tuple of DraftParty
        Those with the most acts first.

    See Also
    --------
    draft_with_questions : Takes those that are chosen.

    Examples
    --------
    >>> from satumeja.dossier import read
    >>> from satumeja.report import parse
    >>> said = read(parse("GENEVA (AP) - Iran demanded that Iraq repair the canal."))
    >>> [(party.id, party.options, party.chosen) for party in draft_parties(said)]
    [('iran', 1, True), ('iraq', 1, True)]
    """
    sheet = Sheet(found, "report", None)
    makers, kept = candidates(sheet.dossier, sheet.parties)
    chosen = {maker.id for maker in kept}
    listed = [
        DraftParty(
            *(maker.id, sheet.bodies.names(maker.id), len(maker.options)),
            *(maker.acts, maker.id in chosen),
        )
        for maker in makers.values()
    ]
    return tuple(sorted(listed, key=lambda party: (-party.acts - party.options, party.id)))


def draft_with_questions(
    found: Dossier | Whole,
    *,
    source: str = "report",
    report_path: str | None = None,
    makers: Collection[str] = (),
    title: str = "",
    language: str = "",
) -> Draft:
    """Write a model file from a dossier, and say what is left to decide.

    Parameters
    ----------
    found : Dossier or Whole
        What a report says, or many reports.
    source, report_path
        As `draft` takes them.
    makers : collection of str
        Who is to decide, of `draft_parties`; nobody named, whom the reports say most of.
    title : str
        What the model is called; left out, as the report is.
    language : str
        The language of the comments, ``en`` or ``id``; left out, that of the report.

    Returns
    -------
    Draft
        The model file, and each ``# DECIDE`` of its comments as a question.

    Raises
    ------
    ReportError
        The report names nobody.

    See Also
    --------
    draft : The file alone.

    Notes
    -----
    The same dossier always gives the same text. The order of preferences is only a
    first one: lines drawn, refusals, demands, restraint, threats, talk. Linear in the acts.

    Examples
    --------
    >>> from satumeja.dossier import read
    >>> from satumeja.report import parse
    >>> said = read(parse("GENEVA (AP) - Iran demanded that Iraq repair the canal."))
    >>> for question in draft_with_questions(said).questions[:2]:
    ...     print(question.id, question.kind, "/".join(question.about))
    d1 undated as_of
    d2 order decision_makers/iraq/preferences
    """
    with uncollected():
        return _written(Sheet(found, source, report_path, makers, language), title)


def _written(sheet: Sheet, title: str) -> Draft:
    """Write the whole file."""
    if not sheet.proposal.makers:
        raise ReportError(nobody_named(sheet))
    _head(sheet, title)
    _makers(sheet)
    _infeasible(sheet)
    _status_quo(sheet)
    _tables(sheet)
    _notes(sheet)
    return sheet.draft()


def _head(sheet: Sheet, title: str) -> None:
    """Write the title, the date and the sources."""
    report = sheet.dossier.report
    sheet.note("head")
    if sheet.proposal.skeleton:
        sheet.note("skeleton")
    sheet.write("satumeja: 1")
    sheet.write(f"title: {quoted(title or report.title or 'Untitled report')}")
    day = report.agency_date if report.day_doubtful else report.day or report.agency_date
    if day:
        sheet.write(f"as_of: {quoted(day.isoformat())}")
    else:
        sheet.ask("undated", ["as_of"])
    sheet.write("languages: [en, id]")
    sheet.write("sources:")
    for line in sheet.citations.sources:
        sheet.write(f"  {line}")


def _makers(sheet: Sheet) -> None:
    """Write the decision makers."""
    acts = by_party(sheet.proposal.acts)
    lines = by_party(sheet.proposal.lines)
    unread: dict[str, list[Act]] = {}
    for act in sheet.proposal.unread:
        party = act.target if act.kind == "demand" else act.actor
        unread.setdefault(party or act.actor, []).append(act)
    sheet.write("decision_makers:")
    for maker in sheet.proposal.makers:
        sheet.write(f"  {maker.id}:")
        sheet.write(f"    name: {both(sheet.bodies.names(maker.id))}")
        _options(sheet, maker, unread.get(maker.id, []))
        write_preferences(sheet, maker, acts.get(maker.id, []))
        own = lines.get(maker.id, ())
        _red_lines(sheet, maker, [act for act in own if act.actor == maker.id])
    _strays(sheet)
    if len(sheet.proposal.makers) < 2:
        sheet.ask("parties", ["decision_makers"], indent=2)


def _strays(sheet: Sheet) -> None:
    """Ask of whom is demanded what is demanded of nobody named."""
    for act in sheet.proposal.unaddressed:
        if is_everyones(sheet.words(act)):
            continue
        sheet.ask(
            "unaddressed",
            ["decision_makers"],
            indent=2,
            evidence=[cited(act)],
            choices=sheet.others(act.actor),
            names={"party": sheet.bodies.names(act.actor)},
            cited=sheet.citations.named(cited(act)),
            words=_short(sheet.words(act)),
        )


def _options(sheet: Sheet, maker: Maker, unread: list[Act]) -> None:
    """Write a decision maker's options, and ask of words that name none."""
    about = ["decision_makers", maker.id, "options"]
    party = {"party": sheet.bodies.names(maker.id)}
    issues = knowledge(_ROOM, "issues")["issues"]
    if not maker.options:
        sheet.ask("options", about, indent=4, names=party)
    sheet.write("    options:" if maker.options else "    options: {}")
    for issue, idea in maker.options.items():
        parts = [f"name: {both(sheet.called(issue))}"]
        direction = issues.get(issue, {}).get("direction")
        if direction:
            parts.append(f"direction: {direction}")
        parts.append(f"evidence: {sheet.cite(idea.evidence)}")
        sheet.write(f"      {issue}: {{{', '.join(parts)}}}")
        if direction:
            sheet.ask("direction", [*about, issue, "direction"], indent=6, evidence=idea.evidence)
    for act in unread:
        _ask_of(sheet, "option", act, about, 6, words=sheet.words(act), **party)
    if maker.left_out:
        names = [sheet.called(issue)[sheet.language] for issue in maker.left_out]
        sheet.note("left_out", 6, names=", ".join(names))


def _ask_of(
    sheet: Sheet,
    kind: str,
    act: Act,
    about: list[str],
    indent: int,
    *,
    words: str,
    party: Mapping[str, str],
) -> None:
    """Ask about an act, named by its kind and its words."""
    noun = knowledge(_ROOM, "drafts")["kinds"][act.kind]
    sheet.ask(
        kind,
        about,
        indent=indent,
        evidence=[cited(act)],
        names={"party": party, "kind": noun},
        cited=sheet.citations.named(cited(act)),
        words=words,
    )


def _red_lines(sheet: Sheet, maker: Maker, unread: Iterable[Act]) -> None:
    """Write what a decision maker will not live with, and ask of lines that name no deed."""
    lines = [preference for preference in maker.preferences if preference.red_line]
    if lines:
        sheet.note("lines", 4)
        sheet.write("    red_lines:")
    for line in lines:
        broken = line.condition.removeprefix("-")
        sheet.write(
            f"      - {{statement: {quoted(broken)}, evidence: {sheet.cite(line.evidence)}}}"
        )
    for act in unread:
        about = ["decision_makers", maker.id, "red_lines"]
        party = sheet.bodies.names(maker.id)
        _ask_of(sheet, "line", act, about, 6, words=sheet.words(act), party=party)


def _infeasible(sheet: Sheet) -> None:
    """Write what cannot be."""
    sheet.ask("infeasible", ["infeasible"])
    sheet.write("infeasible:" if sheet.proposal.infeasible else "infeasible: []")
    for condition in sheet.proposal.infeasible:
        sheet.write(f"  - {quoted(condition)}")


def _status_quo(sheet: Sheet) -> None:
    """Write the state now: talks that are announced, and nothing else done."""
    if any(not maker.options for maker in sheet.proposal.makers):
        sheet.ask("now", ["status_quo"])
        return
    groups = [
        "".join(
            "Y" if issue == "talk" or (maker.id, issue) in sheet.proposal.standing else "N"
            for issue in maker.options
        )
        for maker in sheet.proposal.makers
    ]
    sheet.ask("status_quo", ["status_quo"])
    sheet.write(f"status_quo: {quoted('|'.join(groups))}")


def _tables(sheet: Sheet) -> None:
    """Write the tables announced."""
    if not sheet.proposal.tables:
        return
    sheet.write("tables:")
    for table in sheet.proposal.tables:
        parts = [f"seats: [{', '.join(table.seats)}]"]
        if table.date:
            parts.append(f"date: {quoted(table.date)}")
        parts.append(f"evidence: {sheet.cite(table.evidence)}")
        if table.guessed:
            choices = [(seat, sheet.bodies.names(seat)) for seat in table.seats]
            about = ["tables", table.id, "seats"]
            sheet.ask("seats", about, indent=2, evidence=table.evidence, choices=choices)
        sheet.write(f"  {table.id}: {{{', '.join(parts)}}}")


def _notes(sheet: Sheet) -> None:
    """Write what was read but not used."""
    if sheet.proposal.left_out:
        sheet.note("left_out", names=", ".join(sheet.proposal.left_out))
    _affected(sheet)
    for line in _told(sheet):
        sheet.write(f"# {line}")


def _affected(sheet: Sheet) -> None:
    """Ask whether those who are named and have no choice are affected, and how."""
    parties = {party: sheet.bodies.names(party) for party in sheet.proposal.without_choice}
    if not parties:
        return
    names = {code: ", ".join(called[code] for called in parties.values()) for code in ("en", "id")}
    sheet.ask("affected", ["affected"], choices=parties.items(), names={"names": names})
    sheet.write("# affected:")
    for party, called in parties.items():
        sheet.write(f"#   {party}: {{name: {both(called)}}}")


def _told(sheet: Sheet) -> Iterator[str]:
    """Give a line on each act that is in no option and no preference."""
    table, language = knowledge(_ROOM, "drafts"), sheet.language
    contested = [
        act
        for act in sheet.dossier.acts
        if act.kind in ("accuse", "deny", "claim") and not act.proposed
    ]
    for key, acts in (("background", sheet.proposal.background), ("contested", contested)):
        for act in acts:
            yield table["comments"][key][language].format(
                kind=table["kinds"][act.kind][language],
                actor=act.actor,
                cited=sheet.citations.named(act.id if key == "background" else cited(act)),
                words=_short(sheet.words(act)),
            )


def _short(words: str) -> str:
    """Cut words that are only a reminder, between two of them."""
    if len(words) <= _WIDTH:
        return words
    return words[: _WIDTH + 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"
