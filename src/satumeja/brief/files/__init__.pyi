from ._field import TABLES as TABLES
from ._field import field_tables as field_tables
from ._field import write_figure as write_figure
from ._field import write_tables as write_tables
