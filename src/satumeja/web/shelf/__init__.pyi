from ._places import remember as remember
from ._places import shelf_folder as shelf_folder
from ._places import take_in as take_in
from ._routes import ROUTES as ROUTES
from ._settings import settings as settings
