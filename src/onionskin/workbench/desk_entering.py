"""Papers of the collection taken in charge at its desk, to be asked for, reviewed and released there."""

from __future__ import annotations

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.entering import entered_as
from onionskin.desk.chancery.persons import DeskRole
from onionskin.errors import NotAllowedError
from onionskin.store.summary import Row
from onionskin.workbench.collection import Collection
from onionskin.workbench.desk import Desk
from onionskin.workbench.showing import whole_id


def enter(desk: Desk, collection: Collection, by: str, record_id: str, *, at: str = "") -> Performed:
    """Take a paper that was read in charge, under its own id, with the facts of its reading.

    What of it everybody may see is decided at the desk from then on. In a collection under review it is shown as the
    desk has it, text and facts, and released in full with images of the pages on which no other paper stands.
    ActRefusedError, NotFoundError, UsageError.
    """
    document = collection.store.linked(whole_id(collection, record_id))
    return desk.perform(by, DeskAct.ENTER, document.id, entered_as(document, (at or desk.now())[:10]), at=at)


def unentered(
    desk: Desk, collection: Collection, by: str, *, limit: int = 50, offset: int = 0
) -> tuple[int, tuple[Row, ...]]:
    """The papers that were read and that no case has asked for yet, and how many in all; for who takes cases.

    Not everybody who takes cases may see what stands on them: the doors show id, kind, file and pages alone.
    NotAllowedError.
    """
    if not desk.roster.known(by, desk.now()[:10]).has(DeskRole.CASES):
        raise NotAllowedError("only who takes cases is told of papers that no case has asked for", where=by)
    read = [record for record, _ in collection.store.digests()]
    held = desk.log.begun(read)
    left = [record for record in read if record not in held]
    return len(left), collection.store.rows(left[offset : offset + limit])
