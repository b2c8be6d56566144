"""The reader of the Agency's cables: its forms, the heading that the message bears itself, and its text."""

from onionskin.readers.agency_cable.reader import AgencyCableReader

__all__ = ["AgencyCableReader"]
