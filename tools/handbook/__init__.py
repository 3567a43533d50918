"""The handbook: the pages of ``docs/``, and those made from the code, as one site.

Nothing here is part of the package that users install. What is made from the code is
made without the site's generator, so that tests can look at it in a plain environment:

- `room_pages` documents every public name, one page a room;
- `command_pages` documents every command;
- `fragments` gives the tables that stand in pages written by hand, where these say
  ``<!-- handbook: concepts -->``;
- `PICTURES` are the figures shown, each drawn by the code it shows;
- `stage` puts all of it in one folder, with the navigation that the index pages say.

``python -m handbook`` then has the generator make the site of that folder.
"""

from __future__ import annotations

from handbook._api import room_pages, signature
from handbook._commands import Command, Option, command_pages, commands
from handbook._docstrings import Docstring, Item, parse_docstring
from handbook._errors import every_error, public_errors
from handbook._examples import Example, run_example
from handbook._faces import Name, Room, members, rooms
from handbook._figures import PICTURES, Picture, drawn
from handbook._fragments import MARK, fragments, with_fragments
from handbook._gaps import gaps
from handbook._keys import keys_of
from handbook._links import Fault, anchors, broken_links
from handbook._navigation import listed_pages, unlisted_pages, with_navigation
from handbook._offline import loads_from_abroad
from handbook._outputs import output_list, output_of, output_pages
from handbook._prose import Links, links_of, markdown, typed
from handbook._shots import SHOTS, browser, taken
from handbook._stage import DOCS, Handbook, handbook, stage

__all__ = [
    "DOCS",
    "MARK",
    "PICTURES",
    "SHOTS",
    "Command",
    "Docstring",
    "Example",
    "Fault",
    "Handbook",
    "Item",
    "Links",
    "Name",
    "Option",
    "Picture",
    "Room",
    "anchors",
    "broken_links",
    "browser",
    "command_pages",
    "commands",
    "drawn",
    "every_error",
    "fragments",
    "gaps",
    "handbook",
    "keys_of",
    "links_of",
    "listed_pages",
    "loads_from_abroad",
    "markdown",
    "members",
    "output_list",
    "output_of",
    "output_pages",
    "parse_docstring",
    "public_errors",
    "room_pages",
    "rooms",
    "run_example",
    "signature",
    "stage",
    "taken",
    "typed",
    "unlisted_pages",
    "with_fragments",
    "with_navigation",
]
