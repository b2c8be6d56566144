"""What may be shown, as a type."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.record.document import Document


@dataclass(frozen=True, slots=True)
class Released:
    """A document that a rule or a person has cleared to be shown. Search, exports and the room take nothing else.

    Only `review.release` makes one; the house's tests look for any other place that does. `policy` and `reason` say
    by what right: `public`, "the collection holds papers already released".
    """

    document: Document
    policy: str
    reason: str
