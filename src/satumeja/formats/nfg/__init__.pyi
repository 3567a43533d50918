from ._read import read_nfg as read_nfg
from ._write import to_nfg as to_nfg
