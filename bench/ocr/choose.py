"""Which pages are keyed: lists them, reads nothing out of them. `python -m bench.ocr.choose`.

A page of a record is drawn by the hash of its name, then so many records of each half by the hash of that page. Pages
of the archive's identification form are left out (`bench/truth/scans.toml` has them).
"""

from __future__ import annotations

import hashlib
import sys

from bench.ocr.keyed import SEED
from bench.truth.scanned import scans

OF_EACH_HALF = 12


def rank(document: str, page: int) -> str:
    """The place of a page in the drawing: the smallest come first."""
    return hashlib.sha256(f"{SEED}/pages/{document}/{page}".encode()).hexdigest()


def drawn(part: str) -> list[tuple[str, int]]:
    """Record and page, in the order of the drawing."""
    first = []
    for scan in scans():
        numbers = [n for n in range(1, scan.pages + 1) if n not in scan.form_pages]
        if scan.part == part and numbers:
            first.append((scan.document, min(numbers, key=lambda n: rank(scan.document, n))))
    return sorted(first, key=lambda each: rank(*each))


def main() -> int:
    """Prints the pages of both halves."""
    for part in ("build", "score"):
        for document, page in drawn(part)[:OF_EACH_HALF]:
            sys.stdout.write(f"{part}\t{document}\t{page}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
