"""The desk as its pages show it: trays, forms for acts, the paper as it is typed, versions side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from zoneinfo import ZoneInfo

from onionskin.web.desk.forms import LISTS
from onionskin.web.desk.sitting import THEN
from onionskin.workbench.desk_room import Possible, Told, levels, precedences
from onionskin.workbench.desk_terms import DeskAct, Person, Tray

TRAYS = {
    Tray.IN: "In",
    Tray.ACKNOWLEDGE: "To acknowledge",
    Tray.CLEAR: "To clear",
    Tray.APPROVE: "To approve",
    Tray.SIGN: "To sign",
    Tray.SEND: "To send",
    Tray.RECEIVE: "To take in",
    Tray.SERVICE: "To send again",
    Tray.AWAITED: "Awaited",
    Tray.RETURN: "To give back",
    Tray.REVIEW: "To review",
    Tray.REREVIEW: "To review again",
    Tray.REFERRAL: "With other agencies",
    Tray.DRAFT: "Drafts",
    Tray.OUT: "Out",
}
"""The trays in the order in which one would look into them."""
NO_HURRY = frozenset({Tray.IN, Tray.AWAITED, Tray.DRAFT, Tray.OUT})
"""Trays that wait for nobody's act: the desk opens on another as long as one holds something."""
AT_ONCE = {Tray.SEND: "Send", Tray.RECEIVE: "Take in"}
"""Trays whose papers are mostly dealt with by one click in the list: a registry need not read what it sends."""
LABELS = {
    "to": "To",
    "info": "For information",
    "eyes_only": "Eyes only for",
    "asked": "Clearances asked of",
    "approver": "Approved by",
    "signer": "Signed by",
    "precedence": "Precedence",
    "info_precedence": "Precedence for information",
    "to_pass": "Pass to",
    "acknowledge_by": "Acknowledge by",
    "until": "Until",
    "called": "Number that it bears",
    "office": "For",
    "post": "At",
}
FEW = 4000
"""Words of two versions that are compared one by one; longer ones are compared by lines."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form of an act. `kind` is fixed, choice, day, long, passages or line."""

    name: str
    label: str
    kind: str
    must: bool
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doing:
    """An act that may be done now: its button and what it asks for, `more` behind a fold."""

    act: str
    words: str
    about: str
    fields: tuple[Field, ...]
    more: tuple[Field, ...]
    then: str = ""
    """The words of the button by which another act is done together with it, empty where none is."""


def doings(may: Sequence[Possible]) -> list[Doing]:
    """What a person may do now. Another version has a page of its own."""
    theirs = {each.act for each in may if each.theirs}
    now = [each for each in may if not each.rule and each.act is not DeskAct.AMEND]
    return [_doing(each, then if (then := THEN.get(each.act)) in theirs else None) for each in now]


def _doing(each: Possible, then: DeskAct | None) -> Doing:
    fields = [_field(name, must, each.offers.get(name, ())) for name, must in each.how.takes.items()]
    fixed = next((field.values[0] for field in fields if field.kind == "fixed"), "")
    words = each.act.value.replace("-", " ").capitalize()
    return Doing(
        each.act.value,
        f"{words} ({fixed})" if fixed else words,
        each.how.about,
        tuple(field for field in fields if field.must),
        tuple(field for field in fields if not field.must),
        f"{words} and send" if then else "",
    )


def _field(name: str, must: bool, offers: tuple[str, ...]) -> Field:
    label = LABELS.get(name, name.replace("_", " ").capitalize())
    if len(offers) == 1:
        return Field(name, label, "fixed", must=True, values=offers)
    if offers:
        return Field(name, label, "choice", must=True, values=offers)
    if name in {"level", "precedence", "info_precedence"}:
        return Field(name, label, "choice", must, levels() if name == "level" else precedences())
    kinds = {"acknowledge_by": "day", "due": "day", "text": "long", "passages": "passages", "remarks": "long"}
    return Field(name, f"{label} (several with commas)" if name in LISTS else label, kinds.get(name, "line"), must)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper as it is typed: what stands above its text, the text, and what stands below."""

    title: str
    head: tuple[tuple[str, str], ...]
    text: str
    foot: tuple[tuple[str, str], ...]


def sheet(told: Told) -> Sheet | None:
    """The version that stands, on its form; None for who does not see it."""
    if told.version is None:
        return None
    said = {
        **{
            name: getattr(told, name) for name in ("to", "info", "eyes_only", "precedence", "post", "captions", "level")
        },
        **{name: getattr(told, name) for name in ("asked", "approver", "signer", "to_pass", "info_precedence")},
        "number": told.number,
    }
    return typed(told.form.value, said, told.version.told, told.version.text, told.drafter)


def typed(form: str, said: Mapping[str, object], told: Mapping[str, str], text: str, drafter: str) -> Sheet:
    """A paper on its form, of what is said of it so far."""

    def words(name: str) -> str:
        held = said.get(name, "")
        return ", ".join(map(str, held)) if isinstance(held, list | tuple) else str(held)

    head: tuple[tuple[str, str], ...]
    foot: tuple[tuple[str, str], ...]
    if form == "telegram":
        head = (
            ("ACTION", " ".join(filter(None, (words("to"), words("precedence"), words("number"))))),
            ("INFO", " ".join(filter(None, (words("info"), words("info_precedence") if words("info") else "")))),
            ("", " ".join(filter(None, ("EYES ONLY FOR" if words("eyes_only") else "", words("eyes_only").upper())))),
            ("SUBJECT", told.get("subject", "")),
            ("REF", told.get("reference", "")),
            ("PASS TO", words("to_pass")),
        )
        foot = (("Drafted by", drafter), ("Approved by", words("approver")), ("Clearances", words("asked")))
        return Sheet(f"OUTGOING TELEGRAM {words('post')}", _said(head), text, _said(foot))
    if form == "letter":
        head = (
            ("", told.get("letterhead", words("post"))),
            ("", told.get("date", "")),
            ("", told.get("inside_address", words("to"))),
            ("", told.get("salutation", "")),
        )
        foot = (("", told.get("close", "")), ("", words("signer")), ("Attachments", told.get("attachments", "")))
        return Sheet("LETTER", _said(head), text, _said(foot))
    head = (
        ("TO", words("to")),
        ("FROM", told.get("from", words("signer") or drafter)),
        ("COPIES", words("info")),
        ("SUBJECT", told.get("subject", "")),
    )
    return Sheet("MEMORANDUM", _said(head), text, _said((("Clearances", words("asked")),)))


def _said(lines: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in lines if value)


def compared(before: str, after: str) -> tuple[list[tuple[bool, str]], list[tuple[bool, str]]]:
    """Two versions, each in pieces: whether the other has it otherwise, and the words."""
    cut = r"\s+|\S+" if len(before) + len(after) < FEW * 12 else r"[^\n]*\n|[^\n]+"
    old, new = re.findall(cut, before), re.findall(cut, after)
    left, right = [], []
    for verb, a, b, c, d in SequenceMatcher(None, old, new, autojunk=True).get_opcodes():
        if b > a:
            left.append((verb != "equal", "".join(old[a:b])))
        if d > c:
            right.append((verb != "equal", "".join(new[c:d])))
    return left, right


def in_zone(at: str, zone: str) -> str:
    """A time of the journal as a post's clock shows it: `23 Nov 1962, 9:43 p.m.`; a day alone stays a day."""
    if len(at) <= len("1962-11-23"):
        try:
            held = datetime.strptime(at, "%Y-%m-%d").replace(tzinfo=UTC)
        except ValueError:
            return at
        return f"{held.day} {held:%b} {held.year:04}"
    moment = datetime.fromisoformat(at).astimezone(ZoneInfo(zone or "UTC"))
    half = "a.m." if moment.hour < 12 else "p.m."
    return f"{moment.day} {moment:%b} {moment.year:04}, {moment.hour % 12 or 12}:{moment:%M} {half}"


def names_of(persons: Sequence[Person], posts: Sequence[str]) -> list[str]:
    """All to whom something can be sent, asked of or passed: persons, their offices, posts."""
    return list(dict.fromkeys((*posts, *sorted(_offices(persons)), *(each.name for each in persons))))


def _offices(persons: Sequence[Person]) -> Iterator[str]:
    for each in persons:
        yield from each.offices
