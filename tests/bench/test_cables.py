"""What the benchmark of electronic telegrams takes from the archive's page, and when a value counts as right."""

import pytest
from bench.attributes import values
from bench.cables import addressees, begins, cited, references, short
from bench.tally import Tally

PAGE = """Message Attributes
Draft Date: 31 jul 1973
Decaption Date: 01 jan 1960
Document Number: 1973STATE151207
Subject: MEETING WITH AMBASSADOR ON TRADE AND
SHIPPING TALKS
\tDeclassified/Released \tUS Department of State
To: MOSCOW
Type: TE"""


def record(to: list[str], info: list[str], text: str = "", cites: list[str] | None = None) -> dict[str, object]:
    def named(name: str) -> dict[str, object]:
        return {"value": {"name": name, "as_printed": name}, "evidence": []}

    held = [
        {"text": each, "number": "1", "kind": "telegram", "evidence": [{"page": 1, "span": [text.index(each), 0]}]}
        for each in cites or []
    ]
    fields = {"to": [named(each) for each in to], "info": [named(each) for each in info]}
    return {"fields": fields, "references": held, "pages": [{"n": 1, "text": text}]}


def test_a_value_that_goes_on_is_joined_and_stamps_are_left_out() -> None:
    read = values([PAGE])
    assert read["Subject"] == "MEETING WITH AMBASSADOR ON TRADE AND SHIPPING TALKS"
    assert read["To"] == "MOSCOW"
    assert read["Decaption Date"] == "01 jan 1960"


def test_posts_as_the_archive_writes_them() -> None:
    assert [short(each) for each in ("AMEMBASSY LA PAZ", "SECSTATE WASHDC")] == ["LA PAZ", "STATE"]
    assert begins("USUNN", "USMISSION USUN NEW YORK") == len("USUNN")
    assert begins("USUN", "USMISSION USUN NEW YORK") == len("USUN")
    assert begins("VIENNA", "US MISSION IAEA VIENNA") == len("VIENNA")
    assert not begins("LIMA", "AMEMBASSY LIMASSOL")


@pytest.mark.parametrize(
    ("there", "to", "info", "counts"),
    [
        ("STATE", ["SECSTATE WASHDC"], [], Tally(1, 0, 0)),
        ("STATE CAIRO", ["SECSTATE WASHDC"], ["AMEMBASSY CAIRO"], Tally(2, 0, 0)),
        ("STATE CAIRO", ["SECSTATE WASHDC"], [], Tally(1, 0, 1)),
        ("BONN", ["SECSTATE WASHDC"], ["AMEMBASSY BONN"], Tally(0, 1, 1)),
        ("BONN", [], [], Tally(0, 0, 1)),
    ],
)
def test_addressees_against_the_archives(there: str, to: list[str], info: list[str], counts: Tally) -> None:
    """The first is for action; others may be for information."""
    assert addressees(there, record(to, info)) == counts


def test_references_against_the_archives() -> None:
    """Years and days are no part of them; what is read behind the archive's last is not counted."""
    assert cited("79 LA PAZ 6784, A-110 OF MAY 31, 1974") == [("LAPAZ", "6784"), ("", "A110")]
    text = "REF: MOSCOW 12, PARIS 3, BONN 4\n1. SEE ROME 5"
    read = record([], [], text, ["MOSCOW 12", "PARIS 3", "BONN 4", "ROME 5"])
    assert references("MOSCOW 12", read)[0] == Tally(1, 0, 0)
    assert references("PARIS 3", read)[0] == Tally(1, 1, 0)
    assert references("OSLO 6", read)[0] == Tally(0, 0, 1)
