"""The reader of telegrams on the forms of the 1940s to 1960s, the Department's and its posts'."""

from onionskin.readers.telegram.reader import TelegramReader

__all__ = ["TelegramReader"]
