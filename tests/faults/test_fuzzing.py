"""Whatever happens to a file on its way, it gives its pages or our own error: no other, and no endless work."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.fuzzing import CORPUS, damaged, sources, taken_in

FILES = list(sources())
ACCIDENTS = 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_kept_file_is_taken_in(path: Path) -> None:
    taken_in(path)


def test_a_stream_that_goes_on_behind_its_end_does_not_go_on_for_ever() -> None:
    """Found by damaging files: it kept a process busy until it was killed."""
    asked = (
        "import sys; from pathlib import Path; from tests.faults.fuzzing import taken_in; taken_in(Path(sys.argv[1]))"
    )
    kept = str(CORPUS / "flate-after-its-end.pdf")
    subprocess.run([sys.executable, "-c", asked, kept], check=True, timeout=600, cwd=CORPUS.parents[2])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_damaged_files_give_their_pages_or_our_error(path: Path, tmp_path: Path) -> None:
    rng = random.Random(path.name)
    data = path.read_bytes()
    for n in range(ACCIDENTS):
        (tmp_path / f"{n}").write_bytes(damaged(data, rng))
        taken_in(tmp_path / f"{n}")
