"""Papers and meetings that need neither number nor day: whose they are, what sort, which body, who met."""

import pytest

from onionskin.phrases.references import find_references
from onionskin.record.references import ReferenceKind

DOCUMENT, MEETING, TELEGRAM = ReferenceKind.DOCUMENT, ReferenceKind.MEETING, ReferenceKind.TELEGRAM
KNOWN = [  # text, the words clicked, kind
    ("UNGA resolution November 2 calls for", "UNGA resolution November 2", DOCUMENT),
    ("the Ambassador's press statement November 19", "Ambassador's press statement November 19", DOCUMENT),
    ("Able's speech was mild", "Able's speech", DOCUMENT),
    ("the Acting Secretary’s report", "Acting Secretary’s report", DOCUMENT),
    ("my speech at the United Nations", "my speech", DOCUMENT),
    ("the Norlandian Government replied to the Norwegian resolution", "Norwegian resolution", DOCUMENT),
    ("a reply to the Soviet note", "Soviet note", DOCUMENT),
    ("the Foreign Office memorandum", "Foreign Office memorandum", DOCUMENT),
    ("the report by the Joint Chiefs of Staff", "report by the Joint Chiefs of Staff", DOCUMENT),
    ("the note of the Norlandian Government", "note of the Norlandian Government", DOCUMENT),
    ("In the communique issued at the close", "communique", DOCUMENT),
    ("paragraph 3 of the aide-memoire is", "aide-memoire", DOCUMENT),
    ("comments on the working paper are", "working paper", DOCUMENT),
    ("the paper on beef", "paper", DOCUMENT),
    ("the lease agreement expires", "lease agreement", DOCUMENT),
    ("the appeal from Able", "appeal from Able", DOCUMENT),
    ("the draft resolution was tabled", "draft resolution", DOCUMENT),
    ("a copy of the Minister's speech", "copy of the Minister's speech", DOCUMENT),
    ("the proces-verbal of May 3", "proces-verbal of May 3", DOCUMENT),
    ("your note of the twenty-third", "your note of the twenty-third", DOCUMENT),
    ("Mem/Con dated March 5, 1964", "Mem/Con dated March 5, 1964", DOCUMENT),
    ("see NIE 36.1-57, paragraph 2", "NIE 36.1-57", DOCUMENT),
    ("the Geneva Accords are dead", "Geneva Accords", DOCUMENT),
    ("The Status of Forces Agreement applies", "Status of Forces Agreement", DOCUMENT),
    ("Under the Anglo-Norlandian Treaty he", "Anglo-Norlandian Treaty", DOCUMENT),
    ("Decree Law No. 1077 provides", "Decree Law No. 1077", DOCUMENT),
    ("under Public Law 480", "Public Law 480", DOCUMENT),
    ("achieve purpose Department 4482.", "Department 4482", TELEGRAM),
    ("see circular 681 re our position", "circular 681", TELEGRAM),
    ("in his meeting with Able he denied", "his meeting with Able", MEETING),
    ("the Secretary’s talk with Mr. Able", "Secretary’s talk with Mr. Able", MEETING),
    ("In the conversation with the Ambassador he", "conversation with the Ambassador", MEETING),
    ("the talks between Prime Minister Able and President Baker", None, MEETING),
    ("At our second meeting he", "our second meeting", MEETING),
    ("in the opening session he", "opening session", MEETING),
    ("the Vienna meeting was useful", "Vienna meeting", MEETING),
    ("at the Geneva Conference he", "Geneva Conference", MEETING),
    ("my farewell call on the President", "my farewell call on the President", MEETING),
    ("the Summit meeting in June", "Summit meeting in June", MEETING),
]
UNKNOWN = [
    "Able's statement that he would not go",
    "Able's resolution not to yield",
    "the Warsaw Treaty countries",
    "the North Atlantic Treaty Organization",
    "This Agreement is",
    "Such Agreements are",
    "a working paper may be drafted",
    "a draft resolution",
    "a meeting with Able would help",
    "the first meeting place",
    "their meetings with Norlanders",
    "the circular 12 feet wide",
    "the Embassy 20 miles from here",
    "statements by Able",
    "I report by telephone",
]


@pytest.mark.parametrize(("text", "words", "kind"), KNOWN)
def test_a_paper_or_a_meeting_is_known_without_its_day(text: str, words: str | None, kind: ReferenceKind) -> None:
    (found,) = find_references(text)
    assert (found.text, found.value.kind) == (words or text.removeprefix("the "), kind)


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_many_papers_could_be_is_none(text: str) -> None:
    assert not list(find_references(text))


def test_of_two_who_met_one_is_whose_meeting_it_is() -> None:
    (found,) = find_references("the talk between Ambassador Able and Minister Baker")
    assert (found.value.from_, found.value.to) == ("Ambassador Able", "Minister Baker")
