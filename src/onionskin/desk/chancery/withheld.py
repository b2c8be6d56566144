"""The index of what is withheld in a case, as courts ask for it: each paper and passage with its exemption and reason.

None of the words that are withheld stands in it: of a paper that is cut, what its head says is told only as far as the
text that is shown has the same words; of one that is denied the subject only where the reviewer said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from onionskin.desk.chancery.exemptions import Ground, exemptions_of
from onionskin.desk.chancery.passages import Extent, Passage, extent, line_spans, only_withheld, words_of
from onionskin.desk.chancery.standing import Ruling, Standing, Version

SCHEMA = "onionskin/withheld-index/1"
NOT_TOLD = "[withheld]"
IN_FULL, IN_PART = "in full", "in part"


@dataclass(frozen=True, slots=True)
class WithheldPassage:
    """A passage: in which line of the text it begins, from 1, how much it is, and why."""

    line: int
    extent: Extent
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldPaper:
    """A paper of which something is withheld. `extent` is of all that is; `of` of its whole text."""

    n: int
    form: str
    number: str
    date: str
    sender: str
    recipients: tuple[str, ...]
    subject: str
    withheld: str
    decided: str
    authority: str
    grounds: tuple[Ground, ...]
    extent: Extent
    of: Extent
    passages: tuple[WithheldPassage, ...]


def withheld_papers(
    case: str, papers: Iterable[Standing], zones: Mapping[str, str] | None = None
) -> Iterator[WithheldPaper]:
    """Those papers of a case of which something is withheld, in their order; `n` counts all papers of the case.

    `zones` are those of the posts, by whose day a paper without a date of its own is dated.
    """
    for n, held in enumerate(papers, 1):
        ruling = held.outcome(case)
        if ruling is not None and ruling.verb != "release":
            yield _told(n, held, ruling, ZoneInfo((zones or {}).get(held.post, "UTC")))


def _told(n: int, held: Standing, ruling: Ruling, zone: ZoneInfo) -> WithheldPaper:
    version = held.versions[ruling.version - 1] if ruling.version else held.version
    text = version.text if version else ""
    whole = ({"start": 0, "end": len(text), "exemption": ""},)
    cut = ruling.verb == "excise"
    hidden = only_withheld(text, ruling.passages) if cut else frozenset()

    def telling(words: str) -> str:
        return NOT_TOLD if words_of(words) & hidden else words

    tells_subject = cut or "subject" in ruling.tells
    subject = _value(version, "subject")
    return WithheldPaper(
        n=n,
        form=held.form.value,
        number=telling(held.number),
        date=_date(held, version, zone),
        sender=telling(_value(version, "from") or held.post),
        recipients=tuple(map(telling, held.to)),
        subject=(telling(subject) if tells_subject else NOT_TOLD) if subject else "",
        withheld=IN_PART if cut else IN_FULL,
        decided=ruling.at[:10],
        authority=ruling.authority,
        grounds=_grounds((*ruling.exemptions, *(each["exemption"] for each in ruling.passages))),
        extent=extent(text, ruling.passages if cut else whole),
        of=extent(text, whole),
        passages=tuple(_passage(text, each) for each in ruling.passages) if cut else (),
    )


def _passage(text: str, passage: Passage) -> WithheldPassage:
    line = next(n for n, (_, end) in enumerate(line_spans(text), 1) if passage["start"] <= end)
    return WithheldPassage(line, extent(text, [passage]), _grounds((passage["exemption"],)))


def _grounds(codes: Iterable[str]) -> tuple[Ground, ...]:
    return tuple(dict.fromkeys(ground for code in codes for ground in exemptions_of(code)))


def _value(version: Version | None, name: str) -> str:
    return str(version.told.get(name, "")) if version else ""


def _date(held: Standing, version: Version | None, zone: ZoneInfo) -> str:
    if (said := _value(version, "date")) or (held.read and held.sent is None):
        return said
    at = held.sent.at if held.sent else held.begun
    # A day alone is the post's own.
    return datetime.fromisoformat(at).astimezone(zone).date().isoformat() if "T" in at else at
