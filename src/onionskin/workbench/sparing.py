"""How much time goes into looking for rings of dead objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW_OBJECTS = 50_000
"""Objects made before Python looks for rings of dead ones. A paper is read through thousands of objects and makes no
rings: at Python's 700, one twentieth of the time went into looking.
"""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """In the meantime rings of dead objects are looked for seldom, and never among what was there before.

    While papers are read; and while the room is open, whose catalogues and lists are 200,000 objects: looking at them
    all stops everybody for a fifth of a second.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
