from ._goals import Goal as Goal
from ._goals import goals as goals
from ._paths import Move as Move
from ._paths import Paths as Paths
from ._paths import paths as paths
