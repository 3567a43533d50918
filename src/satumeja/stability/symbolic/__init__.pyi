from ._analysis import SymbolicAnalysis as SymbolicAnalysis
from ._analysis import analyse_symbolically as analyse_symbolically
from ._sets import Patterns as Patterns
from ._sets import StateSet as StateSet
from ._space import Limits as Limits
from ._space import taking_at_most as taking_at_most
from ._witness import SymbolicVerdict as SymbolicVerdict
