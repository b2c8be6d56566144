"""Persons whom a volume of Foreign Relations calls by an id of its own: `frus1961-63v06#p_KNS2` is `person:107127`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

SHIPPED = "volumes.tsv"
HEAD = """\
# What each volume of Foreign Relations of the United States calls its persons, and their ids in authority.tsv.
# Made by scripts/compile-authority from frus-ids.tsv by the Office of the Historian, Department of State;
# public domain.
# A line: the volume, a tab, its own ids (p_KNS2) each with a colon and the number of the person.
"""


def compiled_ids(facts: Path) -> str:
    """The table that is shipped, from `frus-ids.tsv` (volume, local id, person) in the folder `facts`."""
    by_volume: dict[str, dict[str, str]] = {}
    for line in (facts / "frus-ids.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        volume, local, person = line.split("\t")
        by_volume.setdefault(volume, {})[local] = person
    lines = (
        f"{volume}\t{' '.join(f'{local}:{person}' for local, person in sorted(ids.items()))}\n"
        for volume, ids in sorted(by_volume.items())
    )
    return HEAD + "".join(lines)


@lru_cache(maxsize=65536)
def known_as(entity: str) -> str:
    """The id that the shipped authority has for an entity that a volume names; any other id is given back."""
    volume, mark, local = entity.partition("#")
    return _of_volume(volume).get(local, entity) if mark else entity


@lru_cache(maxsize=64)
def _of_volume(volume: str) -> dict[str, str]:
    pairs = (pair.rpartition(":") for pair in _table().get(volume, "").split())
    return {local: f"person:{number}" for local, _, number in pairs}


@cache
def _table() -> dict[str, str]:
    text = files(__package__).joinpath(SHIPPED).read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))
