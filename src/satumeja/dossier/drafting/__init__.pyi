from ._model import draft as draft
from ._model import draft_with_questions as draft_with_questions
from ._sheet import Draft as Draft
from ._sheet import Question as Question
