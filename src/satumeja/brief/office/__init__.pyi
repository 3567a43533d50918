from ._front import Edges as Edges
from ._front import edges as edges
from ._front import front_page as front_page
from ._sheets import form_pages as form_pages
from ._sheets import table_of as table_of
from ._word import Word as Word
from ._write import SUFFIXES as SUFFIXES
from ._write import write as write
