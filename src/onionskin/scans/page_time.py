"""How long a page may take: by the processor, so that a busy machine loses no page; and by the clock in the end."""

from __future__ import annotations

import time

_BY_THE_CLOCK = 10.0
"""How many times its seconds a page may take by the clock: what waits for ever uses no processor."""


class PageTime:
    """The time of one page, from now on.

    What counts is the processor time of this whole process, as engines work in threads of their own; but never more
    than the clock shows, for a room's other threads work as well.

    >>> PageTime(120.0).is_over
    False
    """

    def __init__(self, seconds: float) -> None:
        """`seconds` is what `Limits.max_page_seconds` says."""
        self._seconds = seconds
        self._worked, self._begun = time.process_time(), time.monotonic()

    @property
    def is_over(self) -> bool:
        """Whether the page is to be given up."""
        passed = time.monotonic() - self._begun
        worked = min(passed, time.process_time() - self._worked)
        return worked > self._seconds or passed > _BY_THE_CLOCK * self._seconds
