"""A record that was enacted beside the one that was read: where they differ, and the reason that is stated for it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.reenactment.performing import HERE, Enacted
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document
from onionskin.record.fields import Enclosure, FieldValue, OtherNumber
from onionskin.record.named import Named
from onionskin.record.reading import Reading
from onionskin.record.state import state
from onionskin.settings import Settings
from onionskin.workbench.reading import read_records

STATES = HERE.parent / "truth" / "desk" / "seeds.toml"
KINDS = {"telegram": "telegram", "stevenson": "Dear Adlai:", "mccloy": "Dear Jack:"}
"""What tells the three papers of the two files apart: the kind of one, the salutations of two."""

Values = frozenset[str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one record says and the other does not; `reason` is empty where none is stated."""

    paper: str
    what: str
    read: Values
    enacted: Values
    reason: str = ""


def seeds(examples: Path) -> dict[str, Document]:
    """The three papers, read from their files."""
    out: dict[str, Document] = {}
    for document in read_records([examples], Settings(collection=examples / "none")):
        salutation = document.one("salutation")
        for name, word in KINDS.items():
            if word in {document.kind.value, salutation.value if salutation else None}:
                out[name] = document
    return out


def differences(read: Mapping[str, Document], enacted: Mapping[str, Enacted]) -> Iterator[Difference]:
    """Every part in which they differ, with its reason from `differences.toml`."""
    reasons = stated()
    for name, paper in enacted.items():
        was, now = told(read[name]), told(paper.whole)
        for what in sorted(was.keys() | now.keys()):
            one, other = was.get(what, frozenset()), now.get(what, frozenset())
            if one != other:
                reason = reasons.get((name, what)) or reasons.get(("", what), "")
                yield Difference(name, what, one - other, other - one, reason)


def stated() -> dict[tuple[str, str], str]:
    """The reasons that are stated, by paper and part; without a paper they hold for all."""
    told = tomllib.loads((HERE / "differences.toml").read_text("utf-8"))["difference"]
    return {(each.get("paper", ""), each["what"]): each["reason"] for each in told}


def idle(found: Sequence[Difference]) -> list[tuple[str, str]]:
    """Reasons that are stated for what does not differ."""
    used = {(each.paper, each.what) for each in found} | {("", each.what) for each in found}
    return [each for each in stated() if each not in used]


def told(document: Document) -> dict[str, Values]:
    """A record in words, part by part: its fields, markings, acts, references, copy, text."""
    out = {name: _values(held if isinstance(held, tuple) else (held,)) for name, held in document.fields.items()}
    out["kind"] = frozenset({document.kind.value})
    out["markings"] = frozenset(f"{each.level or each.caption} {each.state}" for each in document.markings)
    out["acts"] = frozenset(each.act.value for each in document.acts)
    out["references"] = frozenset(f"{each.kind}: {each.text}" for each in document.references)
    out["copy"] = frozenset(filter(None, (document.copy.holder, document.copy.item, document.copy.number)))
    out["text"] = frozenset(
        " ".join(filter(None, (each.label, " ".join(each.text.split())))) for each in document.text.paragraphs
    )
    return {name: values for name, values in out.items() if values}


def _values(held: Sequence[Reading[FieldValue]]) -> Values:
    return frozenset(_words(each.value) for each in held if each.value is not None)


def _words(value: FieldValue | None) -> str:
    match value:
        case Named():
            return f"{value.name} ({value.office})" if value.office else value.name
        case Enclosure():
            return value.name
        case OtherNumber():
            return f"{value.kind} {value.number}"
        case _:
            return str(value)


@dataclass(frozen=True, slots=True)
class Stood:
    """How a paper stood on a day: by the paper, and by its acts; `because` are the acts that made it so."""

    paper: str
    on: str
    wanted: Mapping[str, object]
    found: Mapping[str, object]
    because: tuple[str, ...]


def stood(enacted: Mapping[str, Enacted]) -> Iterator[Stood]:
    """The answers to the days of the truth."""
    for asked in tomllib.loads(STATES.read_text("utf-8"))["state"]:
        paper = enacted[asked["paper"]]
        now = state(paper.whole.acts, PartialDate.parse(asked["on"]), paper.copy)
        found = {
            "level": now.level,
            "until": now.until,
            "captions": sorted(now.captions),
            "access": now.access.value,
            "custody": now.custody,
        }
        wanted = {name: asked.get(name) for name in found}
        because = tuple(f"{each.act.act} {each.act.date}: {each.rule}" for each in now.because)
        yield Stood(asked["paper"], asked["on"], wanted, found, because)
