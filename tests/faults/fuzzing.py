"""Damages files of every format we open, and looks whether anything but our own errors comes of it.

`python -m tests.faults.fuzzing SECONDS [SEED]` goes on for so long and puts what it finds into `corpus`, where the
tests read it from then on.
"""

from __future__ import annotations

import contextlib
import io
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from onionskin.errors import OnionskinError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.engine import PageImage
from onionskin.scans.limits import Limits
from onionskin.scans.page_forms import PageForm, PagesOfSource
from onionskin.scans.registry import written
from onionskin.scans.source import open_source, page_image

CORPUS = Path(__file__).parent / "corpus"
LIMITS = Limits(max_pixels=4_000_000, max_unpacked_bytes=20_000_000, max_pages=50, max_page_seconds=10)
_NUMBERS = (b"0", b"-1", b"1", b"65535", b"99999999", b"4294967295", b"1e99")
_WORDS = (b"<", b">>", b"endobj", b"</", b"\x00", b"\xff\xff\xff\xff", b'"', b"stream", b" R")


class Blind:
    """An engine that reads one word wherever it is asked."""

    name = "blind"

    def read(self, image: PageImage) -> PageText:
        assert image.pixels.shape == (image.height, image.width)
        return PageText(image.n, "SECRET\n", (), image.width, image.height, image.dpi, self.name)


def taken_in(path: Path) -> None:
    """Everything that intake does with a file. Raises what nobody should ever see; our own errors are no trouble."""
    try:
        with open_source(path, LIMITS, Blind(), name=path.name) as source:
            pages = {page.n: page for page in source.pages}
            for page in pages.values():
                assert all(word.span.of(page.text).strip() for word in page.words)
                page.text.encode()
    except OnionskinError:
        return
    data, kind = path.read_bytes(), source.media_type
    asks: list[Callable[[], object]] = [
        lambda: page_image(io.BytesIO(data), kind, PageNumber(1), width=60, limits=LIMITS),
        *(
            partial(written, form, PagesOfSource("a", kind, io.BytesIO(data), sized(pages)), LIMITS)
            for form in PageForm
        ),
    ]
    for ask in asks:
        with contextlib.suppress(OnionskinError):
            ask()


def sized(pages: dict[PageNumber, PageText]) -> dict[PageNumber, PageText]:
    return {n: page for n, page in pages.items() if page.width and page.height}


def damaged(data: bytes, rng: random.Random) -> bytes:
    """The file after one to four accidents."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(out) + 1) if out else 0
        match rng.randrange(7):
            case 0:
                del out[at:]
            case 1:
                del out[at : at + rng.randint(1, 40)]
            case 2:
                out[at : at + 1] = bytes([rng.randrange(256)])
            case 3:
                out[at:at] = rng.choice(_WORDS)
            case 4:
                out[at:at] = out[at : at + rng.randint(1, 200)]
            case 5:
                _change_a_number(out, at, rng)
            case _:
                out[at : at + 4] = rng.randbytes(4)
    return bytes(out)


def _change_a_number(data: bytearray, at: int, rng: random.Random) -> None:
    start = next((i for i in range(at, len(data)) if 48 <= data[i] < 58), None)
    if start is not None:
        end = start
        while end < len(data) and 48 <= data[end] < 58:
            end += 1
        data[start:end] = rng.choice(_NUMBERS)


def sources() -> Iterator[Path]:
    """The kept files, in the order of their names."""
    return iter(sorted(path for path in CORPUS.iterdir() if path.is_file()))


def main() -> int:
    """Go on until the time is up; 1 where something was found."""
    until, rng = time.monotonic() + float(sys.argv[1]), random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else None)
    kept = [(path, path.read_bytes()) for path in sources()]
    tried = found = 0
    scratch = CORPUS.parent / "being-tried"
    while time.monotonic() < until:
        path, data = rng.choice(kept)
        # Written before it is tried: a library that dies takes us along, and leaves its killer behind.
        scratch.write_bytes(damaged(data, rng))
        tried += 1
        try:
            taken_in(scratch)
        except Exception as fault:  # noqa: BLE001 - that is what is looked for
            found += 1
            print(f"{path.name}: {type(fault).__name__}: {fault}")  # noqa: T201
            (CORPUS / f"{type(fault).__name__.lower()}-{tried}-{path.name}").write_bytes(scratch.read_bytes())
    scratch.unlink(missing_ok=True)
    print(f"{tried} tried, {found} found")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
