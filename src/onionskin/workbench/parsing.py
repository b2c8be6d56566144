"""What would be read from a string: the single readers by command."""

from __future__ import annotations

from typing import Any

from onionskin.errors import UsageError
from onionskin.phrases.parsing import KINDS
from onionskin.phrases.parsing import parse as parse_phrase
from onionskin.readers.stamps import parse_stamp

PARSE_KINDS: tuple[str, ...] = (*KINDS, "stamp")


def parse(kind: str, line: str) -> dict[str, Any]:
    """One JSON object `{kind, text, state, ...}`; `state` is `absent` where the line is not of that kind.

    `parse("marking", "~~TOP SECRET~~")` says level TOP SECRET, struck. UsageError for a kind that does not exist.
    """
    if kind not in PARSE_KINDS:
        raise UsageError(f"there is no kind {kind!r}", advice=f"The kinds are: {', '.join(PARSE_KINDS)}")
    return parse_stamp(line) if kind == "stamp" else parse_phrase(kind, line)
