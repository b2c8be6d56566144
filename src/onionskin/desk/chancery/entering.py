"""A paper that was read, as the act takes it that enters it at the desk: the facts of its reading."""

from __future__ import annotations

from collections.abc import Iterator

from onionskin.desk.chancery.levels import UNCLASSIFIED, level_named
from onionskin.desk.chancery.standing import PaperForm
from onionskin.errors import UsageError
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document
from onionskin.record.fields import FieldValue, Kind
from onionskin.record.named import Named
from onionskin.record.reading import Reading
from onionskin.record.state import state

NEAREST = {
    Kind.TELEGRAM: PaperForm.TELEGRAM,
    Kind.AIRGRAM: PaperForm.TELEGRAM,
    Kind.DESPATCH: PaperForm.LETTER,
    Kind.LETTER: PaperForm.LETTER,
}
"""The form of the desk that a kind of paper comes nearest to; all others are memoranda there."""
NOBODY = "nobody named"
TOLD = ("subject", "title", "salutation")


def entered_as(document: Document, day: str) -> dict[str, object]:
    """The particulars of `enter`: form, parties, text, and the level, captions and number that the paper bears.

    The level is that in force on a day (`1988-04-06`) by the acts that were read; where they say nothing, the one that
    it was written at. A level of no order of ours is left out.
    """
    level, until = _level(document, day)
    senders = _names(document, "from") or _names(document, "signed_by") or _names(document, "origin")
    told = {name: text for name in TOLD if (text := _text(document, name))}
    if date := _text(document, "date"):
        told["date"] = date
    return {
        "form": NEAREST.get(document.kind, PaperForm.MEMORANDUM).value,
        "post": senders[0] if senders else NOBODY,
        "to": _names(document, "to"),
        "info": _names(document, "info"),
        "text": document.text.reading or document.text.transcription,
        "told": told,
        "level": level,
        "until": until,
        "captions": [] if level == UNCLASSIFIED else [str(each.value) for each in _readings(document, "captions")],
        "file": next(iter(_texts(document, "file_number")), ""),
        "called": _text(document, "number"),
    }


def _level(document: Document, day: str) -> tuple[str, str]:
    held = state(document.acts, PartialDate.parse(day))
    words = held.level or _text(document, "classification")
    try:
        level = level_named(words)
    except UsageError:
        return "", ""
    return level, (held.until or "") if held.until in {"OADR", None} else ""


def _readings(document: Document, name: str) -> tuple[Reading[FieldValue], ...]:
    held = document.fields.get(name, ())
    many = (held,) if isinstance(held, Reading) else held
    return tuple(each for each in many if each.value is not None)


def _texts(document: Document, name: str) -> Iterator[str]:
    return (" ".join(str(each.value).split()) for each in _readings(document, name))


def _text(document: Document, name: str) -> str:
    return next(_texts(document, name), "")


def _names(document: Document, name: str) -> list[str]:
    values = (each.value for each in _readings(document, name))
    return list(dict.fromkeys(value.name if isinstance(value, Named) else str(value) for value in values))
