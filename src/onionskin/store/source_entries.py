"""What a store without a disk keeps of a source."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from onionskin.store.contract import KeptSource, SourceEntry
from onionskin.store.refusals import changed_meanwhile, refused_by_file


def bytes_of(source: KeptSource) -> bytes:
    """The bytes of a file to be kept, compared with their hash where they are fetched from the disk."""
    if isinstance(source.content, bytes):
        return source.content
    with refused_by_file(source.content):
        data = source.content.read_bytes()
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise changed_meanwhile(source.content)
    return data


def also_named(held: SourceEntry, name: str) -> SourceEntry:
    """The entry, with a name that it may have already."""
    return replace(held, names=tuple(dict.fromkeys((*held.names, name))))


def entry_of(held: SourceEntry | None, source: KeptSource, size: int, reader_version: str, at: str) -> SourceEntry:
    """The entry after a reading: a new one, or `held` renewed."""
    if held is not None:
        renewed = replace(held, pages=source.pages, reader_version=reader_version, last_read=at)
        return also_named(renewed, source.name)
    return SourceEntry(source.sha256, (source.name,), source.media_type, size, source.pages, reader_version, at, at)
