from ._backtest import Backtest as Backtest
from ._backtest import Row as Row
from ._backtest import backtest as backtest
from ._case import Case as Case
from ._chances import at_least as at_least
from ._chances import cases_needed as cases_needed
from ._chances import holm as holm
from ._nulls import NULLS as NULLS
