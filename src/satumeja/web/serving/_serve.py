"""The server."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["serve"]


def serve(path: Path, *, port: int = 0) -> None:
    """Open the app on a case, and serve it until it is stopped."""
    import uvicorn

    from satumeja.web.cases import Cases
    from satumeja.web.serving._app import app_of

    app = app_of(Cases({path.name: path}), {})
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning")
    sys.stdout.write(f"http://127.0.0.1:{port}/\n")
    sys.stdout.flush()
    uvicorn.Server(config).run()
