"""Papers as the Bureau cites them."""

from __future__ import annotations

import pytest

from onionskin.phrases.references import find_references
from onionskin.record.references import ReferenceKind

TELEGRAM = ReferenceKind.TELEGRAM


@pytest.mark.parametrize(
    ("words", "cited", "kind", "day"),
    [
        ("ReBuairtel 6/3/64.", "ReBuairtel 6/3/64", ReferenceKind.DOCUMENT, "1964-06-03"),
        ("as told in mylet 2/9/61, the", "mylet 2/9/61", ReferenceKind.LETTER, "1961-02-09"),
        ("Reference Bern airtel 12/9/73.", "Bern airtel 12/9/73", ReferenceKind.DOCUMENT, "1973-12-09"),
        ("San Juan teletype to the Bureau 3/5/62", "San Juan teletype to the Bureau 3/5/62", TELEGRAM, "1962-03-05"),
        ("as instructed by reButel September 3, 1958.", "reButel September 3, 1958", TELEGRAM, "1958-09-03"),
        ("WFOairtel dated 8/27/58 has it", "WFOairtel dated 8/27/58", ReferenceKind.DOCUMENT, "1958-08-27"),
    ],
)
def test_a_paper_is_cited_by_whose_it_is_its_sort_and_its_day(
    words: str, cited: str, kind: ReferenceKind, day: str
) -> None:
    (found,) = find_references(words)
    assert (found.text, found.value.kind, found.value.date) == (cited, kind, day)


@pytest.mark.parametrize(
    "words", ["the motel 3/4/63", "HOTEL 3/4/63", "outlet 3/4/63", "Airtel to Bern", "Bern airtel"]
)
def test_words_that_end_alike_and_papers_without_a_day_are_none(words: str) -> None:
    assert not list(find_references(words))
