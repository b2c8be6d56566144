"""A document, and by what right it may be shown."""

from __future__ import annotations

from enum import StrEnum

from onionskin.errors import NotReleasedError, UsageError
from onionskin.record.document import Document
from onionskin.record.released import Released


class Policy(StrEnum):
    """What a collection shows the public: all it reads, or what was decided paper by paper."""

    PUBLIC = "public"
    REVIEW = "review"


def release(document: Document, policy: str) -> Released:
    """The document as it may be shown under the collection's policy.

    `public`: a collection of papers already released, so all that was read from them. `review`: what has been
    decided, and as no decisions are taken yet, NotReleasedError for every paper. UsageError for another policy.
    """
    match policy:
        case Policy.PUBLIC:
            return Released(document, Policy.PUBLIC, "the collection holds papers already released")
        case Policy.REVIEW:
            raise NotReleasedError("nothing has been decided about this paper", where=document.id)
        case _:
            raise UsageError(f"there is no policy {policy!r}", advice=f"A collection is one of: {', '.join(Policy)}")
