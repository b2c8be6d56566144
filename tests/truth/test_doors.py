from pathlib import Path

import pytest
from bench.__main__ import BENCHMARKS, says

BENCH = Path(__file__).parents[2] / "bench"


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_says_what_it_measures_by_the_name_that_it_is_called_by(name: str) -> None:
    assert says(name), f"the first paragraph of {BENCHMARKS[name]} does not begin with `bench {name}`:"


def test_every_folder_that_can_be_run_is_in_the_list() -> None:
    folders = {found.parent.name for found in BENCH.glob("*/__main__.py")}
    assert folders <= set(BENCHMARKS)
