"""Boxes of forms, on either side of their labels, ticked and not."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds, paper, unclaimed

from onionskin.readers.form_boxes import FormBoxReader

Said = list[tuple[str, bool | None]]


def boxes(print_: str) -> Said:
    text = paper(print_)
    result = FormBoxReader().read(text)
    holds(text, FormBoxReader(), result)
    return [(b.label, b.checked) for b in result.form_boxes]


FORMS: list[tuple[str, Said]] = [
    ("INDICATE: ☐ COLLECT\n☐ CHARGE TO", [("COLLECT", False), ("CHARGE TO", False)]),
    ("ICATE: ☒ COLLECT\n☐ CHARGE TO", [("COLLECT", True), ("CHARGE TO", False)]),
    ("INDICATE: [X] COLLECT [ ] CHARGE TO", [("COLLECT", True), ("CHARGE TO", False)]),
    ("INDICATE: ☐ COLLECT\n☒ CHARGE TO  Department", [("COLLECT", False), ("CHARGE TO", True)]),
    ("☐ COLLECT  ☒ CHARGE TO AID", [("COLLECT", False), ("CHARGE TO", True)]),
    ("COLLECT ☐  CHARGE TO ☒", [("COLLECT", False), ("CHARGE TO", True)]),
    ("INDICATE:\n( ) COLLECT\n(X) CHARGE TO", [("COLLECT", False), ("CHARGE TO", True)]),
    ("X COLLECT", [("COLLECT", True)]),
    ("☐ Concur  ☒ Do not concur", [("Concur", False), ("Do not concur", True)]),
    ("INDICATE\nCOLLECT\nCHARGE TO", [("COLLECT", None), ("CHARGE TO", None)]),
    ("( ) COLLEGT", [("COLLECT", False)]),
    ("O COLLECT\nD CHARGE TO", [("COLLECT", None), ("CHARGE TO", None)]),
]


@pytest.mark.parametrize(("print_", "said"), FORMS)
def test_a_form(print_: str, said: Said) -> None:
    """A box that the OCR lost leaves its label, and nobody can say whether it was ticked."""
    assert boxes(print_) == said


def test_the_word_that_leads_to_the_boxes_is_furniture() -> None:
    text = paper("ICATE: ☐ COLLECT")
    result = FormBoxReader().read(text)
    assert [c.rule for c in result.claims if c.furniture] == ["form-label"]
    assert unclaimed(text, result) == []


@pytest.mark.parametrize(
    "prose",
    [
        "The function ( ) takes (X) as argument.",
        "See (X) Corp for the offer",
        "We should collect the debt and charge to them",
        "a [ ] b",
    ],
)
def test_brackets_in_prose_are_no_boxes(prose: str) -> None:
    assert boxes(prose) == []


@pytest.mark.parametrize(
    "line",
    [
        "groups, and ☒ he met often with members of these groups,",
        "NO STATION TRACES OF THE SUBJECTS OF REF ☒ . AND REF C. THE OTHERS ARE KNOWN TO US",
        "He asked what was to be done about it and was told ☐ that nothing would be",
    ],
)
def test_a_lone_box_amid_running_text_is_a_blot_and_left_out(line: str) -> None:
    text = paper(line)
    result = FormBoxReader().read(text)
    assert result.form_boxes == ()
    assert [(c.rule, c.furniture, len(c.span)) for c in result.claims] == [("stray-box", True, 1)]


def test_words_before_a_lone_box_are_no_label_s_lead() -> None:
    assert boxes("1 - Reading ☐ Board") == []
    assert boxes("2. Disposition: ☐ Retained") == [("Retained", False)]


CHOICES: list[tuple[str, Said]] = [
    (
        "Approve 30,000 tons, a third of it now   ☒\n\nHold at 20,000   ☐\n\nSee me   ☐",
        [("Approve 30,000 tons, a third of it now", True), ("Hold at 20,000", False), ("See me", False)],
    ),
    (
        "1. Approve the paper as it stands ☒\n2. Approve it with State's changes ☐",
        [("Approve the paper as it stands", True), ("Approve it with State's changes", False)],
    ),
    ("That you approve the loan.     Approve ☒  Disapprove ☐", [("Approve", True), ("Disapprove", False)]),
    (
        "( ) Agree, but speak to me first\n(X) Set up a meeting with all of them, soon\n( ) Disagree",
        [
            ("Agree, but speak to me first", False),
            ("Set up a meeting with all of them, soon", True),
            ("Disagree", False),
        ],
    ),
    (
        "Ask them to go ahead at once   ☐   Hold off until he is back home   ☒",
        [("Ask them to go ahead at once", False), ("Hold off until he is back home", True)],
    ),
    ("INDICATE: ☐ COLLECT ☐", [("COLLECT", False)]),
    ("The Minister asked what was to be done about it ☐", []),
    ("☒ The Minister asked what was to be done about it", []),
]


@pytest.mark.parametrize(("print_", "said"), CHOICES)
def test_what_somebody_is_to_choose_among(print_: str, said: Said) -> None:
    """The choices of an action memorandum have longer labels than the boxes of a form."""
    assert boxes(print_) == said
