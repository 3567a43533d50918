from ._csv import csv_text as csv_text
from ._csv import guarded as guarded
from ._files import load_sheets as load_sheets
from ._grid import WORKBOOK as WORKBOOK
from ._grid import Grid as Grid
from ._write import model_sheets as model_sheets
from ._xlsx import workbook as workbook
