"""Say that two actors are one, or one is two, and take that back."""

from __future__ import annotations

from satumeja import dossier
from satumeja.web.reports._held import analyst, dossier_of, dossier_path
from satumeja.web.reports._standing import version_of
from satumeja.web.routing import Call
from satumeja.web.shapes import NameBody, Named

__all__ = ["name_actors"]


def name_actors(call: Call) -> Named:
    """Write a correction of names into the dossier; what it says holds from then on."""
    body: NameBody = call.body
    with dossier_of(call) as file:
        correction = _corrected(file, body)
    version = version_of(dossier_path(call.case))
    return Named(correction=correction.key, verb=body.verb, of=correction.of, version=version)


def _corrected(file: dossier.DossierFile, body: NameBody) -> dossier.Correction:
    if body.verb == "merge":
        return dossier.merge(file, f"actor:{body.of}", body.into, analyst(), body.note)
    if body.verb == "split":
        key = f"actor:{body.of}"
        return dossier.split(file, key, body.into, body.reports, analyst(), body.note)
    return dossier.withdraw(file, analyst(), body.of, body.note)
