"""The word lists of stamps agree with one another."""

from __future__ import annotations

import pytest

from onionskin.lexicon import entries
from onionskin.readers.stamps.dating import bounds
from onionskin.readers.stamps.fixed import FixedStamp, fixed_stamps
from onionskin.readers.stamps.forms import Form, forms, known_label, known_office, labels, spelt


@pytest.mark.parametrize("form", forms(), ids=lambda f: f.name)
def test_a_form_prints_labels_that_are_known_and_bears_a_known_sign(form: Form) -> None:
    assert set(form.labels) <= set(labels())
    assert form.own <= set(form.labels)
    assert form.sign in bounds()


@pytest.mark.parametrize("stamp", fixed_stamps(), ids=lambda s: s.name)
def test_a_fixed_stamp_needs_its_cue(stamp: FixedStamp) -> None:
    """The cue is a word of the stamp's own name or pattern, in small letters."""
    assert stamp.cue == stamp.cue.lower()
    assert stamp.cue.split()[-1][:2] in f"{stamp.name} {stamp.pattern.pattern}".lower()
    assert set(stamp.signs) <= set(bounds())
    assert {verb for _, verb in (*stamp.decides, *stamp.partly)} <= {
        *("release", "release-in-part", "excise", "deny", "declassify", "declassify-in-part", "classify", "downgrade"),
    }


def test_every_label_is_known_by_each_of_its_spellings() -> None:
    for entry in entries("stamp_labels"):
        for spelling in entry.spellings:
            assert known_label(spelling) == labels()[entry.name]


def test_a_misread_label_is_known_by_its_likeness() -> None:
    for misread, name in (
        ("VIEWED BY", "REVIEWED BY"),
        ("DECLASSlFY", "DECLASSIFY"),
        ("IN AUTHORITY TO", "TS AUTHORITY TO"),
    ):
        label = known_label(misread)
        assert label is not None
        assert label.name == name
    assert known_label("COMMUNIST") is None


def test_a_misread_office_is_known_by_its_likeness() -> None:
    office = known_office("A/CDC/MB")
    assert office is not None
    assert office.name == "A/CDC/MR"
    assert known_office("EUR/SOV") is None


def test_bounds_are_in_order() -> None:
    """What refutes a date comes before what only counts against it."""
    for bound in bounds().values():
        if bound.not_before and bound.seldom_after:
            assert bound.not_before < bound.seldom_after
    assert len(spelt()) > len(labels())
