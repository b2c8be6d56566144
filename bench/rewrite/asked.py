"""What is asked of the records of one file, as the lists in TOML say it.

A list names files; a file names its papers in source order, and under ``anywhere`` what may stand on any record of it.

* ``kind``: the record's kind.
* ``fields``: field name to value. A string (posts and offices: the words that must be among the reading's; dates: the
  beginning of the EDTF; all else: the whole value, case and white space folded), ``{surname, office}`` for a person,
  ``{at_least}`` for a count, or a list of these, compared as a set. ``a|b``: either field may hold it.
* ``later_fields``: the same, counted apart.
* ``copy``: key to value.
* ``form_boxes``, ``markings``, ``stamps``, ``references``, ``excisions``, ``emendations``, ``doubts``, ``acts``,
  ``same_as``: entries that must be among the record's, by the record's own keys and by ``..._contains``;
  ``times``: that often; ``a|b``: either value; ``later``: counted apart.
* ``reading_contains``, ``reading_excludes``: strings of ``text.reading``, white space folded.

``anywhere`` takes ``stamps`` and ``doubts`` too, ``exemptions_as_printed``, ``case_number``, and ``custody_contains``
(a string of the copy's keys or of the acts).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["AskedFile", "load"]


@dataclass(frozen=True, slots=True)
class AskedFile:
    """The list for one file; ``papers`` and ``anywhere`` in the shapes of this module's table."""

    name: str
    papers: tuple[Mapping[str, Any], ...]
    anywhere: Mapping[str, Any] = field(default_factory=dict)


def load(path: Path) -> tuple[AskedFile, ...]:
    """The lists in a TOML file, in its order."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(asked_file(entry["name"], entry) for entry in data["files"])


def asked_file(name: str, entry: Mapping[str, Any]) -> AskedFile:
    """One file's list out of its table."""
    return AskedFile(name, tuple(entry["papers"]), entry.get("anywhere", {}))
