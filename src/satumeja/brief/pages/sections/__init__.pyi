from ._material import Listed as Listed
from ._material import Material as Material
from ._material import Sets as Sets
from ._section import Edition as Edition
from ._section import Section as Section
from ._sections import SECTIONS as SECTIONS
