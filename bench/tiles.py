"""`bench tiles`: how long a viewer waits for a tile of a scanned page, the first of a page (cold) and others (warm).

Tiles at full size are asked for over the room's own server, one at a time, through one connection. Cold is the first
question about a page of which nobody saw anything since the room was opened.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http import HTTPStatus
from pathlib import Path

import uvicorn

from onionskin.settings import Settings
from onionskin.web.app import create_app
from onionskin.web.serve import HOST, take
from onionskin.workbench import Collection, PageSight, open_collection, page_sights, show

PAGES, WARM_TILES = 60, 8
WANTED_COLD_MS = 150.0
TILE = 512


@dataclass(frozen=True, slots=True)
class Tiles:
    """Milliseconds at 50 and 95 of 100, and the mean processor time of a cold tile, server and client together."""

    pages: int
    megapixels: float
    cold_50: float
    cold_95: float
    cold_cpu: float
    warm_50: float
    warm_95: float

    def good(self) -> bool:
        """Whether a cold tile is there in time, 95 times of 100."""
        return self.cold_95 < WANTED_COLD_MS


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; 0 when they are as wanted, 1 when not or where the collection has no scans."""
    parser = argparse.ArgumentParser(prog="bench tiles", description=__doc__)
    parser.add_argument("-c", "--collection", type=Path, required=True, help="a collection that has scans")
    parser.add_argument("-n", type=int, default=PAGES, metavar="N", help="pages at most (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args(argv)
    with open_collection(Settings(collection=options.collection)) as collection:
        pages = random.Random(1).sample(held := list(scanned(collection)), min(options.n, len(held)))
    if not pages:
        print(f"{options.collection} holds no page that has an image", file=sys.stderr)
        return 1
    found = measure(Settings(collection=options.collection), pages)
    print(json.dumps(asdict(found)) if options.json else _table(found))
    return 0 if found.good() else 1


def scanned(collection: Collection) -> Iterator[PageSight]:
    """Every page that has an image."""
    for source in collection.store.sources():
        if source.media_type.startswith(("image/", "application/pdf")):
            for document in collection.store.records(source.sha256):
                yield from page_sights(show(collection, document.id).document).values()


def measure(settings: Settings, pages: Sequence[PageSight]) -> Tiles:
    """Asks for the tiles of these pages."""
    rng = random.Random(2)
    cold, warm, spent = [], [], 0.0
    with opened(settings) as asked:
        # The first question of all opens the collection and loads the libraries, which is no page's affair.
        asked(_tile(pages[-1], 0, 0))
        for page in pages[:-1]:
            places = [(left, top) for left in range(0, page.width, TILE) for top in range(0, page.height, TILE)]
            rng.shuffle(places)
            begun = time.process_time()
            cold.append(asked(_tile(page, *places[0])))
            spent += time.process_time() - begun
            warm += [asked(_tile(page, *place)) for place in places[1 : 1 + WARM_TILES]]
    return Tiles(
        pages=len(cold),
        megapixels=statistics.fmean(page.width * page.height for page in pages) / 1e6,
        cold_50=_share(cold, 50),
        cold_95=_share(cold, 95),
        cold_cpu=1000 * spent / len(cold),
        warm_50=_share(warm, 50),
        warm_95=_share(warm, 95),
    )


@contextmanager
def opened(settings: Settings) -> Iterator[Callable[[str], float]]:
    """The room, open; asking it for an address gives the milliseconds until the whole answer is there."""
    with take(0) as door:
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        connection = http.client.HTTPConnection(HOST, door.getsockname()[1])

        def asked(address: str) -> float:
            begun = time.perf_counter()
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            if answer.status != HTTPStatus.OK:
                raise RuntimeError(f"{address} answers {answer.status}")
            return 1000 * (time.perf_counter() - begun)

        yield asked
        connection.close()
        server.should_exit = True
        thread.join()


def _tile(page: PageSight, left: int, top: int) -> str:
    wide, high = min(TILE, page.width - left), min(TILE, page.height - top)
    return f"/iiif/3/{page.record}/{page.page}/{left},{top},{wide},{high}/{wide},{high}/0/default.jpg"


def _share(held: Sequence[float], percent: int) -> float:
    return statistics.quantiles(held, n=100, method="inclusive")[percent - 1]


def _table(found: Tiles) -> str:
    return (
        f"{found.pages} pages of {found.megapixels:.1f} megapixels, ms at 50 and 95 of 100\n"
        f"first tile of a page  {found.cold_50:7.1f} {found.cold_95:7.1f}   ({found.cold_cpu:.0f} ms of a processor)\n"
        f"every other tile      {found.warm_50:7.1f} {found.warm_95:7.1f}\n"
        f"wanted: the first under {WANTED_COLD_MS:.0f} at 95"
    )


if __name__ == "__main__":
    sys.exit(main())
