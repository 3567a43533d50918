from ._case import Case as Case
from ._case import Cases as Cases
from ._case import ModelFile as ModelFile
from ._case import case_of as case_of
