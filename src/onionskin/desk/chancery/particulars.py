"""What an act takes beside the paper: each particular with its form, checked where it comes in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from onionskin import lexicon
from onionskin.desk.chancery.exemptions import exemptions_of
from onionskin.desk.chancery.levels import caption_named, level_named, urgency
from onionskin.desk.chancery.standing import PaperForm
from onionskin.errors import UsageError
from onionskin.record.dates import PartialDate

LONGEST_TEXT = 400_000
"""Characters of one paper; the longest telegrams of the files have a tenth of it."""
LONGEST_WORD = 400
MOST = 200
"""Names of one list."""


def _word(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("some words are wanted")
    if len(value) > LONGEST_WORD:
        raise ValueError(f"no more than {LONGEST_WORD} characters")
    if any(ord(each) < 32 for each in value):
        raise ValueError("one line is wanted")
    return " ".join(value.split())


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text is wanted")
    if len(value) > LONGEST_TEXT:
        raise ValueError(f"no more than {LONGEST_TEXT} characters")
    return "\n".join(line.rstrip() for line in value.replace("\r\n", "\n").split("\n")).strip("\n")


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list | tuple) or len(value) > MOST:
        raise ValueError("a list of names is wanted")
    return list(dict.fromkeys(_word(each) for each in value))


def _day(value: object) -> str:
    words = _word(value)
    if PartialDate.parse(words).day is None:
        raise ValueError("a day is wanted: 1962-11-23")
    return words


def _until(value: object) -> str:
    words = _word(value)
    return words.upper() if words.upper() in {"OADR", "X1", "X5"} else PartialDate.parse(words).edtf


def _count(value: object) -> int:
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 10_000_000:
        raise ValueError("a number from 1 is wanted")
    return value


def _groups(value: object) -> list[list[int]]:
    """Runs of groups, from 1: `"12-18, 40"`, or `[[12, 18], [40, 40]]`."""
    if isinstance(value, str):
        runs = [re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", each.strip()) for each in value.split(",")]
        value = [(int(run[1]), int(run[2] or run[1])) for run in runs if run] if all(runs) else None
    if not isinstance(value, list | tuple) or len(value) > MOST:
        raise ValueError("groups are told so: 12-18, 40")
    out = []
    for each in value:
        match each:
            case (int(first), int(last)) if 0 < first <= last:
                out.append([first, last])
            case _:
                raise ValueError("a run of groups begins with 1 or later, and before it ends")
    return sorted(out)


def _moment(value: object) -> str:
    """A time as acts have it, UTC to the second: `1962-11-24T02:43:00Z`. ValueError."""
    words = _word(value)
    if len(words) != len("1962-11-24T02:43:00Z"):
        raise ValueError("a time is told so: 1962-11-24T02:43:00Z")
    datetime.strptime(words, "%Y-%m-%dT%H:%M:%S%z")
    return words


def _precedence(value: object) -> str:
    words = _word(value).upper()
    urgency(words)
    return words


def _form(value: object) -> str:
    return PaperForm(_word(value)).value


_TOLD = frozenset(
    {
        *("subject", "salutation", "close", "inside_address", "reference", "typed_by", "attention", "title"),
        *("date", "place", "collect", "charge_to", "letterhead", "from", "attachments", "circulated_to"),
    }
)


def _told(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise ValueError("names with their values are wanted")  # noqa: TRY004 - told to a person as out of form
    stray = set(value) - _TOLD
    if stray:
        raise ValueError(f"{min(map(str, stray))!r} is nothing a form has ({', '.join(sorted(_TOLD))})")
    return {name: str(held) for name, held in value.items()}


def _passages(value: object) -> list[dict[str, Any]]:
    """Each is what of which version is withheld: `{"start": 10, "end": 50, "exemption": "(b)(1)"}`, code points."""
    if not isinstance(value, list | tuple) or not value or len(value) > MOST:
        raise ValueError("a list of passages is wanted")
    out = []
    for each in value:
        if not isinstance(each, Mapping) or set(each) != {"start", "end", "exemption"}:
            raise ValueError("a passage has start, end and exemption")
        start, end = each["start"], each["end"]
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            raise ValueError("a passage begins before it ends")
        out.append({"start": start, "end": end, "exemption": _exemption(each["exemption"])})
    return sorted(out, key=lambda each: (each["start"], each["end"]))


def _exemption(value: object) -> str:
    words = _word(value)
    if not exemptions_of(words):
        raise ValueError(f"{words!r} is no exemption that lexicon/exemptions.toml knows, such as (b)(1) or 1.4(d)")
    return words


def _case_kind(value: object) -> str:
    words = _word(value)
    known = [each.name for each in lexicon.entries("case_kinds")]
    if words not in known:
        raise ValueError(f"{words!r} is no kind of case; there are {', '.join(known)}")
    return words


def _tells(value: object) -> list[str]:
    words = _words(value)
    if set(words) - {"subject"}:
        raise ValueError("of what is withheld only the `subject` may be told")
    return words


PARTICULARS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "form": _form,
        "text": _text,
        "told": _told,
        "post": _word,
        "office": _word,
        "to": _words,
        "info": _words,
        "eyes_only": _words,
        "asked": _words,
        "approver": _word,
        "signer": _word,
        "precedence": _precedence,
        "info_precedence": _precedence,
        "to_pass": _words,
        "acknowledge_by": _day,
        "level": lambda value: level_named(_word(value)),
        "until": _until,
        "captions": lambda value: [caption_named(each) for each in _words(value)],
        "authority": _word,
        "series": _word,
        "number": _count,
        "called": _word,
        "control": _count,
        "service": _count,
        "groups": _groups,
        "posts": _words,
        "time": _moment,
        "holder": _word,
        "copy": _count,
        "due": _day,
        "enclosure": _word,
        "file": _word,
        "case": _word,
        "kind": _case_kind,
        "requester": _word,
        "address": _words,
        "wanted": _text,
        "received": _day,
        "agency": _word,
        "exemptions": lambda value: [_exemption(each) for each in _words(value)],
        "tells": _tells,
        "again": _day,
        "passages": _passages,
        "remarks": _word,
    }
)
"""Every particular by its name, with what makes its normal form of what was given, or raises ValueError.

`called` is the number that a paper bears already, `number` one that it is given.
"""


def particulars(act: str, given: Mapping[str, object], takes: Mapping[str, bool]) -> dict[str, Any]:
    """What was given in normal form; `takes` says of each particular of this act whether it must be there.

    UsageError names the particular: one that the act does not take, that is missing, or not in form.
    """
    stray = given.keys() - takes.keys()
    if stray:
        raise UsageError(
            f"{act} takes no {min(stray)!r}", advice=f"It takes: {', '.join(takes) or 'nothing beside the paper'}"
        )
    out = {}
    for name, must in takes.items():
        value = given.get(name)
        if value is None or value in ("", [], (), {}):
            if must:
                raise UsageError(f"{act} needs {name}", advice="Say it, and do it once more")
            continue
        try:
            out[name] = PARTICULARS[name](value)
        except ValueError as wrong:
            raise UsageError(f"{act}: {name} is not in form ({wrong})", advice="Mend it, and do it once more") from None
    return out
