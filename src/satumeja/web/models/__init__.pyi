from ._answers import answers as answers
from ._changed import changed as changed
from ._decided import Decided as Decided
from ._decided import decided as decided
from ._document import document as document
from ._order import order_of as order_of
from ._routes import ROUTES as ROUTES
from ._why import reasons as reasons
