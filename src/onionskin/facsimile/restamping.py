"""A record's stamps cut anew."""

from __future__ import annotations

import re
import unicodedata

from onionskin.facsimile.dates import slashed
from onionskin.facsimile.review_forms import REVIEW_FORMS
from onionskin.facsimile.stamps import DeclassifiedStamp, DowngradingStamp, ReceivedStamp, ReviewStamp
from onionskin.facsimile.stamps import Stamp as Impression
from onionskin.record import stamps
from onionskin.record.acts import Act, ActKind

ENDING = frozenset({ActKind.DECLASSIFIED, ActKind.DOWNGRADED})
"""Acts that end a level."""


def stamp_of(stamp: stamps.Stamp) -> Impression | None:
    """The stamp to be struck; None of one that says neither day nor right nor decision."""
    date, instruction = folded(stamp.date.as_printed), stamp.instruction or ""
    ticked = frozenset(each.verb for each in stamp.decisions if each.checked)
    codes = codes_of(stamp)
    form = next((each for each in REVIEW_FORMS if each.office in {stamp.office, *stamp.form.split()}), None)
    match stamp.kind:
        case stamps.StampKind.REVIEW if form is not None:
            filled = {"reviewer": stamp.reviewer or stamp.executed_by or "", "date": date, "exemptions": codes}
            return ReviewStamp(
                form=form, ticked=ticked, filled={name: words for name, words in filled.items() if words}
            )
        case stamps.StampKind.RECEIPT:
            return ReceivedStamp(office=stamp.office or "", date=date)
        case stamps.StampKind.DOWNGRADING:
            lines = tuple(line for line in (folded(stamp.form), folded(instruction)) if line)
            return DowngradingStamp(lines=tuple(dict.fromkeys(lines)))
        case _ if date or stamp.authority or ticked:
            right = stamp.authority
            words = (right.agency, right.instrument, right.date) if right else ()
            return DeclassifiedStamp(
                heading="DECLASSIFIED" if "declassify" in ticked else folded(stamp.form),
                authority=" ".join(filter(None, words)),
                case=stamp.case or "",
                by=stamp.executed_by or stamp.reviewer or "",
                office=stamp.office or "",
                date=date,
            )
        case _:
            return None


def ended(act: Act) -> Impression:
    """What is stamped where an act here lowered or ended the level: to what, by what right, by whom, when."""
    by, date, authority = (act.agent or "").partition(" (")[0], slashed(act.date or ""), act.authority or ""
    if act.act is ActKind.DECLASSIFIED or not act.to_level:
        heading = "DECLASSIFIED IN PART" if act.in_part else "DECLASSIFIED"
        return DeclassifiedStamp(heading=heading, authority=authority, by=by, date=date)
    told = f"DOWNGRADED TO {act.to_level}", f"ON {date}" if date else "", f"BY {by}" if by else ""
    lines = " ".join(filter(None, told)), f"AUTHORITY {authority}" if authority else "", act.until or ""
    return DowngradingStamp(lines=tuple(filter(None, lines)))


def codes_of(stamp: stamps.Stamp) -> str:
    """Its exemptions as they are written: `(b)(1)`."""
    return " ".join(dict.fromkeys(each.as_printed for each in stamp.exemptions))


def folded(words: str) -> str:
    """The words on one line, without the signs of a transcript for what was struck or written by hand."""
    return " ".join(re.sub(r"[~*_]{1,2}(?=\S)|(?<=\S)[~*_]{1,2}", "", spelt(words)).split())


def spelt(words: str) -> str:
    """The words in whole letters: an accent on its letter, a ligature or a sign of several letters spelt out."""
    if words.isascii():
        return words
    return "".join(map(_spelt, unicodedata.normalize("NFC", words)))


def _spelt(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) > 1 and plain.isascii() and plain.strip().isalpha() else letter
