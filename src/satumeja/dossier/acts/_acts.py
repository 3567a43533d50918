"""Find the political acts: decided on the word of saying and on what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from satumeja.dossier._types import Act, Statement
from satumeja.dossier.acts._borne import with_doubt
from satumeja.dossier.acts._choice import Choice, Weights
from satumeja.dossier.acts._counterparts import with_counterparts
from satumeja.dossier.acts._events import event_acts
from satumeja.dossier.acts._meant import is_guessed
from satumeja.dossier.acts._occasions import with_days
from satumeja.dossier.acts._plain import plain_acts
from satumeja.dossier.acts._retold import without_retold
from satumeja.dossier.acts._roles import settled
from satumeja.dossier.acts._rules import Heard, Rule, hear
from satumeja.dossier.acts._sides import parties_of
from satumeja.dossier.acts._signs import signs_of
from satumeja.dossier.acts._stated import with_stated
from satumeja.dossier.acts._told import told_acts
from satumeja.dossier.acts._when import dated
from satumeja.dossier.acts._work import (
    ActWork,
    issues_in,
    or_none,
    search,
)
from satumeja.dossier.clauses import Sentences
from satumeja.dossier.reading import People, Starts, lists
from satumeja.report import Report, Span

__all__ = ["find_acts", "find_signs"]

_ROOM = "satumeja.dossier"
_RECENT = 200
_GUESSED = 0.25  # the least share at which what was learned names the first act,
_PROPOSED = 0.4  # at which that guess is listed, to be checked,
_HEEDED = 0.55  # at which it overrules a rule of last resort, or lists an act of its own,
_SURE = 0.75  # at which it decides against a rule on the word of saying,
_AGREED = 0.6  # at which it leaves no doubt of a rule on plain words that says the same,
_FIRM = 0.95  # and of a rule of last resort
# The words of saying that tell an act by themselves, where they are of another kind.
_TOLD_BY = {
    "refuse": ("reject",),
    "deny": ("deny", "reject"),
    "red_line": ("describe", "warn", "reject"),
    "agree_to_talk": ("agree",),
    "threaten": ("threaten",),
}
# What one side only tells of another is no act of that other.
_ALLEGED = (
    "threaten",
    "refuse",
    "reject",
    "agree",
    "agree_to_talk",
    "deny",
    "offer",
    "promise",
    "demand",
)
_NEUTRAL = ("say", "describe", "claim")
_UNSAID = ("say", "use_force", "mobilise", "sanction", "meet")  # no guess does these by saying
_OF_ANOTHER = ("accuse", "criticise", "warn", "threaten", "deny", "principle")
# What another does that nobody tells of without blaming him for it.
_HOSTILE = frozenset(
    (
        *("threaten", "refuse", "reject", "violate", "breach", "lie", "cheat", "steal", "block"),
        *("ignore", "obstruct", "starve", "provoke", "mengancam", "menolak", "melanggar"),
    )
)
_CHARGES = ("accuse", "criticise")
_REFUSALS = ("reject", "refuse")
_OPENED = ("agree", "promise", "concede")
_OF_BOTH = ("agree_to_talk", "meet")


def find_acts(
    report: Report, people: People, statements: Sequence[Statement], weights: Weights | None
) -> tuple[tuple[Statement, ...], tuple[Act, ...]]:
    """Find the acts done in statements, and those the report tells by itself.

    Parameters
    ----------
    report : Report
        The report.
    people : People
        Everyone named in it.
    statements : sequence of Statement
        What is reported as said.
    weights : Weights or None
        What was learned of the language; None leaves the rules alone.

    Returns
    -------
    statements : tuple of Statement
        The statements, each with the act it is first of all.
    acts : tuple of Act
        In the order of the text, of one statement the first act first; an act about
        several issues stands once for each.

    Notes
    -----
    The rules are data (``acts.toml``): each asks for kinds of cue, for words in the
    content, or both, and the content can overrule the cue: a denial that names a red
    line is a red line. What was learned (``acts.json``) weighs them with other signs.
    """
    work = _work(report, people, statements)
    statements = work.statements
    first = {one.id: _acts_of_statement(work, hear(work, one), weights) for one in statements}
    told_acts(work)
    event_acts(work, first)
    plain_acts(work, first)
    for start, end in people.listings:
        work.acts = [act for act in work.acts if not start <= act.span[0] < end]
    ordered = sorted(
        work.acts,
        key=lambda act: (
            *(_place(act), first.get(act.statement or "") != act.kind),
            *(act.kind, act.issue or ""),
        ),
    )
    sure = [*with_doubt(work, [*with_counterparts(work, ordered)])]
    whole = tuple(dated(work, _unrepeated(sure)))
    heard = [replace(one, act=first[one.id]) for one in statements]
    statements, left = without_retold(report, people, heard, whole)
    acts = (replace(act, id=f"a{number}") for number, act in enumerate(left, 1))
    return tuple(statements), tuple(acts)


def find_signs(
    report: Report, people: People, statements: Sequence[Statement]
) -> tuple[tuple[Statement, tuple[str, ...]], ...]:
    """Give each statement with the signs its first act is chosen by, for learning."""
    work = _work(report, people, statements)
    return tuple((one, tuple(signs_of(work, hear(work, one)))) for one in work.statements)


def _place(act: Act) -> Span:
    """Say where an act stands: one that no rule bears out behind what its words tell."""
    return (act.span[1], act.span[1]) if act.origin == "learned" else act.span


def _work(report: Report, people: People, statements: Sequence[Statement]) -> ActWork:
    """Make the work ready: everything by where it starts, who speaks by the clauses."""
    sentences = Sentences(report, people)
    statements = settled(report, people, sentences, statements)
    statements = with_stated(report, people, sentences, statements)
    statements = with_days(report, people, sentences, statements)
    return ActWork(
        report,
        people,
        statements,
        Starts(statements, lambda one: one.content[0]),
        Starts(people.mentions, lambda one: one.start),
        Starts(report.dates, lambda one: one.start),
        sentences,
    )


def _unrepeated(acts: Sequence[Act]) -> list[Act]:
    """Leave out an act told again in the same statement."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for act in acts:
        key = (act.kind, act.actor, act.target, act.issue, act.statement or act.span)
        if key not in seen:
            seen.add(key)
            kept.append(act)
    return kept


def _acts_of_statement(work: ActWork, heard: Heard, weights: Weights | None) -> str:
    """Add the acts done in one statement, once for each who speaks, and give the first."""
    signs = signs_of(work, heard) if weights is not None else ()
    neutral = heard.statement.cue_kind in _NEUTRAL
    barred = heard.barred if neutral else ()
    choice = weights.choose(signs, barred) if weights is not None else None
    if heard.rules and heard.rules[0].get("only") and _is_unlearned(weights, heard.rules[0]):
        choice = None
    rules, first = _decided(heard, choice)
    if (heard.alleged and first in _ALLEGED) or is_guessed(work, heard.statement):
        return first
    for rule in rules:
        if heard.reported and rule["kind"] in _OPENED:
            continue  # that another had agreed or promised is what the reporter says
        for speaker in heard.speakers:
            _add_act(work, rule, heard, speaker)
    return first


def _is_unlearned(weights: Weights | None, rule: Rule) -> bool:
    """Whether a rule tells a kind of act that what was learned knows nothing of ("backed")."""
    return weights is not None and rule["kind"] not in weights.kinds


def _decided(heard: Heard, choice: Choice | None) -> tuple[list[Rule], str]:
    """Decide between the rules and what was learned, and give the first kind of act.

    What was learned decides which act comes first, unless it hardly knows, or is not sure and
    a rule says otherwise. A rule of last resort then gives way to it; one on the word of saying
    or on plain words stands beside it. A kind that nothing but a guess tells is listed too, and
    doubtful.
    """
    rules = heard.rules
    if _charges(heard, choice):
        return [_learned("accuse")], "accuse"
    if choice is None or choice.share < _least(heard, choice.kind):
        if rules or choice is None or choice.share < _GUESSED:
            return _weighed(heard, rules, choice), rules[0]["kind"] if rules else "say"
        charged = heard.stance.side == "other" and choice.kind in _CHARGES
        listed = (charged or choice.share >= _PROPOSED) and choice.kind not in _UNSAID
        return [_learned(choice.kind)] if listed else [], choice.kind
    borne = [rule for rule in rules if rule["kind"] == choice.kind]
    others = [rule for rule in rules if rule not in borne and not rule.get("fallback")]
    learned = [] if borne or choice.kind == "say" else [_learned(choice.kind)]
    return [*learned, *_weighed(heard, [*borne, *others], choice)], choice.kind


def _charges(heard: Heard, choice: Choice | None) -> bool:
    """Whether all that is said is that the other side will not, lacks something, or does harm."""
    stance, neutral = heard.stance, heard.statement.cue_kind in _NEUTRAL
    hostile = stance.negated or stance.verb in _HOSTILE
    if not (neutral and stance.side == "other" and hostile) or stance.ahead:
        return False
    if choice is None or choice.kind in _OF_ANOTHER:
        return False
    return not heard.rules or bool(heard.rules[0].get("fallback"))


def _learned(kind: str) -> Rule:
    """Give the rule of an act that only what was learned tells."""
    parties = "subject" if kind in _OF_BOTH else "speaker"
    return {"kind": kind, "actor": parties, "origin": "learned", "doubtful": True}


def _weighed(heard: Heard, rules: Sequence[Rule], choice: Choice | None) -> list[Rule]:
    """Give rules with their doubt.

    The word of saying leaves none ("accused"). A rule on what was said is doubted unless what
    was learned says the same and is sure, and so is every act of a speaker who was inferred.
    """
    return [{**rule, "doubtful": _is_doubted(heard, rule, choice)} for rule in rules]


def _is_doubted(heard: Heard, rule: Rule, choice: Choice | None) -> bool:
    """Whether a rule leaves doubt of what is done, or the statement of who does it."""
    statement = heard.statement
    if rule.get("loose") or heard.reported or (statement.doubtful and statement.mode != "direct"):
        return True
    if statement.cue_kind in _TOLD_BY.get(rule["kind"], (rule["kind"],)):
        return False
    if choice is None:
        return False
    if choice.kind != rule["kind"]:
        return not rule.get("only") or choice.share >= _HEEDED
    return not rule.get("only") and choice.share < (_FIRM if rule.get("fallback") else _AGREED)


def _least(heard: Heard, kind: str) -> float:
    """Give the least share at which what was learned decides against the rules that fit."""
    if not heard.rules:
        return _HEEDED
    final = heard.rules[0].get("only") or heard.statement.cue_kind not in _NEUTRAL
    borne = kind in [rule["kind"] for rule in heard.fitting]
    return _SURE if final or not borne else _HEEDED


def _add_act(
    work: ActWork,
    rule: Rule,
    heard: Heard,
    speaker: str,
) -> None:
    """Add what a rule says of a statement: one act an issue."""
    kind, statement, condition = rule["kind"], heard.statement, heard.condition
    actor, target = parties_of(work, rule, heard, speaker)
    span = statement.content
    words = heard.words
    if condition is not None and kind == "threaten":
        words = words[: condition[0] - span[0]] + words[condition[1] - span[0] :]
    issues = issues_in(work.report.language, kind, words)
    if kind in _REFUSALS and not issues:
        issues = _refused(work, statement, actor)
    threat = kind == "threaten" and condition is not None
    for issue in or_none(issues):
        work.acts.append(
            Act(
                "",
                kind,
                actor,
                speaker,
                target,
                statement.id,
                span,
                issue,
                condition if threat else None,
                _condition_issue(work, condition) if threat else None,
                target if threat else None,
                origin=rule.get("origin", "rules"),
                doubtful=rule.get("doubtful", False),
            )
        )


def _condition_issue(work: ActWork, condition: Span | None) -> str | None:
    """Say what a condition is about."""
    if condition is None:
        return None
    issues = issues_in(work.report.language, "condition", work.report.text[slice(*condition)])
    return issues[0] if issues else None


def _refused(work: ActWork, statement: Statement, actor: str) -> list[str]:
    """Say what a refusal of "such a promise" is about: what was demanded before it."""
    anaphora = lists(work.report.language, "acts")["anaphora"]["pattern"]
    if not search(anaphora).search(work.report.text, *statement.content):
        return []
    before = [
        act
        for act in work.acts[-_RECENT:]
        if act.kind == "demand"
        and act.actor != actor
        and act.issue
        and act.span[0] < statement.content[0]
    ]
    last = [act for act in before if act.statement == before[-1].statement] if before else []
    return [act.issue for act in last if act.issue]
