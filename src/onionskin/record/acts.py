"""Acts upon papers: one append-only log, written by readers from ink and by people from what they did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.evidence import Evidence
from onionskin.record.quick import quick


class ActKind(StrEnum):
    """What was done. `TO_BE_PASSED` is an instruction to relay, not the fact of it (PASS ELEC. TO EXCOM).

    `ENTERED` is a paper taken in charge, `AMENDED` its text changed by who wrote it, `ASSIGNED` given to an office or a
    reviewer to deal with, `SERVICE_ASKED` a post asking for what it could not read, `ANSWERED` a referral.
    """

    DRAFTED = "drafted"
    TYPED = "typed"
    ENTERED = "entered"
    AMENDED = "amended"
    CLEARED = "cleared"
    CLEARANCE_REFUSED = "clearance-refused"
    APPROVED = "approved"
    SIGNED = "signed"
    CLASSIFIED = "classified"
    NUMBERED = "numbered"
    TRANSMITTED = "transmitted"
    RECEIVED = "received"
    ASSIGNED = "assigned"
    SERVICE_ASKED = "service-asked"
    RETRANSMITTED = "retransmitted"
    ACKNOWLEDGED = "acknowledged"
    PASSED = "passed"
    TO_BE_PASSED = "to-be-passed"
    CIRCULATED = "circulated"
    COPY_FURNISHED = "copy-furnished"
    CHARGED_OUT = "charged-out"
    RETURNED = "returned"
    SEPARATED = "separated"
    ATTACHED = "attached"
    FILED = "filed"
    REQUESTED = "requested"
    REVIEWED = "reviewed"
    REFERRED = "referred"
    ANSWERED = "answered"
    EXCISED = "excised"
    DENIED = "denied"
    DOWNGRADED = "downgraded"
    DECLASSIFIED = "declassified"
    RELEASED = "released"
    APPEALED = "appealed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    PUBLISHED = "published"
    TRANSCRIBED = "transcribed"
    EMENDED = "emended"


@quick
@dataclass(frozen=True, slots=True)
class Act:
    """One act, as far as the paper or the actor tells it.

    `date` is EDTF, or as printed where the century does not stand there ("4-6-88"), or None. `to_level` and `until`
    belong to acts of classification: "DOWNGRADE TS to S, OADR" is to_level "SECRET", until "OADR"; so do `captions`,
    None where the act leaves them as they were. `copy` is the number of the copy that it was done to, None where it
    concerns them all.
    """

    act: ActKind
    date: str | None
    evidence: tuple[Evidence, ...]
    agent: str | None = None
    on_behalf_of: str | None = None
    recipient: str | None = None
    items: str | None = None
    quantity: int | None = None
    means: str | None = None
    authority: str | None = None
    from_level: str | None = None
    to_level: str | None = None
    until: str | None = None
    in_part: bool | None = None
    captions: tuple[str, ...] | None = None
    copy: str | None = None
