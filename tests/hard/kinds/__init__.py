"""The kinds of files that the campaign spoils, each in a module of its own."""

from __future__ import annotations

from hard.kind import Kind
from hard.kinds._archives import ARCHIVES
from hard.kinds._backtests import CODED, CODED_YAML, FROZEN, FROZEN_JSON
from hard.kinds._dossiers import DOSSIER
from hard.kinds._edits import CHANGED, OPS
from hard.kinds._gmcr import GMCR
from hard.kinds._json import JSON
from hard.kinds._lists import LISTS
from hard.kinds._nfg import NFG
from hard.kinds._pdf import PDF
from hard.kinds._projects import QDPX
from hard.kinds._reports import HTML, TEXT
from hard.kinds._sheets import FOLDER, WORKBOOK
from hard.kinds._states import STATES
from hard.kinds._templates import TEMPLATE
from hard.kinds._yaml import YAML

__all__ = ["KINDS", "READ_WHOLE"]

KINDS: tuple[Kind, ...] = (
    *(YAML, JSON, GMCR, NFG, FOLDER, WORKBOOK),
    *(OPS, CHANGED, CODED, CODED_YAML, FROZEN, FROZEN_JSON, TEMPLATE),
    *(TEXT, HTML, PDF, *ARCHIVES, QDPX, DOSSIER, *STATES, *LISTS),
)
"""Every kind, by the name that the command line of the campaign knows."""
READ_WHOLE = tuple(kind.name for kind in (TEXT, HTML, PDF, *ARCHIVES, QDPX, DOSSIER))
"""Those whose every sentence is read, or all of a dossier told: a tenth of a second each."""
