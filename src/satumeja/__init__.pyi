from . import brief as brief
from . import dossier as dossier
from . import evidence as evidence
from . import exports as exports
from . import formats as formats
from . import gallery as gallery
from . import model as model
from . import questions as questions
from . import report as report
from . import schemas as schemas
from . import stability as stability
from . import table as table
from .exports import to_networkx as to_networkx
from .exports import to_pandas as to_pandas
from .exports import to_polars as to_polars
from .formats import from_dict as from_dict
from .formats import load as load
from .formats import loads as loads
from .model import Model as Model
from .model import Ranking as Ranking
from .questions import sweep as sweep
from .stability import Analysis as Analysis
from .stability import Verdict as Verdict
from .stability import analyse as analyse
from .stability import concept as concept
from .stability import explain as explain

__version__: str
