"""Which readers read what, and when a collection is to be read again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onionskin.readers.annexes import AnnexReader
from onionskin.readers.contract import Reader
from onionskin.readers.drafting import DraftingReader
from onionskin.readers.file_numbers import FileNumberReader
from onionskin.readers.plain import PlainReader
from onionskin.readers.standard import standard_readers
from onionskin.readers.stationery import StationeryReader
from onionskin.record.fields import Kind


class Newer(FileNumberReader):
    """As it was, but its answers have changed."""

    version = "changed"


def test_every_kind_of_paper_has_readers() -> None:
    for kind in Kind:
        assert standard_readers().of(kind)


def test_kinds_that_nobody_reads_are_read_as_any_paper() -> None:
    read_by = [type(reader) for reader in standard_readers().of(Kind.COVER_SHEET)]
    assert read_by == [AnnexReader, DraftingReader, PlainReader, StationeryReader]


def test_readers_have_names_of_their_own_and_versions() -> None:
    readers = standard_readers()
    every: dict[str, type[Reader]] = {}
    for reader in [*readers.marks, *readers.text, *readers.others, *(r for kind in Kind for r in readers.of(kind))]:
        assert every.setdefault(reader.name, type(reader)) is type(reader)
        assert reader.version


def test_the_version_is_the_same_each_time() -> None:
    assert standard_readers().version == replace(standard_readers()).version


@pytest.mark.parametrize("what", ["a reader changed", "the order changed", "a reader less", "papers of a kind"])
def test_the_version_changes_when_anything_does(what: str) -> None:
    readers = standard_readers()
    marks = {
        "a reader changed": tuple(Newer() if isinstance(r, FileNumberReader) else r for r in readers.marks),
        "the order changed": tuple(reversed(readers.marks)),
        "a reader less": readers.marks[1:],
        "papers of a kind": readers.marks,
    }[what]
    papers = {**readers.papers, Kind.LETTER: ()} if what == "papers of a kind" else readers.papers
    assert replace(readers, marks=marks, papers=papers).version != readers.version
