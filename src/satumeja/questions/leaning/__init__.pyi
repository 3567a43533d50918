from ._answers import Answer as Answer
from ._assumptions import Assumption as Assumption
from ._assumptions import Change as Change
from ._question import Leaning as Leaning
from ._question import RestsOn as RestsOn
from ._question import Standing as Standing
from ._question import rests_on as rests_on
