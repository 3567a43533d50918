from ._figures import FIGURES as FIGURES
from ._figures import FigureKind as FigureKind
from ._figures import field_figure as field_figure
from ._figures import write_figure as write_figure
from ._tables import TABLES as TABLES
from ._tables import field_tables as field_tables
from ._tables import write_tables as write_tables
