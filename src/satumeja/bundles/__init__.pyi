from ._bundle import Bundle as Bundle
from ._bundle import open_bundle as open_bundle
from ._choice import chosen as chosen
from ._types import Note as Note
from ._types import Piece as Piece
