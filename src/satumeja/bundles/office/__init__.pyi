from ._odt import odt_paragraphs as odt_paragraphs
from ._paragraph import Paragraph as Paragraph
from ._rtf import rtf_paragraphs as rtf_paragraphs
from ._word import word_paragraphs as word_paragraphs
from ._zip import Parted as Parted
from ._zip import part_of as part_of
from ._zip import parts_in as parts_in
