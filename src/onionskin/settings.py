"""Settings: read once at the door into a frozen value, and passed down."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from onionskin.scans.limits import Limits
from onionskin.scans.text_layers import LayerPolicy

DEFAULT_COLLECTION = Path("onionskin-collection")
DEFAULT_ENGINE = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a run may be told.

    `collection` is a folder (a database URL comes with a later floor); `policy` says what a new collection releases:
    `public` (papers already released) or `review` (nothing yet). `engine` names the OCR engine, or the profile that
    puts several together; `jobs` is the number of processes. `text_layer` says what becomes of words that another
    program left in a scan or beside it.
    """

    collection: Path = DEFAULT_COLLECTION
    limits: Limits = field(default_factory=Limits)
    jobs: int = 1
    policy: str = "public"
    engine: str = DEFAULT_ENGINE
    text_layer: LayerPolicy = LayerPolicy.JUDGE
