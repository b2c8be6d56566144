"""One line gives one JSON object, with the keys of its kind."""

import json

import pytest

from onionskin.phrases.parsing import KINDS, parse


@pytest.mark.parametrize(
    ("kind", "line", "keys"),
    [
        ("date", "Nov 23 9 43 PM '62", {"state": "found", "date": "1962-11-23T21:43:00", "span": [0, 18]}),
        ("date", "November 17, 7 p.m.", {"date": "XXXX-11-17", "time": "19:00"}),
        ("date", "November 31, 1962", {"state": "doubtful", "date": "1962-11"}),
        ("date", "Rec'd: 6:43 a.m.", {"time": "06:43", "unread": "Rec'd"}),
        ("dtg", "P 222227Z NOV 78", {"date": "1978-11-22T22:27:00+00:00", "precedence": ["PRIORITY"], "unread": ""}),
        ("dateline", "Moscow, November 17, 1962, 7 p.m.", {"place": "Moscow", "date": "1962-11-17T19:00:00"}),
        ("dateline", "Cairo, undated", {"place": "Cairo", "state": "found", "unread": ""}),
        ("dateline", "Washington, October 21–25, 1962", {"place": "Washington", "date": "1962-10-21/1962-10-25"}),
        ("dateline", "Bonn, December 30-January 2, 1963", {"place": "Bonn", "date": "1962-12-30/1963-01-02"}),
        ("dateline", "Washington, D.C., November 17, 1962", {"place": "Washington", "unread": ""}),
        ("dateline", "Department of State, Washington, May 3, 1961", {"place": "Washington", "date": "1961-05-03"}),
        ("dateline", "Washington, November 1962.", {"place": "Washington", "date": "1962-11"}),
        ("file-number", "737.OO/1O-2662", {"normalized": "737.00/10-2662", "date": "1962-10-26"}),
        ("file-number", "611.93/10—2955. Secret. Drafted by McAuliffe (S/S).", {"normalized": "611.93/10-2955"}),
        ("dateline", "Bad Kissingen, May 3, 1961", {"place": "Bad Kissingen", "date": "1961-05-03"}),
        ("dateline", "Rec'd: November 18, 1962 1:03 a.m.", {"received": "1962-11-18T01:03:00"}),
        (
            "reference",
            "DEPTTEL 1338",
            {"cited": "telegram", "series": "DEPTEL", "number": "1338", "direction": "outgoing"},
        ),
        ("reference", "EMBTELS 1318 AND 1319", {"number": "1318", "others": ["1319"]}),
        ("reference", "your letter of November 14", {"cited": "letter", "date": "XXXX-11-14"}),
        (
            "file-number",
            "737.56361/11-1762",
            {"scheme": "decimal", "class": "7", "country": "37", "date": "1962-11-17"},
        ),
        ("file-number", "POL 27 CUBA", {"scheme": "subject-numeric", "class": "POL 27", "normalized": "POL 27 CUBA"}),
        ("file-number", "Lot 63D135", {"scheme": "lot", "normalized": "63 D 135"}),
        ("marking", "~~TOP SECRET~~ SENSITIVE", {"level": "TOP SECRET", "caption": "SENSITIVE", "state": "struck"}),
        ("marking", "SECRET", {"level": "SECRET", "state": "standing"}),
        ("marking", "SECRFT", {"state": "doubtful", "level": "SECRET"}),
        ("name", "U - George W. Ball", {"name": "George W. Ball", "surname": "Ball", "office": "U", "named": "person"}),
        ("name", "GBall/ck 11/23/62", {"surname": "Ball", "typist": "ck", "date": "1962-11-23"}),
        ("name", "USUN, New York", {"name": "USUN New York", "named": "post"}),
        ("name", "S/S", {"name": "S/S", "named": "office"}),
        ("precedence", "NIACT PRIORITY", {"precedence": ["NIACT", "PRIORITY"], "rank": 3}),
    ],
)
def test_an_object_has_the_keys_of_its_kind(kind: str, line: str, keys: dict[str, object]) -> None:
    out = parse(kind, line)
    assert (out["kind"], out["text"]) == (kind, line)
    assert {k: out.get(k) for k in keys} == keys
    start, end = out["span"]
    assert line[start:end]
    assert json.loads(json.dumps(out)) == out


def test_markings_are_listed_with_their_ink() -> None:
    listed = parse("marking", "~~TOP SECRET~~ SENSITIVE")["markings"]
    assert [(m.get("level"), m.get("caption"), m["state"], m["text"]) for m in listed] == [
        ("TOP SECRET", None, "struck", "TOP SECRET"),
        (None, "SENSITIVE", "standing", "SENSITIVE"),
    ]


def test_all_names_of_a_list_are_there() -> None:
    assert [n["surname"] for n in parse("name", "STEVENSON AND McCLOY")["names"]] == ["Stevenson", "McCloy"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_of_another_kind_is_absent_and_left_over(kind: str) -> None:
    out = parse(kind, "the quick brown fox")
    assert (out["kind"], out["state"], out["unread"]) == (kind, "absent", "the quick brown fox")


@pytest.mark.parametrize("line", ["W.G. Bowdler (ARA/CCA)", "U. Alexis Johnson", "Ibid.", "EUR/SOV"])
def test_initials_and_offices_with_a_slash_are_no_file_numbers(line: str) -> None:
    assert parse("file-number", line)["state"] == "absent"


def test_the_file_number_behind_ibid_and_another_copys() -> None:
    same = parse("source-note", "Ibid., POL 27 CUBA. Secret.")
    assert (same["repository"], same["file_number"]) == ("Ibid.", "POL 27 CUBA")
    other = parse("source-note", "Kennedy Library, Cuba. Secret. Copies are in the Johnson Library, 611.37/11-1762.")
    assert (other["repository"], other["collection"], other.get("file_number")) == ("Kennedy Library", "Cuba", None)


def test_a_kind_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse("colour", "red")
