"""A record's name comes from its bytes and its place in them."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.ids import RECORD_ID, record_id, source_sha256
from onionskin.record.page import PageNumber

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
DIGITS = "0123456789abcdefghijklmnopqrstuv"


def test_a_source_is_named_by_its_bytes() -> None:
    assert source_sha256(b"") == EMPTY


@pytest.mark.parametrize(
    ("page", "offset", "name"),
    [
        (1, 0, "os-kb35gpkanmage8ctdqd2"),
        (1, 40, "os-lh3ccta59qckv97dim0r"),
        (2, 0, "os-uerqvhgo0v9fv5rpa5eh"),
    ],
)
def test_ids_never_change(page: int, offset: int, name: str) -> None:
    """Collections hold these names for good: a change here is a break of the contract."""
    assert record_id(EMPTY, PageNumber(page), offset) == name


@given(st.binary(max_size=20), st.integers(1, 900), st.integers(0, 9000))
def test_an_id_is_the_first_hundred_bits_of_a_hash(data: bytes, page: int, offset: int) -> None:
    sha = source_sha256(data)
    name = record_id(sha, PageNumber(page), offset)
    assert re.fullmatch(RECORD_ID, name)
    bits = 0
    for digit in name[3:]:
        bits = bits * 32 + DIGITS.index(digit)
    digest = int.from_bytes(hashlib.sha256(f"{sha}:{page}:{offset}".encode()).digest(), "big")
    assert bits == digest >> 156


def test_papers_of_one_file_have_names_of_their_own() -> None:
    names = {record_id(EMPTY, PageNumber(page), at) for page in range(1, 20) for at in range(50)}
    assert len(names) == 19 * 50
