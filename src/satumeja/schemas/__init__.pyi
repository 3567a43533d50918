from ._decimals import decimals_as_strings as decimals_as_strings
from ._decimals import rounded_decimals as rounded_decimals
from ._schema import VERSION as VERSION
from ._schema import Output as Output
from ._schema import outputs as outputs
from ._schema import schema as schema
from ._table import table as table
