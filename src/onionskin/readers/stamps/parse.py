"""One line as `onionskin parse stamp` shows it."""

from __future__ import annotations

from typing import Any

from onionskin.readers.contract import ReadResult
from onionskin.readers.stamps.reader import StampReader
from onionskin.record.codec import encode
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, clean
from onionskin.text.markup import unmark
from onionskin.text.scroll import scroll_of

OWN = ("impressions",)
"""What has no meaning outside a page."""


def parse_stamp(line: str) -> dict[str, Any]:
    """The first stamp of a line: `{kind, text, state, form, stamp_kind, office, ..., unread}`, keys as in the record.

    The stamp's own `kind` is `stamp_kind` here; its `date` has no evidence. `state` is absent where no stamp is read,
    doubtful where its boxes or its wording could not be read with certainty. `unread` is what is left.
    """
    text = clean(scroll_of([PageText(PageNumber(1), line)]), [unmark])
    result = StampReader().read(text)
    out: dict[str, Any] = {"kind": "stamp", "text": line, "state": _state(result)}
    if result.stamps:
        stamp = encode(result.stamps[0])
        date = {k: v for k, v in stamp["date"].items() if k != "evidence"}
        out |= {("stamp_kind" if k == "kind" else k): v for k, v in stamp.items() if k not in OWN} | {"date": date}
    cases = [f.reading.value for f in result.fields if f.name == "case_number"]
    if cases:
        out["case_number"] = cases
    out["unread"] = _unread(text, [c.span for c in result.claims])
    return out


def _state(result: ReadResult) -> str:
    if not result.stamps:
        return "absent"
    return "doubtful" if result.doubts else "found"


def _unread(text: CleanText, claimed: list[Span]) -> str:
    parts, at = [], 0
    for span in sorted(claimed):
        parts.append(text.text[at : span.start])
        at = max(at, span.end)
    return " ".join(" ".join([*parts, text.text[at:]]).split())
