"""Ways to spoil a file: its bytes, its text, its values, its cells, its entries, its tags."""

from hard.damage._bytes import spoil_bytes as spoil_bytes
from hard.damage._tables import spoil_table as spoil_table
from hard.damage._texts import PIECES as PIECES
from hard.damage._texts import changed_text as changed_text
from hard.damage._texts import encoded as encoded
from hard.damage._texts import spoil_text as spoil_text
from hard.damage._trees import ODD as ODD
from hard.damage._trees import nodes as nodes
from hard.damage._trees import schema_keys as schema_keys
from hard.damage._trees import spoil_tree as spoil_tree
from hard.damage._xml import spoil_xml as spoil_xml
from hard.damage._zips import entries as entries
from hard.damage._zips import spoil_zip as spoil_zip
from hard.damage._zips import zipped as zipped
