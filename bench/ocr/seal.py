"""`python -m bench.ocr.seal FOLDER > pages.toml`: what was keyed, in files `DOCUMENT.PAGE.txt`, as digests."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.ocr.keyed import sealed

HEAD = "# Scanned pages keyed by eye, as salted digests of their words. See README.md here.\n\n"


def main(argv: list[str]) -> int:
    """Writes the list to standard output."""
    found = sorted(Path(argv[0]).glob("*.txt"))
    named = [(*each.stem.rsplit(".", 1), each.read_text("utf-8")) for each in found]
    sys.stdout.write(HEAD + "\n".join(sealed(document, int(page), text) for document, page, text in named))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
