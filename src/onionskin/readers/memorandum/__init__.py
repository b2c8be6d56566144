"""The reader of memoranda: the block of labels over the text, the text, and who signs it."""

from onionskin.readers.memorandum.reader import MemorandumReader

__all__ = ["MemorandumReader"]
