"""Papers cited by who wrote them, who handed them to whom, where they stand; treaties, rounds and counted meetings."""

import pytest

from onionskin.phrases.references import find_references
from onionskin.record.references import ReferenceKind

DOCUMENT, LETTER, MEETING = ReferenceKind.DOCUMENT, ReferenceKind.LETTER, ReferenceKind.MEETING
CITED = [  # text, the words clicked, kind
    ("in the G/PM memorandum of March 3", "G/PM memorandum of March 3", DOCUMENT),
    ("the IO–NEA memorandum of July 2", "IO–NEA memorandum of July 2", DOCUMENT),
    ("the OAU resolution of last May, which", "OAU resolution of last May", DOCUMENT),
    ("the Foreign Office note of March 3", "Foreign Office note of March 3", DOCUMENT),
    ("a Polish note dated May 3", "Polish note dated May 3", DOCUMENT),
    ("the November 2 General Assembly resolution", "November 2 General Assembly resolution", DOCUMENT),
    (
        "the aide-memoire which his Embassy had delivered on September 27",
        "aide-memoire which his Embassy had delivered on September 27",
        DOCUMENT,
    ),
    ("the paper we gave you at", "paper we gave you", DOCUMENT),
    ("the paper which the Chargé handed to Mr. Able", "paper which the Chargé handed to Mr. Able", DOCUMENT),
    ("read Soviet memorandum given Ambassador Able at", "Soviet memorandum given Ambassador Able", DOCUMENT),
    ("aide-memoire handed me by Able today", "aide-memoire handed me by Able today", DOCUMENT),
    ("SENEGALESE AIDE-MEMOIRE LEFT WITH ME IS", "SENEGALESE AIDE-MEMOIRE LEFT WITH ME", DOCUMENT),
    (
        "FROM LETTER WHICH PRESIDENT ABLE HAS SENT TO PRESIDENT BAKER BY",
        "LETTER WHICH PRESIDENT ABLE HAS SENT TO PRESIDENT BAKER",
        LETTER,
    ),
    ("said so in his note to me this morning.", "his note to me this morning", DOCUMENT),
    ("British note to both sides, as", "British note to both sides", DOCUMENT),
    (
        "supports appeal which Able addressed to both parties on May 3",
        "appeal which Able addressed to both parties on May 3",
        DOCUMENT,
    ),
    (
        "the interview which Minister Able had given to Le Monde on Tuesday",
        "interview which Minister Able had given to Le Monde",
        MEETING,
    ),
    ("a Pravda editorial of May 3", "Pravda editorial of May 3", DOCUMENT),
    ("the exchange of letters between Able and Baker", "exchange of letters between Able and Baker", DOCUMENT),
    ("the 1954 exchange of notes", "1954 exchange of notes", DOCUMENT),
    ("under the 1951 Mutual Defense Treaty", "1951 Mutual Defense Treaty", DOCUMENT),
    ("language of Act of Bogota had", "Act of Bogota", DOCUMENT),
    ("the Treaty of Rome", "Treaty of Rome", DOCUMENT),
    ("the meeting with Finance Minister Able on July 18", "meeting with Finance Minister Able on July 18", MEETING),
    ("at the third round in Madrid.", "third round in Madrid", MEETING),
    ("when the fourth round opens on December 9.", "fourth round opens on December 9", MEETING),
    ("THIRD ROUND OF TALKS", "THIRD ROUND OF TALKS", MEETING),
    (
        "the 379th meeting of the National Security Council",
        "379th meeting of the National Security Council",
        MEETING,
    ),
    ("the 444th NSC Meeting", "444th NSC Meeting", MEETING),
    ("Rome meeting opens Wednesday.", "Rome meeting opens Wednesday", MEETING),
    ("CINCPAC message of May 3", "CINCPAC message of May 3", ReferenceKind.MESSAGE),
    ("the Able-Baker conversation of May 3", "Able-Baker conversation of May 3", MEETING),
    ("letters exchanged between Able and Baker", "letters exchanged between Able and Baker", LETTER),
    ("the Delegation's working paper of May 3", "Delegation's working paper of May 3", DOCUMENT),
    ("the memorandum of understanding of May 3", "memorandum of understanding of May 3", DOCUMENT),
    ("short paper on beef which State sent over on Monday", "paper on beef which State sent over", DOCUMENT),
    ("May 30, the resolution of the Congress of the People and", "resolution of the Congress of the People", DOCUMENT),
    ("2. Clipping from El Popular, May 30, 1965", "Clipping from El Popular, May 30, 1965", DOCUMENT),
    ("The attached cable from Rome came", "attached cable from Rome", ReferenceKind.ENCLOSURE),
    ("the attached cable", "attached cable", ReferenceKind.ENCLOSURE),
]

NOTHING = [
    "a letter to you",
    "he will send a note to them",
    "a paper was given to the press",
    "any statement which we made",
    "papers left with friends",
    "publish the text on May 12",
    "the text of the agreement",
    "their draft Article III",
    "the circular road",
    "student exchanges between the United States and Norland",
    "a fairly thorough exchange between the Ambassador and the Minister",
    "Article 10 of the Charter",
    "the Declaration of Independence",
    "the first round of questions",
    "the next round",
    "a round of golf in Scotland",
    "the third meeting place",
    "the second meeting of minds",
    "1954 proposals",
    "we draft on May 3",
    "the meetings of the two men began well",
    "I appeal to you",
    "a resolution of the Security Council",
    "the resolution of the Berlin question",
    "REF B. PARIS",
    "papers on wheat which came over the hills",
]


@pytest.mark.parametrize(("text", "words", "kind"), CITED)
def test_a_paper_or_a_meeting_is_singled_out(text: str, words: str, kind: ReferenceKind) -> None:
    (found,) = find_references(text)
    assert (found.text, found.value.kind) == (words, kind)


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_cite_nothing(text: str) -> None:
    assert not list(find_references(text))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("draft statement contained Embtel 391", ["draft statement contained", "Embtel 391"]),
        (
            "the exchange of notes proposed in Rome's airgram A-377",
            ["exchange of notes proposed", "Rome's airgram A-377"],
        ),
        ("SHOWN ON MAP FORWARDED WITH REF D.", ["MAP FORWARDED", "REF D"]),
    ],
)
def test_a_paper_that_another_holds_is_cited_beside_it(text: str, cited: list[str]) -> None:
    assert [found.text for found in find_references(text)] == cited


def test_who_hands_a_letter_over_is_not_its_writer() -> None:
    (handed,) = find_references("the letter handed him by Able on Sunday")
    (left,) = find_references("the aide-memoire left with me by Ambassador Able")
    assert (handed.value.from_, left.value.from_) == (None, "Ambassador Able")


def test_the_year_before_a_treaty_is_its_date() -> None:
    (found,) = find_references("the 1949 Armistice Agreement")
    assert (found.text, found.value.date) == ("1949 Armistice Agreement", "1949")
