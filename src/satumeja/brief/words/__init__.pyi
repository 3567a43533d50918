from ._further import definition_of as definition_of
from ._further import name_of as name_of
from ._phrases import Phrases as Phrases
from ._phrases import SetPhrases as SetPhrases
from ._reasons import separating_statement as separating_statement
from ._words import LANGUAGES as LANGUAGES
from ._words import Words as Words
