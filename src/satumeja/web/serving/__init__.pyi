from ._app import app_of as app_of
from ._openapi import openapi as openapi
from ._openapi import openapi_text as openapi_text
from ._serve import serve as serve
from ._shortcut import put_shortcut as put_shortcut
