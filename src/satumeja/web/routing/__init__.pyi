from ._refusal import STATUSES as STATUSES
from ._refusal import RefusedError as RefusedError
from ._route import Call as Call
from ._route import Route as Route
