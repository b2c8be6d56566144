"""What models suggested of the papers of a collection, kept beside it: a line of JSON for each time one was asked.

    {"record": "os-njn1v", "by": "llama at 127.0.0.1:11434", "at": "2026-11-22T16:00:00Z", "statements": [...]}

It holds what was answered, not what was made of it: the words are looked for in the paper anew whenever its statements
are told. Of one paper and one model the last line counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from onionskin.ledger.suggested import Suggestion, anchored, suggestions_in
from onionskin.record.codec import encode
from onionskin.record.document import Document
from onionskin.record.statements import Statement
from onionskin.settings import Settings
from onionskin.store.backing_up import PROPOSED as FILE
from onionskin.store.journal import now, timestamp
from onionskin.store.refusals import refused_by_disk


def suggested_of(settings: Settings, document: Document) -> tuple[Statement, ...]:
    """The statements that models suggested for a paper, those whose words stand in it as it is read now."""
    held = _held(settings).get(document.id, {})
    return tuple(
        each for by, told in held.items() for each in anchored(suggestions_in(json.loads(told))[0], document, by)[0]
    )


def was_asked(settings: Settings, record: str, by: str) -> bool:
    """Whether this model has answered about this paper."""
    return by in _held(settings).get(record, {})


def keep(settings: Settings, record: str, by: str, suggestions: Sequence[Suggestion]) -> None:
    """Write down what a model suggested for a paper, nothing as well. StorageError where the disk refuses."""
    told = {"record": record, "by": by, "at": timestamp(now()), "statements": [encode(each) for each in suggestions]}
    path = settings.collection / FILE
    with refused_by_disk(str(path)), path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(told, ensure_ascii=False) + "\n")


def _held(settings: Settings) -> Mapping[str, Mapping[str, str]]:
    """By record and model the JSON of the last answer."""
    path = settings.collection / FILE
    try:
        state = path.stat()
    except FileNotFoundError:
        return {}
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, size: int) -> Mapping[str, Mapping[str, str]]:
    """Kept in memory until the file is another."""
    del changed, size
    found: dict[str, dict[str, str]] = {}
    for told in _lines(path):
        found.setdefault(told["record"], {})[told["by"]] = json.dumps(told["statements"], ensure_ascii=False)
    return found


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    """The lines that are whole: a run that died may have left half of one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict) and {"record", "by", "statements"} <= told.keys():
            yield told
