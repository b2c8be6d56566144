"""Papers of the released records: their pages as text, without what the archive printed on them for this release.

The notice of release, the record's number, the number of the image: they would tell where a record begins, and no other
archive has them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bench.packets.leaves import Bundle, Half
from bench.packets.scans import bundle
from bench.truth import half as half_of

TRUTH = Path(__file__).with_name("releases.toml")
EDITION = "2025"
OF_THE_ARCHIVE = re.compile(
    r".*\bRELEASE UNDER THE PRESIDENT\b.*|\W*\d{3,4}-? ?\d{2} ?\d{3}-? ?\d{3,5}\W*|\W*(?:\d{1,2}[-:])?0[01.,]{4,}\W*"
    r"|(?:.*\b[HMN][HNVW]? ?\d{5}\b)?.*\bD[o0]+[ac1]?[o0]?[il1]?d? ?[Il1]?d ?: ?\d+.*|-{3}",
    re.IGNORECASE,
)
"""`2025 RELEASE UNDER ...`, `104-10071-10148`, `14-00000`, `NH 50953 DocId: 32308802 Page 1`, clear or misread."""


@cache
def records() -> Mapping[str, Mapping[str, Any]]:
    """What was read in the texts, by record."""
    return dict(tomllib.loads(TRUTH.read_text(encoding="utf-8"))["records"])


def half(record: str) -> Half:
    """To which half a record belongs."""
    return half_of("releases", record)


def pages(data: Path, record: str) -> dict[int, str]:
    """The pages' texts by their numbers, a line of the paper on each line."""
    text = (data / "releases" / f"{record}.{EDITION}.md").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^## Page (\d+) *$", text)[1:]
    return {int(n): _bare(page) for n, page in zip(parts[::2], parts[1::2], strict=True)}


def _bare(page: str) -> str:
    lines = (line for line in page.splitlines() if line.strip() and not OF_THE_ARCHIVE.fullmatch(line.strip()))
    return "\n".join(lines)


def bundles(data: Path, part: Half) -> list[Bundle]:
    """The bundles of one half's records, in the order of their names."""
    return [bundle(told, pages(data, record)) for record, told in sorted(records().items()) if half(record) == part]
