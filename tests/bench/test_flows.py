"""What people come to the room for is done to its end, with the mouse and by keys, on a collection that is named.

ONIONSKIN_ROOM_COLLECTION=FOLDER ./run test tests/bench/test_flows.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bench.flows.__main__ import main
from bench.flows.walks import FLOWS


@pytest.mark.parametrize("flow", FLOWS)
def test_a_flow_comes_to_its_end(flow: str, capsys: pytest.CaptureFixture[str]) -> None:
    where = os.environ.get("ONIONSKIN_ROOM_COLLECTION")
    if not where:
        pytest.skip("ONIONSKIN_ROOM_COLLECTION names no collection of scans and volumes that is linked")
    main(["-c", str(Path(where)), "--only", flow])
    told = capsys.readouterr().out
    assert flow in told
    assert "FAILED" not in told
