from ._dossier import dossier_page as dossier_page
from ._render import is_brief as is_brief
from ._render import printed as printed
from ._render import render as render
from ._render import require_form as require_form
from ._render import standalone as standalone
from ._sheet import Imprint as Imprint
from ._sheet import imprinted as imprinted
