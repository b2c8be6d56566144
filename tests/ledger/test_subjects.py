"""The subject of a clause is told without what leads to it and without what stands between it and its verb."""

from __future__ import annotations

import pytest

from onionskin.ledger.analysis import analysed
from onionskin.ledger.subjects import is_matter
from onionskin.ledger.tokens import tokens_of


def subject(sentence: str) -> tuple[str, str, bool]:
    """The words of the subject, whose it is, and whether it is a matter."""
    t = tokens_of(sentence, 0, len(sentence))
    a = analysed(t, 0, len(t))
    return " ".join(t.low[a.subject[0] : a.subject[1]]), a.who, is_matter(t, a.subject)


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("For its part, the United States will honor it.", "the united states", "other"),
        ("The United States Government, however, will honor it.", "the united states government", "other"),
        ("In the light of the talks, as before, we shall wait.", "we", "self"),
        ("In discussing matter Embassy should point this out.", "embassy", "other"),
        ("Established in 1954, the bank has assisted them.", "the bank", "other"),
        ("Nor can the Minister regard him as spokesman.", "the minister", "other"),
        ("Under no circumstances should you see him.", "you", "you"),
        ("This memorandum, I believe, presents a picture.", "this memorandum", "thing"),
    ],
)
def test_the_subject_is_told_alone(sentence: str, words: str, who: str) -> None:
    assert subject(sentence)[:2] == (words, who)


@pytest.mark.parametrize("sentence", ["Control over the roads is expanding.", "These losses have led to a decline."])
def test_a_matter_acts_by_no_will(sentence: str) -> None:
    assert subject(sentence)[2]


@pytest.mark.parametrize("sentence", ["The Department is preparing a draft.", "The Government has left the city."])
def test_a_party_is_no_matter(sentence: str) -> None:
    assert not subject(sentence)[2]
