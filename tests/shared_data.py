"""The real papers and editions beside the repository, for the tests that look at them."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def needs(*folders: str) -> pytest.MarkDecorator:
    """Skips a test where one of these folders of the data is not there, and says how to get it."""
    missing = [folder for folder in folders if not (DATA / folder).is_dir()]
    reason = f"{DATA} holds no {', '.join(missing)}; put the data folder beside the repository as ../shared/data"
    return pytest.mark.skipif(bool(missing), reason=reason)
