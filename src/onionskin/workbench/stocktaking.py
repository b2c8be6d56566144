"""The inventory of a collection, opened; it stands apart so that who asks for no totals loads no ledger."""

from __future__ import annotations

from functools import partial

from onionskin.inventory.keeping import Inventory
from onionskin.inventory.parties import Who
from onionskin.settings import Settings
from onionskin.workbench.authorities import asked_by_inventory
from onionskin.workbench.proposed import suggested_of

FILE = "inventory.db"


def open_inventory(settings: Settings) -> Inventory:
    """The inventory in the folder of a collection; it is begun where there is none."""
    return Inventory(settings.collection / FILE, suggested=partial(suggested_of, settings))


def who_is_asked(settings: Settings) -> Who:
    """Those whom an inventory asks who somebody is."""
    return asked_by_inventory(settings)
