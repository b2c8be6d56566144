"""Papers cited by letters and a number that are no telegrams."""

from __future__ import annotations

import pytest

from onionskin.phrases.references import find_references
from onionskin.record.references import ReferenceKind

NUMBERED_PAPERS = [  # text, the words clicked, series, number
    ("that NSSM 155 will not be completed", "NSSM 155", "NSSM", "155"),
    ("see NSAM No. 273.", "NSAM No. 273", "NSAM", "273"),
    ("National Security Action Memorandum No. 111 of", "National Security Action Memorandum No. 111", "NSAM", "111"),
    ("as NSC 5412/2 has it", "NSC 5412/2", "NSC", "5412/2"),
    ("and NSC-68", "NSC-68", "NSC", "68"),
    ("under NSC Action No. 2017,", "NSC Action No. 2017", "NSC Action", "2017"),
    ("in SNIE 11–4–57", "SNIE 11–4–57", "SNIE", "11-4-57"),
    ("and JCSM–232–60,", "JCSM–232–60", "JCSM", "232-60"),
    ("As reported in CS-23906, the garrison", "CS-23906", "CS", "23906"),
    ("in HNQA-4176, dated 31 May 1962", "HNQA-4176", None, "HNQA-4176"),
    ("b. HNQA 4176 dated 31 May 1962: it said", "HNQA 4176", None, "HNQA-4176"),
    ("Reference: HNQW - 12,821 (25 June 62)", "HNQW - 12,821", None, "HNQW-12,821"),
    ("(TDCS-3/555,123)", "TDCS-3/555,123", "TDCS", "3/555,123"),
    ("document A/3512.", "A/3512", None, "A/3512"),
    ("as S/PV.1023 shows", "S/PV.1023", None, "S/PV.1023"),
    ("resolution 1125 (XI) of", "resolution 1125 (XI)", None, "1125"),
    ("our instruction 1234 of", "our instruction 1234", None, "1234"),
    ("refdesp 1120", "refdesp 1120", None, "1120"),
]


@pytest.mark.parametrize(("text", "words", "series", "number"), NUMBERED_PAPERS)
def test_a_numbered_paper_that_is_no_telegram(text: str, words: str, series: str | None, number: str) -> None:
    (found,) = find_references(text)
    assert (found.text, found.value.kind) == (words, ReferenceKind.DOCUMENT)
    assert (found.value.series, found.value.number) == (series, number)


@pytest.mark.parametrize(
    "text", ["the DATA-1234 set", "XHNQA-4176", "HNQA-41", "HNQA-4176-B", "HNQA-4176/12", "\nHNQA-4176\n", "HNQX-4176"]
)
def test_what_is_no_dispatch_s_number(text: str) -> None:
    assert not [each for each in find_references(text) if each.value.kind is ReferenceKind.DOCUMENT]


@pytest.mark.parametrize(
    ("text", "sender", "day"),
    [
        ("as QUIT 4410 (IN 20117) has it", "QUIT", None),
        ("QUITO 4410 (IN 20117) dated 3 April 1961:", "Quito", "1961-04-03"),
        ("REF: MEXICO CITY 4410 (IN-20117)", "Mexico City", None),
    ],
)
def test_a_cable_with_the_number_that_headquarters_gave_it(text: str, sender: str, day: str | None) -> None:
    (found,) = find_references(text)
    assert (found.value.kind, found.value.number) == (ReferenceKind.TELEGRAM, "4410")
    assert (found.value.from_, found.value.to, found.value.date) == (sender, None, day)
