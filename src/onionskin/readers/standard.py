"""The readers a collection is read with, in their order."""

from __future__ import annotations

from functools import cache

from onionskin.readers.collection_numbers import CollectionNumberReader
from onionskin.readers.custody import CustodyReader
from onionskin.readers.distribution import DistributionReader
from onionskin.readers.excisions import ExcisionReader
from onionskin.readers.file_numbers import FileNumberReader
from onionskin.readers.form_boxes import FormBoxReader
from onionskin.readers.furniture import FurnitureReader
from onionskin.readers.markings import MarkingReader
from onionskin.readers.registry import Readers
from onionskin.readers.stamps import StampReader


@cache
def standard_readers() -> Readers:
    """Stamps before everything, since their labels look like markings and their dates like the paper's own."""
    return Readers(
        marks=(
            StampReader(),
            FormBoxReader(),
            FileNumberReader(),
            MarkingReader(),
            CustodyReader(),
            ExcisionReader(),
            FurnitureReader(),
            CollectionNumberReader(),
            DistributionReader(),
        )
    )
