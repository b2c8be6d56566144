"""The known items that search is measured by are fixed, halved for ever, and each in one paper alone."""

from __future__ import annotations

from bench.search.passages import LENGTHS, PASSAGES, folded, listed, printed
from bench.truth import half
from tests.shared_data import DATA, needs


def test_half_of_the_passages_are_only_for_scoring() -> None:
    parts = [each.part for each in listed()]
    assert (len(parts), parts.count("score")) == (PASSAGES, PASSAGES // 2)
    assert parts == [half(*each.paper) for each in listed()]
    assert {each.words for each in listed()} == set(LENGTHS)
    assert len({each.paper for each in listed()}) == PASSAGES


@needs("frus")
def test_each_passage_is_printed_in_its_own_paper_and_no_other() -> None:
    held = printed(DATA)
    text = {pair: "\n".join(f" {' '.join(folded(each))} " for each in parts) for pair, parts in held.items()}
    for passage in listed()[::20]:
        words = f" {passage.of(held)} "
        assert words.count(" ") == passage.words + 1
        assert [pair for pair, each in text.items() if words in each] == [passage.paper]
