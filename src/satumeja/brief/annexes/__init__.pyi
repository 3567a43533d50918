from ._annex import Annex as Annex
from ._annexes import BUDGETS as BUDGETS
from ._annexes import annexes_in as annexes_in
from ._annexes import annexes_of as annexes_of
from ._matter import Matter as Matter
from ._matter import matter_of as matter_of
