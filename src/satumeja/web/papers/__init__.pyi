from ._commands import COMMANDS as COMMANDS
from ._routes import ROUTES as ROUTES
from ._tickets import Handed as Handed
from ._tickets import Tickets as Tickets
