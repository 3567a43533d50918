from ._form import FORMS as FORMS
from ._form import Form as Form
from ._form import Line as Line
from ._form import Part as Part
from ._made import form_of as form_of
