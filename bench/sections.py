"""Markings, stamps, boxes, distribution, references, copies: everything of a record that is no field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.case import Entry, PaperTruth
from bench.compare import Read, bag, folded, same_alternative, same_person, same_subset
from bench.tally import PaperScore

JUDGED_STAMPS = frozenset({"declassification", "review", "receipt", "downgrading"})
"""Kinds of stamp that count as too much where none stands; a file number may well be taken for a file stamp."""

Stamp = Mapping[str, Any]
"""A stamp of a record's JSON."""

_SETS = ("decisions", "exemptions")


@dataclass(slots=True)
class Leftovers:
    """Marks that were read on a file's records and that no paper's own truth explains: a cover sheet's may be there."""

    markings: list[Entry] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    copies: list[Mapping[str, Any]] = field(default_factory=list)

    def take(self, record: Mapping[str, Any]) -> None:
        """All marks of a record that shows no judged paper."""
        self.markings += marking_atoms(record)
        self.stamps += record["stamps"]
        self.copies.append(record["copy"])

    def count_extra(self, score: PaperScore) -> None:
        """What is left at the end was read and is not there."""
        for marking in self.markings:
            score.count("markings", extra=1)
            score.miss("markings", "nothing", dict(marking))
        for stamp in self.stamps:
            if stamp["kind"] in JUDGED_STAMPS:
                score.count("stamps kind", extra=1)
                score.miss("stamps kind", "no such stamp", f"{stamp['kind']}: {stamp.get('form')}")


def score_sections(truth: PaperTruth, record: Mapping[str, Any], score: PaperScore, leftovers: Leftovers) -> None:
    """All sections of one paper; marks that do not fit it are kept for the file's cover sheet."""
    leftovers.markings += _score_entries("markings", truth.markings, marking_atoms(record), score)
    leftovers.stamps += _score_stamps(truth.stamps, record["stamps"], score)
    _score_copy(truth, [record["copy"]], score)
    boxes: list[Entry] = [{"label": box["label"], "checked": box["checked"]} for box in record["form_boxes"]]
    _count_rest("form boxes", _score_entries("form boxes", truth.form_boxes, boxes, score), score)
    offices: list[Entry] = [{"office": each["office"], "role": each["role"]} for each in record["distribution"]]
    _count_rest("distribution", _score_entries("distribution", truth.distribution, offices, score), score)
    for name in ("references", "acts", "excisions"):
        # More may stand on the paper than the truth lists, so what is left over says nothing.
        _score_entries(name, getattr(truth, name), list(record[name]), score)


def score_optional(truth: PaperTruth, leftovers: Leftovers, score: PaperScore) -> None:
    """A cover sheet's marks, wherever in the file they were read."""
    leftovers.markings = _score_entries("markings", truth.markings, leftovers.markings, score)
    leftovers.stamps = _score_stamps(truth.stamps, leftovers.stamps, score)
    _score_copy(truth, leftovers.copies, score)


def marking_atoms(record: Mapping[str, Any]) -> list[Entry]:
    """The record's markings with level and caption apart: one that has both is two."""
    return [
        {key: marking[key], "state": marking["state"], "page": marking["page"]}
        for marking in record["markings"]
        for key in ("level", "caption")
        if marking.get(key)
    ]


def _score_entries(name: str, expected: Sequence[Entry], read: list[Entry], score: PaperScore) -> list[Entry]:
    """Counts the expected entries; gives back what was read besides them."""
    left = list(read)
    missing_hurt = 0
    # The most particular first, so that a struck marking does not take the place of one whose state nobody can tell.
    for entry in sorted(expected, key=lambda each: (bool(each.get("damaged")), -len(each))):
        fit = next((place for place, value in enumerate(left) if same_subset(entry, value)), None)
        if fit is not None:
            left.pop(fit)
            score.count(name, right=0 if entry.get("damaged") else 1)
        elif entry.get("damaged"):
            missing_hurt += 1
        else:
            score.count(name, missed=1)
            score.miss(name, dict(entry), "not read")
    # What damage touched may have been read in its damaged words.
    return left[min(missing_hurt, len(left)) :]


def _count_rest(name: str, left: Sequence[Entry], score: PaperScore) -> None:
    for entry in left:
        score.count(name, extra=1)
        score.miss(name, "nothing", dict(entry))


def _score_copy(truth: PaperTruth, copies: Sequence[Mapping[str, Any]], score: PaperScore) -> None:
    for key, value in truth.copy.items():
        held = any(folded(str(copy.get(key) or "")) == folded(value) for copy in copies)
        score.count("copy", right=int(held), missed=int(not held))
        if not held:
            score.miss("copy", f"{key} {value}", [dict(copy) for copy in copies if copy])


def _score_stamps(expected: Sequence[Entry], read: Sequence[Stamp], score: PaperScore) -> list[Stamp]:
    """Each expected stamp with the record's stamp that agrees best; gives back the rest."""
    left = list(read)
    for entry in sorted(
        expected, key=lambda each: (bool(each.get("damaged") or each.get("may_be_missing")), -len(each))
    ):
        keys = [key for key in entry if key not in {"damaged", "may_be_missing"}]
        alike = [stamp for stamp in left if stamp_agrees("kind", entry["kind"], stamp)]
        agreeing = [sum(stamp_agrees(key, entry[key], stamp) for key in keys) for stamp in alike]
        best = alike[agreeing.index(max(agreeing))] if alike else None
        if best is not None:
            left.remove(best)
        if entry.get("may_be_missing"):
            left = [stamp for stamp in left if not all(stamp_agrees(key, entry[key], stamp) for key in keys)]
        if entry.get("damaged") or entry.get("may_be_missing"):
            continue
        for key in keys:
            if key in _SETS:
                _count_set(f"stamps {key}", [str(each) for each in _listed(entry[key])], _listed_in(key, best), score)
            else:
                held = best is not None and stamp_agrees(key, entry[key], best)
                score.count(
                    f"stamps {key}", right=int(held), missed=int(not held), extra=int(not held and best is not None)
                )
                if not held:
                    score.miss(f"stamps {key}", entry[key], "no stamp" if best is None else _shown(best))
    return left


def stamp_agrees(key: str, wanted: object, stamp: Stamp) -> bool:
    """Whether one key of the truth is what the record's stamp says."""
    agrees = _AGREES.get(key)
    return agrees(wanted, stamp) if agrees else _inside(wanted, stamp.get(key))


def _inside(wanted: object, text: object) -> bool:
    return folded(str(wanted)) in folded(str(text or ""))


def _dated(wanted: object, stamp: Stamp) -> bool:
    reading = stamp.get("date") or {}
    return folded(str(wanted)) in {folded(str(reading.get(key) or "")) for key in ("as_printed", "value")}


def _handled(wanted: object, stamp: Stamp) -> bool:
    """Reviewer or archivist: a form has one hand, whatever it calls it."""
    names = [Read({"name": stamp[each]}) for each in ("executed_by", "reviewer") if stamp.get(each)]
    return any(same_person({"surname": wanted}, name) or folded(name.shown()) == folded(str(wanted)) for name in names)


_AGREES: Mapping[str, Callable[[object, Stamp], bool]] = {
    "kind": lambda wanted, stamp: same_alternative(wanted, stamp["kind"]),
    "date": _dated,
    "executed_by": _handled,
    "reviewer": _handled,
    "authority_contains": lambda wanted, stamp: _inside(wanted, json.dumps(stamp.get("authority") or {})),
    "form_contains": lambda wanted, stamp: _inside(wanted, f"{stamp.get('form')} {stamp.get('office')}"),
    "office": lambda wanted, stamp: bag(str(wanted)) <= bag(str(stamp.get("office") or "")),
    "decisions": lambda wanted, stamp: _folded(_listed(wanted)) == _folded(_listed_in("decisions", stamp)),
    "exemptions": lambda wanted, stamp: _folded(_listed(wanted)) == _folded(_listed_in("exemptions", stamp)),
}


def _folded(words: Sequence[object]) -> set[str]:
    return {folded(str(each).split(":")[-1]) for each in words}


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]


def _listed_in(key: str, stamp: Stamp | None) -> list[str]:
    """The ticked decisions as verbs, or the exemptions as printed."""
    if stamp is None:
        return []
    if key == "decisions":
        return [each["verb"] for each in stamp["decisions"] if each["checked"] and each.get("state") != "cancelled"]
    # Two codes written together ("B1, A5") may both carry the whole as printed.
    printed = [str(each.get("as_printed") or each.get("code")) for each in stamp["exemptions"]]
    return list(dict.fromkeys(code for each in printed for code in re.split(r"[,; ]+", each) if code))


def _count_set(name: str, wanted: Sequence[str], got: Sequence[str], score: PaperScore) -> None:
    there, read = _folded(wanted), _folded(got)
    score.count(name, right=len(there & read), missed=len(there - read), extra=len(read - there))
    if there != read:
        score.miss(name, sorted(there - read), sorted(read - there))


def _shown(stamp: Stamp) -> str:
    date = (stamp.get("date") or {}).get("as_printed")
    hand = stamp.get("executed_by") or stamp.get("reviewer")
    return f"{stamp['kind']} {stamp.get('form')} {stamp.get('office')} {hand} {date}"
