"""A paper that was read from ink, as the act that takes it in charge tells of it."""

from __future__ import annotations

from onionskin import lexicon
from onionskin.desk.chancery.standing import PaperForm
from onionskin.record.document import Document
from onionskin.record.fields import FieldValue, Kind
from onionskin.record.named import Named
from onionskin.record.reading import Reading

_FORMS = {
    Kind.TELEGRAM: PaperForm.TELEGRAM,
    Kind.AIRGRAM: PaperForm.TELEGRAM,
    Kind.LETTER: PaperForm.LETTER,
    Kind.DESPATCH: PaperForm.LETTER,
}
"""The forms that are nearest; whatever else was read is taken in as a memorandum is."""
_TOLD = {
    "subject": "subject",
    "title": "title",
    "salutation": "salutation",
    "complimentary_close": "close",
    "inside_address": "inside_address",
    "place": "place",
    "typed_by": "typed_by",
    "from": "from",
    "date": "date",
}


def facts_of(document: Document, post: str) -> dict[str, object]:
    """What `DeskAct.ENTER` takes of a record: its reading text, of which passages are counted, and its facts.

    `post` is the post that takes it in charge. The level is that of the paper as it was written: whether it holds still
    is for a review to say.
    """
    out: dict[str, object] = {
        "form": _FORMS.get(document.kind, PaperForm.MEMORANDUM).value,
        "post": post,
        "text": document.text.reading or document.text.transcription,
        "told": {told: _line(document.one(name)) for name, told in _TOLD.items() if _line(document.one(name))},
        "to": _names(document.many("to")),
        "info": _names(document.many("info")),
        "captions": [str(each.value) for each in document.many("captions") if each.value is not None],
        "file": _line(document.one("file_number")),
        "called": _line(document.one("number")),
    }
    level = _line(document.one("classification"))
    if level.lower() in lexicon.spellings("levels"):
        out["level"] = level
    return out


def _names(readings: tuple[Reading[FieldValue], ...]) -> list[str]:
    return [words for each in readings if (words := _line(each))]


def _line(reading: Reading[FieldValue] | None) -> str:
    """A value in one line, empty for none."""
    if reading is None or reading.value is None:
        return ""
    words = reading.value.name if isinstance(reading.value, Named) else str(reading.value)
    return " ".join(words.split())
