from ._acts import find_acts as find_acts
from ._acts import find_signs as find_signs
from ._choice import Weights as Weights
from ._choice import weights_of as weights_of
