"""A model of a case made of what was said in its reports."""

from __future__ import annotations

from satumeja import dossier
from satumeja.errors import ModelError, ReportError
from satumeja.web.reports._standing import Standing, standing
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import DraftBody, DraftMade, DraftParties, DraftParty

__all__ = ["draft_model", "draft_parties_view"]

_NOBODY = (
    "the reports name nobody who could be a party; on the screen of reports select words of the "
    "text, press N, and say who says or does it"
)
_MOST = 8
"""Decision makers of one draft: each has some four options, and each option doubles the states."""


def draft_parties_view(call: Call) -> DraftParties:
    """List who could become a decision maker, and whom a draft would take."""
    stands = standing(call.case)
    chosen = _chosen(stands)
    return DraftParties(
        parties=[
            DraftParty(
                id=party.id,
                name=party.names[call.language],
                options=party.options,
                acts=party.acts,
                chosen=party.id in chosen,
            )
            for party in stands.draft_parties
        ],
        most=_MOST,
        reports=len(stands.whole.reports),
        version=stands.version,
    )


def draft_model(call: Call) -> DraftMade:
    """Make a model of what was said, in a new file, with what is left to decide."""
    body: DraftBody = call.body
    stands = standing(call.case)
    _require_parties(stands, body)
    try:
        draft = dossier.draft_with_questions(
            stands.whole,
            report_path=str(call.case.folder),
            makers=body.makers or _chosen(stands),
            title=body.title.strip(),
            language=call.language,
        )
    except ReportError:
        raise RefusedError("invalid", _NOBODY) from None
    name = f"{body.name.strip() or 'model'}.yaml"
    try:
        loaded = call.case.add(name, draft.model)
    except ModelError as error:
        message = f"too little was said for a model; begin with a blank one ({error})"
        raise RefusedError("invalid", message, error.faults) from None
    return DraftMade(file=loaded.name, questions=len(draft.questions))


def _chosen(stands: Standing) -> list[str]:
    """Name whom a draft would take by itself, those most is said of where they are too many."""
    return [party.id for party in stands.draft_parties if party.chosen][:_MOST]


def _require_parties(stands: Standing, body: DraftBody) -> None:
    """Refuse who has nothing to choose, and more than a model can hold."""
    there = {party.id for party in stands.draft_parties}
    strangers = [maker for maker in body.makers if maker not in there]
    if strangers:
        message = f'the reports name nothing that "{strangers[0]}" could do'
        raise RefusedError("invalid", message)
    if body.makers and not 2 <= len(body.makers) <= _MOST:
        raise RefusedError("invalid", f"a model has 2 to {_MOST} decision makers here")
