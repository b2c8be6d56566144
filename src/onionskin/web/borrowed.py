"""The one script of others that the room's pages use: OpenSeadragon (BSD-3-Clause), as its makers publish it.

It is no part of this package: `scripts/fetch-viewer` puts the file and its licence beside the environment's packages,
once, and a room without it shows the same images without the deep zoom.
"""

from __future__ import annotations

import sys
from pathlib import Path

VERSION = "6.1.1"
SHA512 = "g4iKe2q8B642SaBT3+x4ZF3/8b1TxPPydyjmtrOLgDrlYWMKd9ZXM+1Cb/xa9DVySkvs/7l6HR1nHKfD5F3Tsw=="
"""Of the package's archive in the npm registry, in base64, as the registry states it."""
VIEWER = "openseadragon.min.js"
LICENCE = "LICENSE.txt"


def shelf() -> Path:
    """The folder in which the file and its licence lie, or would."""
    return Path(sys.prefix) / "share" / "onionskin" / f"openseadragon-{VERSION}"


def viewer() -> bytes | None:
    """The script, None where it was not fetched or lies there without its licence."""
    try:
        return (shelf() / VIEWER).read_bytes() if (shelf() / LICENCE).is_file() else None
    except OSError:
        return None
