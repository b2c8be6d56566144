"""What a viewer's panel says of a paper: the record's fields and marks in words, each with its language.

What was printed or is a name has the language `none`, for a clerk's `DEPTTEL` is nobody's English; what we say is `en`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onionskin.record.document import Document
from onionskin.record.evidence import Evidence
from onionskin.record.fields import FieldValue
from onionskin.record.marks import Excision, FormBox, InkState, Marking
from onionskin.record.page import MarkKind, PageMark, Unread, UnreadKind
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.stamps import Stamp, StampKind
from onionskin.record.titles import kind_words
from onionskin.web.views import DATES, FIRST, label, shown

Said = dict[str, list[str]]
"""A language map of the Presentation API."""

_STATES = {
    ReadingState.FOUND: "",
    ReadingState.DOUBTFUL: "doubtful",
    ReadingState.INFERRED: "inferred",
    ReadingState.ASSERTED: "said by a person",
    ReadingState.ILLEGIBLE: "illegible",
    ReadingState.WITHHELD: "withheld",
}
_MARKS: Mapping[MarkKind, str] = {
    MarkKind.STRIKE: "Struck out",
    MarkKind.X_OUT: "Typed over with x",
    MarkKind.SCRIBBLE: "Scribbled over",
    MarkKind.UNDERLINE: "Underlined",
    MarkKind.CHECK_BOX: "A check box",
    MarkKind.BLACKOUT: "Blacked out",
    MarkKind.WHITEOUT: "Whited out",
    MarkKind.BRACKET: "In brackets",
    MarkKind.STAMP: "A stamp",
}
_UNREAD: Mapping[UnreadKind, str] = {
    UnreadKind.LINE: "A line that nobody could read",
    UnreadKind.HANDWRITING: "Handwriting that nobody could read",
    UnreadKind.SIGNATURE: "A signature",
    UnreadKind.STAMP: "A stamp that nobody could read",
}


def said(*words: str, language: str = "en") -> Said:
    """Words in a language. What begins with < and ends with > would be taken for HTML, so it is given a space."""
    return {language: [f"{each} " if each.startswith("<") and each.endswith(">") else each for each in words]}


def metadata(document: Document) -> list[dict[str, Said]]:
    """Label and value of everything that the paper's fields say, those first that a reader looks for first."""
    pairs = [(said("Kind"), said(kind_words(document.kind)))]
    order = {name: i for i, name in enumerate(FIRST)}
    for name in sorted(document.fields, key=lambda each: order.get(each, len(order))):
        held = document.fields[name]
        told = [each for reading in _readings(held) if (each := _reading(name, reading))]
        if told:
            pairs.append((said(label(name)), said(*told, language="en" if name in DATES else "none")))
    pairs += [(said(words), said(value, language="none")) for words, value in _copy(document) if value]
    pages = ", ".join(map(str, document.source.pages))
    name = document.source.name.rpartition("/")[2]
    sheets = f", {'page' if len(document.source.pages) == 1 else 'pages'} {pages}" if pages else ""
    pairs.append((said("File"), said(f"{name}{sheets}")))
    return [{"label": words, "value": value} for words, value in pairs]


def noted(document: Document) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Each marking, stamp, form box and excision of the record in words, with the ink it rests on."""
    yield from ((_marking(each), each.evidence) for each in document.markings)
    yield from ((_stamp(each), each.impressions) for each in document.stamps)
    yield from ((_form_box(each), each.evidence) for each in document.form_boxes)
    yield from ((_excision(each), each.evidence) for each in document.excisions)


def mark_words(mark: PageMark, printed: str) -> str:
    """What the image shows beside words: `Struck out: TOP SECRET`, `Blacked out: about 2 lines`."""
    told = _MARKS[mark.kind]
    if mark.kind is MarkKind.CHECK_BOX:
        return f"{told}, {_ticked(mark.checked)}"
    if mark.kind in {MarkKind.BLACKOUT, MarkKind.WHITEOUT}:
        amount = [f"{n} {unit}" for n, unit in ((mark.lines, "lines"), (mark.words, "words")) if n]
        return f"{told}: about {' and '.join(amount)}" if amount else told
    told = f"{told}: {' '.join(printed.split())}" if printed.strip() else told
    return f"{told} ({mark.note})" if mark.note else told


def unread_words(patch: Unread) -> str:
    """`Handwriting that nobody could read`."""
    return _UNREAD[patch.kind]


def _readings(held: Reading[FieldValue] | tuple[Reading[FieldValue], ...]) -> tuple[Reading[FieldValue], ...]:
    return (held,) if isinstance(held, Reading) else held


def _reading(name: str, reading: Reading[FieldValue]) -> str:
    """The value and, where it is not simply found, its state; empty where the paper leaves it blank."""
    if reading.state is ReadingState.ABSENT:
        return ""
    state = _STATES[reading.state]
    if reading.value is None:
        return state.capitalize()
    words = shown(name, reading.value).words
    return f"{words} ({state})" if state else words


def _copy(document: Document) -> Iterator[tuple[str, str]]:
    copy = document.copy
    yield "Copy held by", copy.holder or ""
    yield "Archive", copy.archive or ""
    yield "Item", copy.item or ""
    yield "Copy number", copy.number or ""
    yield "Owner of the copy", copy.owner or ""


def _marking(marking: Marking) -> str:
    kind = "Level" if marking.level else "Caption" if marking.caption else "Marking"
    state = "" if marking.state is InkState.STANDING else f", {marking.state}"
    return f"{kind}: {' '.join(marking.text.split())}{state}"


def _stamp(stamp: Stamp) -> str:
    kind = "Stamp" if stamp.kind is StampKind.OTHER else f"{stamp.kind.capitalize()} stamp"
    parts = [f"{kind}: {stamp.form}"]
    if stamp.office and stamp.office not in stamp.form:
        parts.append(stamp.office)
    if stamp.date.value:
        parts.append(shown("date", stamp.date.value).words)
    parts += [each.verb.replace("-", " ") for each in stamp.decisions if each.checked]
    parts += [f"{each.scheme} {each.code}" for each in stamp.exemptions]
    return ", ".join(parts)


def _form_box(box: FormBox) -> str:
    return f"Form box: {box.label}, {_ticked(box.checked)}"


def _ticked(checked: bool | None) -> str:
    return "and nobody can see whether it is ticked" if checked is None else "ticked" if checked else "not ticked"


def _excision(excision: Excision) -> str:
    told = f"Taken out: {excision.kind.replace('-', ' ')}"
    if excision.extent:
        told += f", about {excision.extent.amount:g} {excision.extent.unit}"
    codes = ", ".join(each.as_printed for each in excision.exemptions)
    return f"{told}, under {codes}" if codes else told
