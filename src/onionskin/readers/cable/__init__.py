"""The reader of electronic telegrams: the form of 1973 and later, in one section or several."""

from onionskin.readers.cable.reader import CableReader

__all__ = ["CableReader"]
