"""The scorer on cases made by hand, where one can count along."""

from __future__ import annotations

from typing import Any

from bench.case import Case, PaperTruth
from bench.score import align, score_case
from bench.tally import PaperScore, Tally, total

SENTENCE = "You should see Kuznetsov promptly, to discuss next steps."


def reading(value: object, as_printed: str = "", state: str = "found") -> dict[str, Any]:
    return {"value": value, "state": state, "as_printed": as_printed or str(value), "confidence": 1.0, "evidence": []}


def record(kind: str = "telegram", text: str = SENTENCE, **sections: Any) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(
        ("form_boxes", "markings", "distribution", "stamps", "acts", "references", "excisions"), ()
    )
    return {
        "id": "r1",
        "kind": kind,
        "fields": {},
        "copy": {},
        **empty,
        "text": {"transcription": text, "reading": text},
        "pages": [{"n": 1, "text": text}],
        **sections,
    }


def stamp(**changes: Any) -> dict[str, Any]:
    plain = {
        "form": "DECLASSIFIED",
        "kind": "declassification",
        "office": "NARS",
        "executed_by": "RHP",
        "reviewer": None,
    }
    return {
        **plain,
        "authority": {"agency": "State", "instrument": None, "date": None},
        "date": reading("7/12/77"),
        "decisions": [],
        "exemptions": [],
        **changes,
    }


def scored(truth: PaperTruth, *records: dict[str, Any]) -> tuple[dict[str, Tally], list[PaperScore]]:
    scores = score_case(Case(name="a.txt", text="", papers=(truth,)), records)
    fields: dict[str, list[Tally]] = {}
    for score in scores:
        for name, tally in score.fields.items():
            fields.setdefault(name, []).append(tally)
    return {name: total(tallies) for name, tallies in fields.items()}, scores


def telegram(**changes: Any) -> PaperTruth:
    return PaperTruth(**{"kind": "telegram", "reading_contains": (SENTENCE,), **changes})


def test_a_record_that_says_what_stands_there_has_no_miss() -> None:
    truth = telegram(
        fields={"number": "1359", "to": ["USUN New York"], "date": "1962-11-23"},
        markings=({"level": "SECRET", "state": "struck", "page": 1},),
        form_boxes=({"label": "COLLECT", "checked": False},),
        stamps=({"kind": "declassification", "office": "NARS", "date": "7/12/77", "executed_by": "RHP"},),
        copy={"holder": "Vice President"},
        references=({"kind": "telegram", "number": "1338"},),
    )
    perfect = record(
        fields={
            "number": reading("1359"),
            "to": [reading({"name": "USUN New York", "kind": "post", "as_printed": "USUN, New York"})],
            "date": reading("1962-11-23T21:43:00-05:00"),
        },
        markings=[{"level": "SECRET", "text": "SECRET", "state": "struck", "page": 1}],
        form_boxes=[{"label": "COLLECT", "checked": False}],
        stamps=[stamp()],
        copy={"holder": "Vice President"},
        references=[{"kind": "telegram", "number": "1338", "text": "DEPTTEL 1338"}],
    )
    fields, scores = scored(truth, perfect)
    assert not [miss for score in scores for miss in score.misses]
    assert all(tally.f1 == 1.0 for tally in fields.values())
    assert fields["stamps kind"].right == fields["stamps date"].right == fields["copy"].right == 1


def test_wrong_missing_and_invented_values_are_told_apart() -> None:
    truth = telegram(fields={"number": "1359", "subject": "Next Steps"})
    fields, _ = scored(truth, record(fields={"number": reading("1358"), "file_number": reading("611.61/3-247")}))
    assert fields["number"] == Tally(right=0, extra=1, missed=1)
    assert fields["subject"] == Tally(right=0, extra=0, missed=1)
    assert fields["file_number"] == Tally(right=0, extra=1, missed=0)


def test_an_absent_reading_is_no_value() -> None:
    fields, _ = scored(telegram(), record(fields={"subject": reading(None, state="absent")}))
    assert "subject" not in fields


def test_lists_are_sets_and_each_element_counts() -> None:
    truth = telegram(fields={"attention": [{"surname": "Stevenson"}, {"surname": "McCloy"}]})
    named = [reading({"name": name, "kind": "person"}) for name in ("McCloy", "Bohlen")]
    fields, _ = scored(truth, record(fields={"attention": named}))
    assert fields["attention"] == Tally(right=1, extra=1, missed=1)


def test_what_is_not_judged_costs_no_precision() -> None:
    truth = telegram(unjudged=frozenset({"series"}))
    fields, _ = scored(truth, record(fields={"series": reading("EMBTEL")}))
    assert "series" not in fields


def test_either_of_two_fields_may_hold_a_value() -> None:
    truth = telegram(fields={"cleared_by|circulated_to": [{"surname": "Johnson"}]})
    fields, _ = scored(truth, record(fields={"circulated_to": [reading({"name": "Johnson", "kind": "person"})]}))
    assert fields["cleared_by|circulated_to"] == Tally(right=1)
    assert "circulated_to" not in fields


def test_a_damaged_field_is_scored_apart() -> None:
    truth = telegram(fields={"subject": "Next Steps"}, damaged={"subject": "Ncxt Steps"})
    for value, expected in (("Next Steps", (1, 0, 0)), ("Ncxt Steps", (0, 1, 0)), ("Steps to come", (0, 0, 1))):
        fields, scores = scored(truth, record(fields={"subject": reading(value)}))
        wear = scores[0].wear["subject"]
        assert (wear.restored, wear.as_printed, wear.otherwise) == expected
        assert "subject" not in fields


def test_one_marking_with_level_and_caption_counts_as_both_and_extra_ones_cost() -> None:
    truth = telegram(markings=({"level": "SECRET", "page": 1}, {"caption": "EXDIS", "page": 1, "damaged": True}))
    both = {"level": "SECRET", "caption": "LIMDIS", "text": "SECRET LIMDIS", "state": "standing", "page": 1}
    fields, _ = scored(truth, record(markings=[both, both]))
    # One LIMDIS may be what is left of the damaged EXDIS; the second SECRET and LIMDIS are too many.
    assert fields["markings"] == Tally(right=1, extra=2, missed=0)


def test_an_unticked_box_is_no_decision_and_a_false_tick_costs() -> None:
    truth = telegram(stamps=({"kind": "review", "decisions": ["release"]},))
    boxes = [("release", True), ("excise", True), ("deny", False)]
    decisions = [{"axis": "access", "verb": verb, "checked": checked, "state": "standing"} for verb, checked in boxes]
    fields, _ = scored(truth, record(stamps=[stamp(kind="review", decisions=decisions)]))
    assert fields["stamps decisions"] == Tally(right=1, extra=1, missed=0)


def test_a_stamp_that_is_not_there_costs_and_one_that_was_missed_costs_each_of_its_keys() -> None:
    fields, _ = scored(telegram(), record(stamps=[stamp()]))
    assert fields["stamps kind"] == Tally(extra=1)
    fields, _ = scored(telegram(stamps=({"kind": "receipt", "date": "NOV 24 1962"},)), record())
    assert fields["stamps kind"] == fields["stamps date"] == Tally(missed=1)


def test_furniture_in_the_reading_text_costs() -> None:
    truth = telegram(reading_excludes=("/Soviets",))
    fields, _ = scored(truth, record(text=SENTENCE + " /Soviets"))
    assert fields["reading text"] == Tally(right=1, extra=1)


def test_papers_of_a_file_are_found_by_their_own_sentences() -> None:
    truths = (telegram(), telegram(kind="letter", reading_contains=("With warm regards to you all.",)))
    records = [record("letter", "Something else altogether."), record("letter", "With warm regards to you all.")]
    assert align(truths, records) == {1: 1}
    scores = score_case(Case(name="a.txt", text="", papers=truths), records)
    assert total(score.fields["papers"] for score in scores) == Tally(right=1, extra=1, missed=1)


def test_a_cover_sheets_stamps_may_be_read_on_its_neighbour() -> None:
    cover = PaperTruth(kind="cover-sheet", optional=True, stamps=({"kind": "declassification", "date": "7/12/77"},))
    case = Case(name="a.txt", text="", papers=(cover, telegram()))
    for records in ([record(stamps=[stamp()])], [record("cover-sheet", "01211", stamps=[stamp()]), record()]):
        scores = score_case(case, records)
        assert total(score.fields["stamps date"] for score in scores) == Tally(right=1)
        assert total(score.fields["stamps kind"] for score in scores) == Tally(right=1)
        assert total(score.fields["papers"] for score in scores) == Tally(right=1)
