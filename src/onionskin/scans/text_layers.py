"""What may become of a text layer that another program left, and what its judge promises."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onionskin.record.page import PageText
from onionskin.scans.engine import PageImage

JUDGE_VERSION = 4
"""Raised with every change of the judge's answers, so that collections are read again."""


class LayerPolicy(StrEnum):
    """What becomes of text layers: each is kept, judged, or redone."""

    KEEP = "keep"
    JUDGE = "judge"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is a sentence without its full stop, for the record."""

    keep: bool
    reason: str


class Judge(Protocol):
    """Judges the layers of one file, in the order in which its pages are asked for; made anew for each file."""

    def judge(self, layer: PageText, image: PageImage) -> Verdict:
        """Whether to keep the layer of this page, and why. EngineError and LimitError of the engine it asks."""
        ...
