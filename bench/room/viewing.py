"""The first view of a page in Chromium, with nothing in its cache."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from tests.web import browsing

MOST_MS = 1000.0
VIEWS = 5
PAGELESS = {"image", "iiif", "openapi.json", "strip", "api"}


def viewed(address: str, found: Mapping[str, Sequence[str]]) -> bool:
    """Prints how long the first view of some pages takes; whether any takes longer than it may."""
    slow = []
    print(f"\n{'first view, ms':<84}{'n':>5}{'p50':>8}{'':>8}{'worst':>8}")
    with browsing.browser() as chromium:
        for path, held in found.items():
            if PAGELESS & set(path.split("/")) or path.endswith((".json", ".svg", "{ending}")):
                continue
            views = [_first_view(chromium, address + each) for each in held[:VIEWS]]
            if seen := [each for each in views if each]:
                print(f"{path:<84}{len(seen):>5}{statistics.median(seen):>8.0f}{'':>8}{max(seen):>8.0f}")
                slow += [path] if statistics.median(seen) > MOST_MS else []
    print(f"over the bound ({MOST_MS:.0f} ms): {', '.join(slow) or 'none'}")
    return bool(slow)


def _first_view(chromium: object, address: str) -> float:
    """Milliseconds until Chromium first draws what stands there; 0 for what is no page."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})  # type: ignore[attr-defined]
    page = context.new_page()
    try:
        page.goto(address, wait_until="load")
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0")
    except Exception:  # noqa: BLE001 - a download is no page
        painted = 0
    context.close()
    return float(painted)
