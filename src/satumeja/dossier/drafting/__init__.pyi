from ._bodies import Bodies as Bodies
from ._model import draft as draft
from ._model import draft_with_questions as draft_with_questions
from ._sheet import Draft as Draft
from ._sheet import Question as Question
from ._suggestions import Suggestion as Suggestion
from ._suggestions import Suggestions as Suggestions
from ._suggestions import propose_for as propose_for
