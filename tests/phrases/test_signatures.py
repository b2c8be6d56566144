"""Who signed: in the place of another, and words that are no signature."""

from __future__ import annotations

import pytest

from onionskin.phrases.signatures import signature_on, signed_for

FOR_ANOTHER = [
    ("[Signature: J. Alden Marsh for]", "J. Alden Marsh"),
    ("/s/ J. Alden Marsh for", "J. Alden Marsh"),
    ("(signed) Ellen Marsh, for", "Ellen Marsh"),
]


@pytest.mark.parametrize(("line", "name"), FOR_ANOTHER)
def test_one_signs_for_another(line: str, name: str) -> None:
    signer = signed_for(line)
    assert signer is not None
    assert (signer.value.name, signer.span.of(line)) == (name, name)


@pytest.mark.parametrize("line", ["[Signature: J. Alden Marsh]", "J. Alden Marsh for", "/s/ what it stands for", "for"])
def test_nobody_is_named_who_signs_for_another(line: str) -> None:
    assert signed_for(line) is None


@pytest.mark.parametrize("line", ["GDS", "XGDS", "NODIS"])
def test_a_schedule_is_no_signature(line: str) -> None:
    assert signature_on(line) is None
