"""Write what a decision maker wants, and ask what is not known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set

from satumeja.dossier._types import Act
from satumeja.dossier.drafting._limits import Maker
from satumeja.dossier.drafting._parties import PUT, cited
from satumeja.dossier.drafting._sheet import Sheet, both, quoted
from satumeja.dossier.drafting._wishes import Preference
from satumeja.report.kit import knowledge

__all__ = ["write_preferences"]

_ROOM = "satumeja.dossier"
_OPTION = re.compile(r"(\w+)\.(\w+)")

_Issues = Mapping[str, Set[str]]
"""The issues that acts name, by the statement or act that is cited for it."""


def write_preferences(sheet: Sheet, maker: Maker, acts: list[Act]) -> None:
    """Write what a decision maker wants, and ask what is not known of it."""
    about = ["decision_makers", maker.id, "preferences"]
    party = sheet.bodies.names(maker.id)
    if not maker.preferences:
        sheet.ask("preferences", about, indent=4, names={"party": party}, maker=maker.id)
        sheet.write("    preferences: []")
        return
    sheet.ask("order", about, indent=4)
    sheet.write("    preferences:")
    issues = _issues_of(acts)
    for preference in maker.preferences:
        sheet.write(f"      - {_wanted(sheet, preference, issues)}")
        if preference.assumed and not _demanded(maker, acts, preference):
            evidence = preference.evidence
            sheet.ask("assumed", about, indent=6, evidence=evidence, names={"party": party})
    _addressees(sheet, maker, acts)
    _conditions(sheet, maker, acts)
    _stands(sheet, maker, acts)
    _alternatives(sheet, maker, acts, issues)


def _demanded(maker: Maker, acts: list[Act], preference: Preference) -> bool:
    """Whether what a wish is about is demanded of the decision maker, so it is asked."""
    issue = preference.condition.removeprefix(f"-{maker.id}.")
    return any(act.kind in PUT and act.target == maker.id and act.issue == issue for act in acts)


def _issues_of(acts: Iterable[Act]) -> dict[str, set[str]]:
    """Give the issues that acts name, by the statement or act that is cited for it."""
    issues: dict[str, set[str]] = {}
    for act in acts:
        about = {issue for issue in (act.issue, act.condition_issue) if issue}
        for item in (act.id, act.statement):
            if item and about:
                issues.setdefault(item, set()).update(about)
    return issues


def _wanted(sheet: Sheet, preference: Preference, issues: _Issues) -> str:
    """Write a condition that is wanted, and why; where no act names it, it is inferred."""
    inferred = "" if _is_named(preference, issues) else "inferred: true, "
    return (
        f"{{statement: {quoted(preference.condition)}, {inferred}"
        f"because: {both(preference.because)}, evidence: {sheet.cite(preference.evidence)}}}"
    )


def _is_named(preference: Preference, issues: _Issues) -> bool:
    """Whether an act in what is cited is about an option that the condition speaks of."""
    options = {issue for _, issue in _OPTION.findall(preference.condition)}
    return any(not options.isdisjoint(issues.get(item, ())) for item in preference.evidence)


def _addressees(sheet: Sheet, maker: Maker, acts: list[Act]) -> None:
    """Say which addressee was taken for what names none."""
    guessed = sheet.proposal.guessed
    cited_for = {item for preference in maker.preferences for item in preference.evidence}
    own = dict.fromkeys(cited(act) for act in acts if act.actor == maker.id)
    asked = [item for item in own if item in guessed and item in cited_for]
    others = sheet.others(maker.id) if asked else ()
    for item in asked:
        sheet.ask(
            "addressee",
            ["decision_makers", maker.id, "preferences"],
            indent=6,
            evidence=[item],
            choices=others,
            cited=sheet.citations.named(item),
            names={"names": sheet.bodies.names(guessed[item])},
        )


def _conditions(sheet: Sheet, maker: Maker, acts: list[Act]) -> None:
    """Say on what words an act hangs that were not read."""
    has = sheet.proposal.has
    for act in acts:
        words = sheet.proposal.hedges.get(act.id, "")
        if act.condition and (act.condition_actor, act.condition_issue) not in has:
            words = " ".join(sheet.dossier.words(act.condition).split())
        if words and act.actor == maker.id and (act.issue in maker.options or act.kind in PUT):
            sheet.ask(
                "condition",
                ["decision_makers", maker.id, "preferences"],
                indent=6,
                evidence=[cited(act)],
                cited=sheet.citations.named(cited(act)),
                words=words,
            )


def _stands(sheet: Sheet, maker: Maker, acts: list[Act]) -> None:
    """Ask what a party wants of what is demanded of it, where it has not said so."""
    own = [preference for preference in maker.preferences if not preference.assumed]
    stated = {word for wish in own for word in wish.condition.replace("-", " ").split()}
    demanded: dict[str, dict[str, None]] = {}
    for act in acts:
        issue = act.issue or ""
        if act.kind in PUT and act.target == maker.id and issue in maker.options:
            demanded.setdefault(issue, {})[cited(act)] = None
    for issue, items in demanded.items():
        if f"{maker.id}.{issue}" in stated:
            continue
        sheet.ask(
            "stand",
            ["decision_makers", maker.id, "preferences"],
            indent=6,
            evidence=items,
            names={"party": sheet.bodies.names(maker.id), "option": sheet.called(issue)},
            cited=", ".join(sheet.citations.named(item) for item in items),
        )


def _alternatives(sheet: Sheet, maker: Maker, acts: list[Act], issues: _Issues) -> None:
    """Write what would be wanted if a denial is not believed, or an accusation is."""
    for (key, issue), contested in _contested(maker, acts).items():
        evidence = tuple(dict.fromkeys(map(cited, contested)))
        sheet.ask(
            f"if_{key}",
            ["decision_makers", maker.id, "preferences"],
            indent=6,
            evidence=evidence,
            cited=", ".join(sheet.citations.named(item) for item in evidence),
            actor=", ".join(dict.fromkeys(act.actor for act in contested)),
        )
        because = knowledge(_ROOM, "drafts")["because"][key]
        wish = Preference(f"{maker.id}.{issue}", because, evidence)
        sheet.write(f"      # - {_wanted(sheet, wish, issues)}")


def _contested(maker: Maker, acts: list[Act]) -> dict[tuple[str, str], list[Act]]:
    """Gather denials by a decision maker, and accusations of it, by what they are about."""
    contested: dict[tuple[str, str], list[Act]] = {}
    for act in acts:
        if act.issue is None or act.issue not in maker.options:
            continue
        if act.kind == "deny" and act.actor == maker.id:
            contested.setdefault(("denied", act.issue), []).append(act)
        elif act.kind == "accuse" and act.target == maker.id:
            contested.setdefault(("accused", act.issue), []).append(act)
    return contested
