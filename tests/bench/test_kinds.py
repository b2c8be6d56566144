"""The papers of the rarer kinds: the same for everybody, and their truth stands on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from bench.case import Case
from bench.compare import COMPARISONS
from bench.kinds import seen, unseen
from tests.shared_data import DATA, needs


@needs("frus")
@pytest.mark.parametrize("generate", [seen.generate, unseen.generate])
def test_clean_papers_print_what_their_truth_says(generate: Callable[..., Iterator[Case]]) -> None:
    cases = list(generate(DATA, 3, 26, worn=False))
    assert cases == list(generate(DATA, 3, 26, worn=False))
    kinds = {(paper.kind, paper.subkind) for case in cases for paper in case.papers}
    assert len(kinds) > 8
    for case in cases:
        running = " ".join(str(case.text).split())
        for paper in case.papers:
            assert set(paper.fields) <= set(COMPARISONS)
            items = paper.fields.get("items", [])
            assert isinstance(items, list)
            assert all(item in running for item in items)
            for name in ("number", "place", "subject", "country"):
                assert str(paper.fields.get(name, "")) in running
