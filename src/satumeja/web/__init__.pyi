from .serving import openapi as openapi
from .serving import openapi_text as openapi_text
from .serving import serve as serve
