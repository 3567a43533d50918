"""The routes of the dossier's views, of names in it, and of what is made of it."""

from __future__ import annotations

from satumeja.web.reports._drafting import draft_model, draft_parties_view
from satumeja.web.reports._naming import name_actors
from satumeja.web.reports._positions import heads_view, positions_view
from satumeja.web.reports._proposals import proposals
from satumeja.web.reports._views import dispute_view, same_view, search_view, timeline_view
from satumeja.web.routing import Route
from satumeja.web.shapes import (
    DisputesView,
    DossierHeads,
    DossierQuery,
    DraftBody,
    DraftMade,
    DraftParties,
    NameBody,
    Named,
    PositionsView,
    ProposalBody,
    Proposals,
    SameView,
    SearchView,
    TimelineView,
)

__all__ = ["DOSSIER_ROUTES"]

_VIEW = "/c/{case}/dossier"

DOSSIER_ROUTES: tuple[Route, ...] = (
    Route(
        "GET",
        f"{_VIEW}/positions",
        positions_view,
        PositionsView,
        "Who stands where, by actor and issue; of one actor on one issue, each sentence.",
        query=DossierQuery,
        refuses=(404,),
    ),
    Route(
        "GET",
        f"{_VIEW}/heads",
        heads_view,
        DossierHeads,
        "What the dossier can be filtered by: actors, issues, kinds of acts.",
        refuses=(404,),
    ),
    Route(
        "GET",
        f"{_VIEW}/timeline",
        timeline_view,
        TimelineView,
        "What was said and done, in order of time, with the events of datasets.",
        query=DossierQuery,
        refuses=(404,),
    ),
    Route(
        "GET",
        f"{_VIEW}/disputes",
        dispute_view,
        DisputesView,
        "Claims and accusations with the denials that answer them.",
        query=DossierQuery,
        refuses=(404,),
    ),
    Route(
        "GET",
        f"{_VIEW}/same",
        same_view,
        SameView,
        "What may have been reported more than once, and actors that may be one.",
        query=DossierQuery,
        refuses=(404,),
    ),
    Route(
        "GET",
        f"{_VIEW}/search",
        search_view,
        SearchView,
        "What has some words, the best first.",
        query=DossierQuery,
        refuses=(404,),
    ),
    Route(
        "POST",
        "/c/{case}/models/{file}/proposals",
        proposals,
        Proposals,
        "What a sentence can become in a model: operations, with words.",
        body=ProposalBody,
        refuses=(404, 423),
    ),
    Route(
        "GET",
        "/c/{case}/drafts",
        draft_parties_view,
        DraftParties,
        "Who could decide in a model made of what was said.",
        refuses=(404,),
    ),
    Route(
        "POST",
        "/c/{case}/drafts",
        draft_model,
        DraftMade,
        "Make a model of what was said, in a new file.",
        body=DraftBody,
        refuses=(404, 423),
        writes=True,
    ),
    Route(
        "POST",
        "/c/{case}/names",
        name_actors,
        Named,
        "Say that two actors are one, or one is two; or take that back.",
        body=NameBody,
        refuses=(404, 423),
        writes=True,
    ),
)
"""What this room answers on the dossier as a whole."""
