"""Budgets for what comes from outside: checked before the work is done, and raised as our own error."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a file we are willing to open; whoever exceeds one meets a LimitError that names it.

    `max_bytes` is the size of any file on disk, in bytes. It is never held in memory as a whole.
    `max_text_bytes` is the size of a text, in bytes; it is decoded as a whole and takes up to six times this in memory.
    `max_pages` is the number of pages of one file.
    `max_pixels` is width times height of one page image: 100 million is a sheet of 60 by 85 cm at 300 dpi.
    `max_unpacked_bytes` is what all that one PDF page draws (fonts, pictures) may unpack to, in bytes; its drawing
    instructions count twenty times, as they need that much memory.
    `max_page_seconds` is how many seconds of the processor drawing a page, and then reading it, may each take; ten
    times as many pass by the clock before a page is given up that waits for its turn (`page_time`).
    """

    max_bytes: int = 2_000_000_000
    max_text_bytes: int = 32_000_000
    max_pages: int = 5_000
    max_pixels: int = 100_000_000
    max_unpacked_bytes: int = 400_000_000
    max_page_seconds: float = 120.0
