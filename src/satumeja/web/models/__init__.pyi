from ._routes import ROUTES as ROUTES
