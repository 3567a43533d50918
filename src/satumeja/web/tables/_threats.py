"""Threats and promises: whether they would be carried out, what they do, what would mend them."""

from __future__ import annotations

from satumeja import table as room
from satumeja.brief.leaf import capital, wish_in_words
from satumeja.brief.sentences import threat_sentences
from satumeja.brief.words import Words
from satumeja.model import Binary
from satumeja.model.kit import statements_of
from satumeja.table import Threat
from satumeja.web.routing import Call
from satumeja.web.shapes import ThreatShown, ThreatsShown
from satumeja.web.tables._conflict import Conflict, conflict_of, is_listed

__all__ = ["threats"]


def threats(call: Call) -> ThreatsShown:
    """Judge every threat and promise that preferences state."""
    conflict, start = conflict_of(call), call.query.start
    if start is not None:
        return _threats(conflict, start)
    return conflict.loaded.derived(f"threats {call.language}", lambda: _threats(conflict, None))


def _threats(conflict: Conflict, asked_from: str | None) -> ThreatsShown:
    words, model = Words(conflict.language), conflict.model
    present = model.status_quo is not None or asked_from is not None
    if model.is_graph or not is_listed(model) or not present:
        return ThreatsShown(start=None, threats=[], sentences=[words("threats.none")])
    start = conflict.start(asked_from)
    judged = room.threats(conflict.model, start=start, engine=conflict.analysis.explicit)
    shown = [_shown(conflict, threat, start) for threat in judged.threats]
    return ThreatsShown(
        start=start, threats=shown, sentences=[] if shown else [words("threats.none")]
    )


def _shown(conflict: Conflict, threat: Threat, start: int) -> ThreatShown:
    made, words = threat.said, conflict.words
    stated = Binary("if", made.then, made.when)
    text = wish_in_words(conflict.deeds, made.by, stated) or conflict.phrases.condition(stated)
    statements = statements_of(conflict.model[made.by].preference)
    evidence = statements[made.statement - 1].evidence if made.statement else ()
    sentences = list(threat_sentences(conflict.phrases, threat, start))
    return ThreatShown(
        maker=made.by,
        kind=threat.kind,
        kind_words=words(f"annexes.threats.kind.{threat.kind}"),
        words=capital(text),
        carried=capital(_carried_out(words, threat)),
        effect=capital(_effect(conflict, threat)),
        credible=threat.credible,
        works=threat.works,
        evidence=list(evidence),
        sentences=sentences,
        mends=sentences[len(sentences) - _mends(threat) :],
    )


def _mends(threat: Threat) -> int:
    """Count the sentences at the end that say what would mend it, or that nothing would."""
    if threat.remedies == () and threat.due and threat.kind != "idle" and not threat.works:
        return 1
    return len(threat.remedies or ())


def _carried_out(words: Words, threat: Threat) -> str:
    if not threat.due:
        return words("annexes.threats.never")
    if threat.credible:
        return words("annexes.threats.wherever")
    if not threat.credible_in:
        return words("annexes.threats.nowhere")
    some, every = map(words.number, (threat.credible_in, threat.due))
    return words("annexes.threats.somewhere", some=some, all=every)


def _effect(conflict: Conflict, threat: Threat) -> str:
    """Say what it changes from the present situation."""
    words = conflict.words
    if not threat.due:
        return words("annexes.dash")
    if threat.kind == "idle":
        return words("annexes.threats.idle")
    turning = [way.dm for way in threat.ways_out if way.taken]
    effects = [words("annexes.threats.turns", dms=conflict.deeds.dms(turning))] if turning else []
    if threat.kind in ("threat", "mixed") and threat.deters:
        effects.append(words("annexes.threats.deters"))
    if threat.kind in ("promise", "mixed") and threat.induces:
        effects.append(words("annexes.threats.induces"))
    effect = "; ".join(effects) or words("annexes.threats.nothing")
    return words("annexes.threats.due", effect=effect) if threat.in_force else effect
