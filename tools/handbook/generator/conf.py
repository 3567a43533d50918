"""What the site's generator is told. It reads the folder that `handbook.stage` writes."""

from __future__ import annotations

from importlib.metadata import version as version_of
from typing import Any

project = "Satu Meja"
author = "The Satu Meja developers"
project_copyright = author
version = release = version_of("satumeja")
language = "en"

extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 4
highlight_language = "text"

html_theme = "furo"
html_title = f"Satu Meja {release}"
html_static_path = ["static"]
html_css_files = ["handbook.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options: dict[str, Any] = {"footer_icons": []}


def setup(app: Any) -> None:
    """Have each page say the language it is written in."""
    app.connect("html-page-context", _say_language)


def _say_language(app: Any, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    if page.startswith("id/"):
        context["language"] = "id"
