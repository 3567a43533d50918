"""What tests import of others, paid once by the server of fresh processes."""

from __future__ import annotations

import contextlib
import importlib

__all__: list[str] = []

for _name in (
    "pytest", "hypothesis", "numpy", "pydantic", "yaml", "jinja2", "rich.console", "typer",
    "lazy_loader", "dd.bdd", "oxidd", "networkx", "starlette.testclient", "jsonschema",
    "hypothesis.strategies", "openpyxl", "docx", "lxml.html",
):  # fmt: skip
    with contextlib.suppress(ImportError):
        importlib.import_module(_name)
