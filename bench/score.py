"""One file's records held against its truth: which record shows which paper, and what of it was read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.case import Case, PaperTruth
from bench.compare import COMPARISONS, RECALL_ONLY, VALUED, Read, folded
from bench.sections import Leftovers, score_optional, score_sections
from bench.tally import FILE, PaperScore

Record = Mapping[str, Any]
"""A record's JSON, schema `onionskin/record/1`."""


def score_case(case: Case, records: Sequence[Record]) -> list[PaperScore]:
    """One score for each paper, and one for what the file has too much or the records of no paper."""
    pairs = align(case.papers, records)
    scores = []
    file_score = PaperScore(case.name, FILE, case.traits)
    leftovers = Leftovers()
    for index, truth in enumerate(case.papers):
        if truth.optional:
            continue
        record = records[pairs[index]] if index in pairs else None
        scores.append(_score_paper(case, truth, record, leftovers))
    shown = set(pairs.values())
    optional = [truth for truth in case.papers if truth.optional]
    spare = [record for place, record in enumerate(records) if place not in shown]
    for record in spare:
        leftovers.take(record)
    for record in spare[_optional_records(optional, spare) :]:
        file_score.count("papers", extra=1)
        file_score.miss("papers", "no paper here", f"{record['kind']}: {str(record['text']['transcription'])[:80]!r}")
    for truth in optional:
        score_optional(truth, leftovers, file_score)
    leftovers.count_extra(file_score)
    return [*scores, file_score]


def _optional_records(optional: Sequence[PaperTruth], spare: Sequence[Record]) -> int:
    """How many spare records a cover sheet of its own explains."""
    return min(len(optional), len(spare))


def align(papers: Sequence[PaperTruth], records: Sequence[Record]) -> dict[int, int]:
    """Paper index to record index, both in source order, by the sentences each record holds; then by kind."""
    judged = [index for index, truth in enumerate(papers) if not truth.optional]
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}

    def solve(first: int, record: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if first == len(judged) or record == len(records):
            return 0.0, ()
        if (first, record) not in best:
            likeness = _likeness(papers[judged[first]], records[record])
            rest, pairs = solve(first + 1, record + 1)
            together = (rest + likeness, ((judged[first], record), *pairs)) if likeness > 0 else (0.0, ())
            best[first, record] = max(
                together, solve(first + 1, record), solve(first, record + 1), key=lambda each: each[0]
            )
        return best[first, record]

    return dict(solve(0, 0)[1])


def _likeness(truth: PaperTruth, record: Record) -> float:
    text = _running(record)
    held = sum(_folded_space(each) in text for each in truth.reading_contains)
    fields = sum(
        bool(_matched(name, [truth.fields[name]], list(values_of(record, name)))[0])
        for name in ("salutation", "number", "date", "subject", "signed_by")
        if name in truth.fields
    )
    return 10.0 * held + fields + (0.5 if record["kind"] in truth.kind.split("|") else 0.0)


def _running(record: Record) -> str:
    return _folded_space(f"{record['text'].get('reading') or ''} {record['text'].get('transcription') or ''}")


def _folded_space(text: str) -> str:
    return " ".join(text.split())


def _score_paper(case: Case, truth: PaperTruth, record: Record | None, leftovers: Leftovers) -> PaperScore:
    score = PaperScore(case.name, truth.kind, case.traits)
    if record is None:
        score.count("papers", missed=1)
        score.miss("papers", truth.kind, "no record")
        _score_fields(truth, {"fields": {}}, score)
        return score
    score.count("papers", right=1)
    alike = record["kind"] in truth.kind.split("|")
    score.count("kind", right=int(alike), extra=int(not alike), missed=int(not alike))
    if not alike:
        score.miss("kind", truth.kind, record["kind"])
    if truth.subkind:
        alike = record.get("subkind") == truth.subkind
        score.count("subkind", right=int(alike), extra=int(not alike), missed=int(not alike))
        if not alike:
            score.miss("subkind", truth.subkind, str(record.get("subkind")))
    _score_fields(truth, record, score)
    score_sections(truth, record, score, leftovers)
    _score_reading(truth, record, score)
    return score


def values_of(record: Record, name: str) -> Iterator[Read]:
    """The values that a record has for a field; readings that are absent, illegible or withheld have none."""
    found: Any = record["fields"].get(name) or []
    for reading in found if isinstance(found, list) else [found]:
        if reading.get("state") in VALUED and reading.get("value") not in (None, "", []):
            yield Read(reading["value"], reading.get("as_printed") or "")


def ink_of(record: Record, names: Sequence[str]) -> str:
    """The evidence of a record's fields for a person: `page 1, 180 to 198: "Nov 23 9 43 PM '62" (timing)`."""
    told = []
    for name in names:
        held: Any = record["fields"].get(name) or []
        for reading in held if isinstance(held, list) else [held]:
            for each in reading.get("evidence") or ():
                if each["kind"] == "ink":
                    start, end = each["span"]
                    printed = json.dumps(reading.get("as_printed") or "", ensure_ascii=False)
                    told.append(f"page {each['page']}, {start} to {end}: {printed} ({each['reader']})")
                else:
                    told.append(f"{each['kind']} {each.get('rule', '')}".strip())
    return "; ".join(told)


def _matched(name: str, expected: Sequence[object], read: list[Read]) -> tuple[list[tuple[object, Read]], list[object]]:
    """Pairs that agree, and what of the truth found none; what was read and fits is taken out of `read`."""
    same = COMPARISONS[name]
    pairs, missed = [], []
    for each in expected:
        fit = next((place for place, value in enumerate(read) if same(each, value)), None)
        if fit is None:
            missed.append(each)
        else:
            pairs.append((each, read.pop(fit)))
    return pairs, missed


def _score_fields(truth: PaperTruth, record: Record, score: PaperScore) -> None:
    either = {name for key in truth.fields for name in key.split("|") if "|" in key}
    for key, value in truth.fields.items():
        names = [name for name in key.split("|") if name in COMPARISONS]
        if not names:
            continue
        read = [each for name in names for each in values_of(record, name)]
        if any(name in truth.damaged for name in names):
            _score_wear(truth, names, value, read, score)
        elif isinstance(value, Mapping) and "at_least" in value:
            enough = len(read) >= int(str(value["at_least"]))
            score.count(key, right=int(enough), missed=int(not enough))
            if not enough:
                score.miss(key, f"at least {value['at_least']}", f"{len(read)}")
        else:
            expected = list(value) if isinstance(value, (list, tuple)) else [value]
            pairs, missed = _matched(names[0], expected, read)
            judged = not (either | truth.unjudged | RECALL_ONLY) & set(names)
            score.count(key, right=len(pairs), missed=len(missed), extra=len(read) if judged else 0)
            if missed or (read and judged):
                score.miss(
                    key, [_shown(each) for each in missed], [each.shown() for each in read], ink_of(record, names)
                )
    for name in record["fields"]:
        if name in COMPARISONS and name not in {*truth.fields, *either, *truth.unjudged, *RECALL_ONLY}:
            extra = list(values_of(record, name))
            if extra:
                score.count(name, extra=len(extra))
                score.miss(name, "nothing", [each.shown() for each in extra], ink_of(record, [name]))


def _shown(expected: object) -> str:
    if isinstance(expected, Mapping):
        return " ".join(str(each) for each in expected.values())
    return str(expected)


def _score_wear(truth: PaperTruth, names: Sequence[str], value: object, read: list[Read], score: PaperScore) -> None:
    """A field that damage touched: as it stood before, as it stands now, or otherwise."""
    standing = next(truth.damaged[name] for name in names if name in truth.damaged)
    expected = list(value) if isinstance(value, (list, tuple)) else [value]
    printed = folded(standing)
    as_printed = bool(read) and all((folded(each.as_printed) or folded(each.shown())) in printed for each in read)
    counted = [each for each in expected if not (isinstance(each, Mapping) and "at_least" in each)]
    _, missed = _matched(names[0], counted, read)
    wear = score.wear[names[0]]
    if not missed and not read:
        wear.restored += 1
    elif as_printed:
        wear.as_printed += 1
    else:
        wear.otherwise += 1


def _score_reading(truth: PaperTruth, record: Record, score: PaperScore) -> None:
    reading = _folded_space(record["text"].get("reading") or "")
    for sentence in truth.reading_contains:
        held = _folded_space(sentence) in reading
        score.count("reading text", right=int(held), missed=int(not held))
        if not held:
            score.miss("reading text", sentence, "not in the reading text")
    for words in truth.reading_excludes:
        if _folded_space(words) in reading:
            score.count("reading text", extra=1)
            score.miss("reading text", "without " + repr(words), "it stands in the reading text")
