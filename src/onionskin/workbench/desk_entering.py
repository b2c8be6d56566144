"""Papers of the collection taken in charge at its desk, to be asked for, reviewed and released there."""

from __future__ import annotations

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.entering import entered_as
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
