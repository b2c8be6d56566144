"""Where papers begin, and what says so: titles and blanks, labels, salutations, the heads of electronic telegrams."""

from onionskin.readers.heads.finding import find_heads
from onionskin.readers.heads.head import Head, within
from onionskin.readers.heads.labelled import NEAR, faint_head

__all__ = ["NEAR", "Head", "faint_head", "find_heads", "within"]
