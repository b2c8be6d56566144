"""The order of levels and of precedences, from the lexicon."""

from __future__ import annotations

from functools import cache

from onionskin import lexicon
from onionskin.errors import UsageError

UNCLASSIFIED = "UNCLASSIFIED"
LEAST_URGENT = 9
"""The rank of a paper without a precedence, behind all that have one."""


@cache
def rank(level: str) -> int:
    """How high a level stands; 0 is UNCLASSIFIED, and so is no level at all. UsageError for none of the lexicon's."""
    if not level:
        return 0
    entry = lexicon.spellings("levels").get(level.lower())
    held = entry.number("rank") if entry else None
    if held is None:
        known = ", ".join(each.name for each in lexicon.entries("levels") if each.text("system") == "us")
        raise UsageError(f"{level!r} is no level of classification", advice=f"The levels are: {known}")
    return held


@cache
def level_named(words: str) -> str:
    """A level in its normal form: `top secret` is TOP SECRET. UsageError."""
    rank(words)
    return lexicon.spellings("levels")[words.lower()].name if words else ""


@cache
def urgency(precedence: str) -> int:
    """The rank of a precedence, 0 the most urgent. UsageError for none of the lexicon's."""
    if not precedence:
        return LEAST_URGENT
    entry = lexicon.spellings("precedences").get(precedence.lower())
    held = entry.number("rank") if entry else None
    if held is None:
        known = ", ".join(each.name for each in lexicon.entries("precedences") if each.number("rank") is not None)
        raise UsageError(f"{precedence!r} is no precedence", advice=f"The precedences are: {known}")
    return held


@cache
def precedences() -> tuple[str, ...]:
    """Those that a paper may be given, the most urgent first."""
    known = [(each.number("rank"), each.name) for each in lexicon.entries("precedences")]
    return tuple(name for rank, name in sorted((rank, name) for rank, name in known if rank is not None))


@cache
def caption_named(words: str) -> str:
    """A caption in its normal form, as the lexicon has it; one that it does not know stays, in capitals."""
    entry = lexicon.spellings("captions").get(" ".join(words.split()).lower())
    return entry.name if entry else " ".join(words.split()).upper()


@cache
def governs_reading(caption: str) -> bool:
    """Whether a caption says who may read; the others say how a paper is copied and returned."""
    entry = lexicon.spellings("captions").get(caption.lower())
    return entry is None or not entry.holds("control")
