"""The reader of stamps: reviews, declassification, release headers, downgrading, receipts, codes and case numbers."""

from onionskin.readers.stamps.parse import parse_stamp
from onionskin.readers.stamps.reader import StampReader

__all__ = ["StampReader", "parse_stamp"]
