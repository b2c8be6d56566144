"""The list of copies at the foot of the Bureau's papers, and what stands in capitals over their text."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds
from tests.readers.marked import paper as clean
from tests.readers.reading import paper, state, value

from onionskin.readers.bureau_copies import BureauCopiesReader
from onionskin.record.marks import DistributionRole
from onionskin.record.reading import ReadingState

CARBON = """
    Director, FBI (62-109090)                     10-28-64

    Legat, Paris (62-148) (P)

    THE BERN CONFERENCE ON
    THE LAW OF THE SEA

    Enclosed for the Bureau is one copy of a memorandum along with a copy of the letter that is
    mentioned in it. The Paris office has referred this matter to the staff for investigation.

    3 - Bureau (Enc. 2)
        (1 - Liaison Section)
    1 - Paris
    ABC:DE
    (4)
"""


def copies(words: str) -> list[tuple[str, int | None, str | None]]:
    text = clean(words)
    result = BureauCopiesReader().read(text)
    holds(text, BureauCopiesReader(), result)
    assert {each.role for each in result.distribution} <= {DistributionRole.COPY}
    return [(each.office, each.copies, each.via) for each in result.distribution]


def test_the_copies_the_initials_and_the_subject_of_a_carbon() -> None:
    read = paper(CARBON)
    assert [(each.office, each.copies) for each in read.distribution] == [
        ("Bureau", 3),
        ("Liaison Section", 1),
        ("Paris", 1),
    ]
    assert (value(read, "drafted_by"), value(read, "typed_by")) == ("ABC", "DE")
    assert not read.unclaimed
    assert value(read, "subject") == "THE BERN CONFERENCE ON THE LAW OF THE SEA"
    assert read.text.reading.startswith("Enclosed for the Bureau")
    assert read.text.reading.endswith("for investigation.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "2 Bureau (RM)\n2 - San Juan (97-92) (RM) (Enc1.4)   0\nENCLOSURE\n(109-26)\n1 - Bern   14 OCT\nABC:d1p",
            [("Bureau", 2, None), ("San Juan", 2, None), ("Bern", 1, None)],
        ),
        ("(4) - Bureau\n1 - Bern", []),
        ("3 - Bureau (RM)\n1 - Bern (105-99)", [("Bureau", 3, None), ("Bern", 1, None)]),
        (
            "5-Bureau\n(1-Liaison Unit)\n(2-Chicago) (92-99)\n-San Juan",
            [("Bureau", 5, None), ("Liaison Unit", 1, "Bureau"), ("Chicago", 2, "Bureau"), ("San Juan", None, None)],
        ),
        (
            "3 - Bureau (AM)\n4 - Bern (2 - 105- ANTON MARLOW)\n(1 - 105-1290, Shipments of Ore)\nABC:def (7)",
            [("Bureau", 3, None), ("Bern", 4, None)],
        ),
        ("1 - Mr. A. B. Marlow\n1 - Mr. C. D. Trask", [("Mr. A. B. Marlow", 1, None), ("Mr. C. D. Trask", 1, None)]),
    ],
)
def test_lists_as_they_are_typed_and_stamped_upon(words: str, said: list[tuple[str, int | None, str | None]]) -> None:
    assert copies(words) == said


@pytest.mark.parametrize(
    "words",
    [
        "The Bureau was told of it.\n1 - Bern",
        "3 - Bureau",
        "1 - Mr. A. B. Marlow",
        "2 Bureau agents were sent to Bern on the 3rd.\n1 - Bern",
        "3 - Treasury\n1 - Bern\nBureau",
    ],
)
def test_what_is_no_such_list(words: str) -> None:
    assert copies(words) == []


def test_a_carbon_whose_text_follows_at_once_has_no_subject() -> None:
    read = paper(CARBON.replace("    THE BERN CONFERENCE ON\n    THE LAW OF THE SEA\n", ""))
    assert state(read, "subject") is ReadingState.ABSENT


def test_a_level_stamped_behind_the_subject_is_no_part_of_it() -> None:
    read = paper(CARBON.replace("OF THE SEA", "OF THE SEA CONFYENTIAL"))
    assert value(read, "subject") == "THE BERN CONFERENCE ON THE LAW OF THE SEA"


def test_the_sentence_that_a_decoded_copy_prints_at_its_foot_is_no_text() -> None:
    read = paper("""
        DECODED COPY
        URGENT   4-13-61 4-17 PM SK
        TO DIRECTOR
        FROM SAC, BERN   140527

        ON APRIL 3 LAST THE LEGATION FURNISHED THE FOLLOWING REGARDING THE CONFERENCE AND SAID IT WOULD
        BE HELD AT THE END OF THE MONTH IN THE SAME PLACE AS IT WAS HELD THE YEAR BEFORE.

        If the intelligence, contained in the above message is to be disseminated outside the Bureau, it is
        suggested that it be suitably paraphrased inorder to protect the Bureau's cryptographic systems.
    """)
    assert read.subkind == "teletype"
    assert "paraphrased" not in read.text.reading
    assert "intelligence" not in read.text.reading
    assert value(read, "date") == "1961-04-13T16:17:00"
