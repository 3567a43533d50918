from ._remarks import messages_in as messages_in
from ._remarks import remark as remark
