"""What people decided, in the journal: of where papers begin, of words, links, persons and doubts.

A row is an entry of the kind `decision`. Its body says what it is `about`, the `verb`, the `source` by its hash, and
the `reason`; then the `places` of boundaries, or the `quote`, the `subject` as it stood in the record, the `patch` of
ink that no word covers, and what was decided `to`; of the ledger the `statements` by their words. A row about a page
has its `mending`, the page as it was read `before`, and where papers begin on it `after`. A row with the verb `undo`
takes the entry `undoes` back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onionskin.record.apparatus import Doubt, Emendation
from onionskin.record.boundaries import Settled
from onionskin.record.codec import decode_as, encode
from onionskin.record.decisions import About, Quote, Said, Verb
from onionskin.record.mending import Begun, Mending
from onionskin.record.page import PageNumber, PageText, Patch
from onionskin.record.references import Mention, Reference, SameAs
from onionskin.store.journal import Draft, Entry, EntryKind

Subject = Emendation | Doubt | Reference | Mention | SameAs

_SUBJECTS: dict[About, type[Subject]] = {
    About.EMENDATION: Emendation,
    About.DOUBT: Doubt,
    About.REFERENCE: Reference,
    About.MENTION: Mention,
    About.SAME_AS: SameAs,
}


@dataclass(frozen=True, slots=True)
class Word:
    """Who decides, about which source (by its hash), looking at which record, and why."""

    source: str
    author: str
    record: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of beginnings on a page that was read anew: `places` are offsets as they were and as they are now, of
    what people had settled; `begun` are the papers whose ids no longer follow from where they begin.
    """

    page: PageNumber
    places: tuple[tuple[int, int], ...] = ()
    begun: tuple[Begun, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision as the journal has it.

    `record` and `source` are None where it is about no one paper: of merged and split entities, which are in `to`,
    parted by spaces. `subject` is the part of the record as it stood, its own ink left out: the quote has that.
    `statements` are those of the ledger that are meant. `undoes` is the entry that a row with the verb `undo` takes
    back. `after` is of a page that was read anew, by a decision or by its taking back.
    """

    entry: int
    at: str
    author: str
    verb: Verb
    about: About
    record: str | None
    source: str | None
    reason: str = ""
    quote: Quote | None = None
    subject: Subject | None = None
    to: str | None = None
    places: tuple[Settled, ...] = ()
    statements: tuple[Said, ...] = ()
    undoes: int | None = None
    patch: Patch | None = None
    mending: Mending | None = None
    after: Moved | None = None


def boundary_decision(word: Word, verb: Verb, places: Sequence[Settled]) -> Draft:
    """A decision about places of a source, for the journal."""
    told = [{"page": each.page, "offset": each.offset, "begins": each.begins} for each in places]
    return _draft(word, verb, About.BOUNDARY, {"places": told})


def decision(  # noqa: PLR0913 - what a decision says, by name
    word: Word,
    verb: Verb,
    about: About,
    *,
    quote: Quote | None = None,
    subject: Subject | None = None,
    to: str | None = None,
    patch: Patch | None = None,
) -> Draft:
    """A decision about a part of a record, for the journal."""
    told = {"quote": quote and encode(quote), "subject": subject and encode(subject), "to": to}
    told["patch"] = patch and encode(patch)
    return _draft(word, verb, about, {key: held for key, held in told.items() if held is not None})


def ledger_decision(word: Word, verb: Verb, about: About, to: str, statements: Sequence[Said] = ()) -> Draft:
    """A decision about the ledger: an issue, a statement, a match."""
    return _draft(word, verb, about, {"to": to, "statements": [encode(each) for each in statements]})


def page_decision(word: Word, verb: Verb, mending: Mending, before: PageText, after: Moved) -> Draft:
    """A decision about a page of a source; `before` is the page as it was read until now."""
    return _draft(
        word, verb, About.PAGE, {"mending": encode(mending), "before": encode(before), "after": encode(after)}
    )


def page_before(entry: Entry) -> PageText:
    """The page as it was read before a decision about it."""
    return decode_as(PageText, entry.told["before"])


def undoing(word: Word, kept: Kept, after: Moved | None = None) -> Draft:
    """A decision that takes an earlier one back."""
    told = {"undoes": kept.entry} if after is None else {"undoes": kept.entry, "after": encode(after)}
    return _draft(word, Verb.UNDO, kept.about, told)


def _draft(word: Word, verb: Verb, about: About, told: Mapping[str, Any]) -> Draft:
    body = {"about": about.value, "verb": verb.value, "source": word.source, "reason": word.reason, **told}
    return Draft(EntryKind.DECISION, word.author, body, word.record)


class Decided:
    """All that people decided, as the journal tells it. Taking back a taking back is not possible."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.all: list[Kept] = []
        """Oldest first, with those that were taken back and the rows that took them back."""
        self.undone: dict[int, Kept] = {}
        """By each entry that was taken back the row that did it."""

    @property
    def last(self) -> int:
        """The number of the last entry heard, 0 for none."""
        return self.all[-1].entry if self.all else 0

    def hear(self, entries: Iterable[Entry]) -> bool:
        """Take in what the journal tells further; whether that was anything."""
        before = len(self.all)
        for entry in entries:
            if entry.kind is EntryKind.DECISION:
                kept = _kept(entry, entry.told)
                self.all.append(kept)
                if kept.undoes is not None:
                    self.undone.setdefault(kept.undoes, kept)
        return len(self.all) > before

    def standing(self) -> list[Kept]:
        """Those that nobody took back, oldest first."""
        return [each for each in self.all if each.undoes is None and each.entry not in self.undone]


def _kept(entry: Entry, told: Mapping[str, Any]) -> Kept:
    about = About(told["about"])
    kind = _SUBJECTS.get(about)
    return Kept(
        entry=entry.seq,
        at=entry.at,
        author=entry.author,
        verb=Verb(told["verb"]),
        about=about,
        record=entry.record,
        source=told["source"] or None,
        reason=told["reason"],
        quote=decode_as(Quote, told["quote"]) if "quote" in told else None,
        subject=decode_as(kind, told["subject"]) if kind is not None and "subject" in told else None,
        to=told.get("to"),
        places=tuple(
            Settled(PageNumber(each["page"]), each["offset"], each["begins"]) for each in told.get("places", ())
        ),
        statements=tuple(decode_as(Said, each) for each in told.get("statements", ())),
        undoes=told.get("undoes"),
        patch=decode_as(Patch, told["patch"]) if "patch" in told else None,
        mending=decode_as(Mending, told["mending"]) if "mending" in told else None,
        after=decode_as(Moved, told["after"]) if "after" in told else None,
    )
