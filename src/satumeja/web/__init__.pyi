from .serving import openapi as openapi
from .serving import openapi_text as openapi_text
from .serving import put_shortcut as put_shortcut
from .serving import serve as serve
