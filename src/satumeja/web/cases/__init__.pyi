from ._case import Case as Case
from ._case import Cases as Cases
