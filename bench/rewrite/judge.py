"""A list held against the records of a file, item by item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.rewrite.asked import AskedFile
from bench.rewrite.compare import copy_texts, field_faults, fold, has_entry, printed, readings

__all__ = ["Item", "judge"]

Record = Mapping[str, Any]
_SECTIONS = ("form_boxes", "markings", "stamps", "references", "excisions", "emendations", "doubts", "acts")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked. ``paper`` is 1-based in the list; 0 is ``anywhere``. ``note`` says what was there instead."""

    file: str
    paper: int
    what: str
    passed: bool
    later: bool = False
    note: str = ""

    def __str__(self) -> str:
        """One line for the list of what is missing."""
        where = f"paper {self.paper}" if self.paper else "anywhere"
        return f"{self.file}, {where}: {self.what}" + (f" ({self.note})" if self.note else "")


def judge(asked: AskedFile, records: Sequence[Record]) -> list[Item]:
    """All items of a file's list, in its order. `records` are those of the file, in source order."""
    chosen = _assign(asked, records)
    items = []
    for n, paper in enumerate(asked.papers, start=1):
        record = chosen[n - 1]
        if record is None:
            items += [Item(asked.name, n, i.what, passed=False, later=i.later, note="no record") for i in _blank(paper)]
        else:
            items += _paper(asked.name, n, paper, record, chosen)
    return items + list(_anywhere(asked, records))


def _assign(asked: AskedFile, records: Sequence[Record]) -> list[Record | None]:
    """Which record shows which paper: the choice, in source order, under which most items pass."""
    best: dict[tuple[int, int], tuple[float, list[Record | None]]] = {}
    for p in range(len(asked.papers), -1, -1):
        for r in range(len(records), -1, -1):
            if p == len(asked.papers):
                best[p, r] = (0.0, [])
                continue
            score, rest = best[p + 1, r]
            options: list[tuple[float, list[Record | None]]] = [(score, [None, *rest])]
            if r < len(records):
                options.append(best[p, r + 1])
                score, rest = best[p + 1, r + 1]
                worth = 0.01 + sum(i.passed for i in _paper("", 1, asked.papers[p], records[r], ()))
                options.append((score + worth, [records[r], *rest]))
            best[p, r] = max(options, key=lambda option: option[0])
    return best[0, 0][1]


def _paper(
    file: str, n: int, paper: Mapping[str, Any], record: Record, chosen: Sequence[Record | None]
) -> Iterator[Item]:
    yield Item(file, n, f"kind is {paper['kind']}", record["kind"] == paper["kind"], note=str(record["kind"]))
    for key, later in (("fields", False), ("later_fields", True)):
        for name, value in paper.get(key, {}).items():
            faults = field_faults(name, value, record)
            held = [printed(r["value"]) for each in name.split("|") for r in readings(record, each)]
            note = "" if not faults else "; ".join(faults) + (f"; read: {held}" if held else "")
            yield Item(file, n, f"{name} is {value}", not faults, later, note)
    for key, value in paper.get("copy", {}).items():
        held_text = str(record["copy"].get(key) or "")
        yield Item(file, n, f"copy {key} is {value}", fold(held_text) == fold(str(value)), note=held_text)
    for section in _SECTIONS:
        for entry in paper.get(section, ()):
            passed = has_entry(section, entry, _among(section, entry, record, chosen))
            yield Item(file, n, f"{section}: {_said(entry)}", passed, bool(entry.get("later")))
    for entry in paper.get("same_as", ()):
        yield Item(
            file, n, f"same as {_said(entry)}", _in_calendar(record["same_as"], entry["in_calendar"]), later=True
        )
    reading = " ".join(record["text"]["reading"].split())
    for text in paper.get("reading_contains", ()):
        yield Item(file, n, f"reading has “{text}”", " ".join(text.split()) in reading)
    for text in paper.get("reading_excludes", ()):
        yield Item(file, n, f"reading is without “{text}”", " ".join(text.split()) not in reading)


def _among(
    section: str, asked: Mapping[str, Any], record: Record, chosen: Sequence[Record | None]
) -> list[Mapping[str, Any]]:
    """The entries of a section, for a reference only those that lead where it is asked to lead."""
    entries = list(record[section])
    if "resolves_to" in asked and chosen:
        target = chosen[asked["resolves_to"]["paper"] - 1]
        entries = [e for e in entries if target is not None and _leads_to(e) == target["id"]]
    if "resolves_in_calendar" in asked:
        entries = [e for e in entries if str(_leads_to(e)).endswith(f"/{asked['resolves_in_calendar']}")]
    return entries


def _leads_to(reference: Mapping[str, Any]) -> object:
    """The record a reference is linked to, else its first candidate."""
    resolved = reference["resolved"]
    return resolved.get("record") or next((c["record"] for c in resolved["candidates"]), None)


def _in_calendar(entries: Sequence[Mapping[str, Any]], entry: str) -> bool:
    return any(str(e["record"]).endswith(f"/{entry}") for e in entries)


def _blank(paper: Mapping[str, Any]) -> Iterator[Item]:
    """The items of a paper for which no record was found."""
    nothing: Record = {
        "kind": "none",
        "id": "",
        "fields": {},
        "copy": {},
        "same_as": [],
        "text": {"reading": ""},
        **{section: [] for section in _SECTIONS},
    }
    return _paper("", 0, paper, nothing, ())


def _anywhere(asked: AskedFile, records: Sequence[Record]) -> Iterator[Item]:
    wanted = asked.anywhere
    for section in ("stamps", "doubts"):
        for entry in wanted.get(section, ()):
            passed = any(has_entry(section, entry, record[section]) for record in records)
            yield Item(asked.name, 0, f"{section}: {_said(entry)}", passed, bool(entry.get("later")))
    codes = [
        fold(str(e["as_printed"])).replace(" ", "")
        for record in records
        for holder in (*record["stamps"], *record["excisions"])
        for e in holder["exemptions"]
    ]
    for code in wanted.get("exemptions_as_printed", ()):
        yield Item(asked.name, 0, f"exemption {code}", fold(code).replace(" ", "") in codes, note=", ".join(codes))
    cases = [str(r["value"]) for record in records for r in readings(record, "case_number")]
    cases += [str(stamp["case"]) for record in records for stamp in record["stamps"] if stamp.get("case")]
    for case in wanted.get("case_number", ()):
        yield Item(asked.name, 0, f"case {case}", any(case in held for held in cases), note=", ".join(cases))
    if "custody_contains" in wanted:
        held = [text for record in records for text in copy_texts(record)]
        passed = any(fold(wanted["custody_contains"]) in fold(text) for text in held)
        yield Item(asked.name, 0, f"custody with {wanted['custody_contains']}", passed)


def _said(entry: Mapping[str, Any]) -> str:
    return ", ".join(f"{k} {v}" for k, v in entry.items() if k != "later")
