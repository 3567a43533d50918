from ._clauses import Clause as Clause
from ._clauses import Phrase as Phrase
from ._clauses import clauses_of as clauses_of
from ._deeds import Deed as Deed
from ._parties import Named as Named
from ._roles import doers_of as doers_of
from ._sentences import Sentences as Sentences
from ._words import Word as Word
