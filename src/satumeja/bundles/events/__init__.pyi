from ._dataset import Dataset as Dataset
from ._dataset import open_dataset as open_dataset
from ._event import Days as Days
from ._event import Event as Event
from ._event import Party as Party
from ._kinds import KINDS as KINDS
from ._kinds import sought as sought
