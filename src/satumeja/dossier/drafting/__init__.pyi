from ._model import draft as draft
