"""A conflict in graph form whose states have names: Elmira, its states one by one."""

from __future__ import annotations

from itertools import product

from literal import published
from satumeja.formats import from_dict
from satumeja.model import Model

EN = (("no insistence", "local governments insist"), ("delays", "accepts"))
ID = (("daerah tidak berkeras", "daerah berkeras"), ("mengulur waktu", "menerima"))
ORDER = {"en": ("the order stands", "the order is modified"), "id": ("tetap", "diubah")}


def named_graph() -> Model:
    """Give Elmira in graph form."""
    names = [
        {
            "en": f"Uniroyal {EN[1][u]}; {ORDER['en'][m]}; {EN[0][g]}",
            "id": f"Uniroyal {ID[1][u]}; perintah {ORDER['id'][m]}; {ID[0][g]}",
        }
        for g, u, m in product((0, 1), repeat=3)
    ]
    names.append({"en": "Uniroyal abandons its plant", "id": "Uniroyal meninggalkan pabriknya"})
    native = {"satumeja": 1, "title": "Elmira", "languages": ["en", "id"], **published.ELMIRA}
    states = zip(published.ELMIRA["states"], names, strict=True)
    native["states"] = [{"id": state, "name": name} for state, name in states]
    return from_dict(native)
