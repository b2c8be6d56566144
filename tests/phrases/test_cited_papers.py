"""Papers and meetings cited otherwise than by number: by writer and day, by who handed them over, where they stand."""

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
    ("airgram A-145 reports", "airgram A-145", ReferenceKind.DOCUMENT),
    ("see CA-10362", "CA-10362", ReferenceKind.DOCUMENT),
    ("Embassy despatch 251 Feb 16", "Embassy despatch 251", ReferenceKind.DOCUMENT),
    ("on points raised reftel.", "reftel", ReferenceKind.TELEGRAM),
    ("as in septels", "septels", ReferenceKind.TELEGRAM),
    ("Reference telegram says", "Reference telegram", ReferenceKind.TELEGRAM),
    ("my immediately preceding telegram", "my immediately preceding telegram", ReferenceKind.TELEGRAM),
    ("revised text of final paragraphs in next message)", "next message", ReferenceKind.MESSAGE),
    ("with interest Chairman's last message which", "Chairman's last message", ReferenceKind.MESSAGE),
    ("the President's message of October 27", "President's message of October 27", ReferenceKind.MESSAGE),
    ("letter of November 17.", "letter of November 17", ReferenceKind.LETTER),
    ("your letter of November 14", "your letter of November 14", ReferenceKind.LETTER),
    ("YOUR LETTER OF NOVEMBER 14", "YOUR LETTER OF NOVEMBER 14", ReferenceKind.LETTER),
    ("Khrushchev's letter", "Khrushchev's letter", ReferenceKind.LETTER),
    ("in our March 13 letter that", "our March 13 letter", ReferenceKind.LETTER),
    (
        "Here is a copy of a letter I have sent to Jack McCloy, constituting",
        "copy of a letter I have sent to Jack McCloy",
        ReferenceKind.LETTER,
    ),
    ("your proposed letter to Kuznetsov was well received", "your proposed letter to Kuznetsov", ReferenceKind.LETTER),
    (
        "The letter which Adlai Stevenson suggested might",
        "letter which Adlai Stevenson suggested",
        ReferenceKind.LETTER,
    ),
    (
        "copies of the most recent communications between the President and Khrushchev.",
        "copies of the most recent communications between the President and Khrushchev",
        ReferenceKind.MESSAGE,
    ),
    ("Soviet note of March 19", "Soviet note of March 19", ReferenceKind.DOCUMENT),
    ("our memorandum of the November 3 talk", "our memorandum of the November 3 talk", ReferenceKind.DOCUMENT),
    ("memorandum of conversation of November 3", "memorandum of conversation of November 3", ReferenceKind.DOCUMENT),
    ("effecting understanding of October 27 and 28. You", "understanding of October 27 and 28", ReferenceKind.DOCUMENT),
    ("give him our draft declaration (revised", "our draft declaration", ReferenceKind.DOCUMENT),
    (
        'the so-called "protocol" presented jointly by the Soviets and the Cubans you',
        'so-called "protocol" presented jointly by the Soviets and the Cubans',
        ReferenceKind.DOCUMENT,
    ),
    ("in a letter to you of July 9, 1973, that", "letter to you of July 9, 1973", ReferenceKind.LETTER),
    ("(memorandum from Mr. Able, May 3, 1966)", "memorandum from Mr. Able, May 3, 1966", ReferenceKind.DOCUMENT),
    ("(Memorandum of conversation, June 13;", "Memorandum of conversation, June 13", ReferenceKind.DOCUMENT),
    (
        "in a note from the Norland Foreign Ministry, dated May 3",
        "note from the Norland Foreign Ministry, dated May 3",
        ReferenceKind.DOCUMENT,
    ),
    ("Able's statement in Parliament on May 3", "Able's statement in Parliament on May 3", ReferenceKind.DOCUMENT),
    ("final communique issued on June 6 to", "communique issued on June 6", ReferenceKind.DOCUMENT),
    ("his November 1 speech in the", "his November 1 speech", ReferenceKind.DOCUMENT),
    ("the Embassy's note No. 97/W/64, in", "Embassy's note No. 97/W/64", ReferenceKind.DOCUMENT),
    ("predicted in its despatch under reference.", "despatch under reference", ReferenceKind.DOCUMENT),
    ("recall the treaty of 1948 as", "treaty of 1948", ReferenceKind.DOCUMENT),
    ("satisfied WITH LONDON COMMUNIQUE AND", "LONDON COMMUNIQUE", ReferenceKind.DOCUMENT),
    ("AS HE HAD DONE IN JULY LETTER.", "JULY LETTER", ReferenceKind.LETTER),
    ("HE HAD WRITTEN TO MR. ABLE ON JULY 2.", "WRITTEN TO MR. ABLE ON JULY 2", ReferenceKind.LETTER),
    ("helpful and reply being drafted.", "reply being drafted", ReferenceKind.MESSAGE),
    ("FULL TEXT FOLLOWS BY AIRGRAM.", "AIRGRAM", ReferenceKind.DOCUMENT),
    ("the aide-memoire that he will leave with", "aide-memoire that he will leave", ReferenceKind.DOCUMENT),
    ("that the press release of this morning", "press release of this morning", ReferenceKind.DOCUMENT),
    (
        "is a telegram received this morning from Oslo in",
        "telegram received this morning from Oslo",
        ReferenceKind.TELEGRAM,
    ),
    ("yesterday's note", "yesterday's note", ReferenceKind.DOCUMENT),
    ("asked at this morning's meeting.", "this morning's meeting", ReferenceKind.MEETING),
    ("before the four o'clock meeting.", "four o'clock meeting", ReferenceKind.MEETING),
    ("You asked yesterday at the staff meeting", "yesterday at the staff meeting", ReferenceKind.MEETING),
    ("at the Cabinet meeting on May 3", "Cabinet meeting on May 3", ReferenceKind.MEETING),
    ("with pleasure our talk at the White House, and", "our talk at the White House", ReferenceKind.MEETING),
    ("today's talks", "today's talks", ReferenceKind.MEETING),
    (
        "my conversation with the Assistant Secretary of State for Norland Affairs on May 3",
        "my conversation with the Assistant Secretary of State for Norland Affairs on May 3",
        ReferenceKind.MEETING,
    ),
    (
        "in conversation with the reporting officer on May 3, said",
        "conversation with the reporting officer on May 3",
        ReferenceKind.MEETING,
    ),
    ("my call on Mr. Able this morning", "my call on Mr. Able this morning", ReferenceKind.MEETING),
    (
        "MAAG CHIEF'S CALL ON MINISTER OF DEFENSE PROCEED ON JULY 16 AS",
        "MAAG CHIEF'S CALL ON MINISTER OF DEFENSE PROCEED ON JULY 16",
        ReferenceKind.MEETING,
    ),
    ("your note of the 14th instant", "your note of the 14th instant", ReferenceKind.DOCUMENT),
    ("letter of even date", "letter of even date", ReferenceKind.LETTER),
    ("is a telegram just received from Oslo", "telegram just received from Oslo", ReferenceKind.TELEGRAM),
    ("the note verbale of May 3", "note verbale of May 3", ReferenceKind.DOCUMENT),
    ("your interim reply of May 3", "your interim reply of May 3", ReferenceKind.MESSAGE),
    (
        "our telephone conversation of this morning",
        "our telephone conversation of this morning",
        ReferenceKind.MEETING,
    ),
    ("in our telephone conversation", "our telephone conversation", ReferenceKind.MEETING),
    ("at our last meeting you", "our last meeting", ReferenceKind.MEETING),
    ("at dinner last night", "dinner last night", ReferenceKind.MEETING),
    ("our telephone call of this morning", "our telephone call of this morning", ReferenceKind.MEETING),
    ("your audience with the King on May 3", "your audience with the King on May 3", ReferenceKind.MEETING),
    ("told in a separate message.", "separate message", ReferenceKind.MESSAGE),
    ("the Treaty of Friendship of 1948", "Treaty of Friendship of 1948", ReferenceKind.DOCUMENT),
    ("the enclosed clipping", "enclosed clipping", ReferenceKind.ENCLOSURE),
    ("see CINCPAC's 071430Z", "CINCPAC's 071430Z", ReferenceKind.MESSAGE),
    ("under reference (a)", "reference (a)", ReferenceKind.DOCUMENT),
    ("sign the telegram at Tab A", "telegram at Tab A", ReferenceKind.ENCLOSURE),
    ("as in last press conference, which", "last press conference", ReferenceKind.PRESS_CONFERENCE),
    ("will be having a press conference on Tuesday.", "press conference on Tuesday", ReferenceKind.PRESS_CONFERENCE),
    ("in his September 10 press conference", "his September 10 press conference", ReferenceKind.PRESS_CONFERENCE),
    (
        "the conversation he is to have with Kuznetsov on Sunday.",
        "conversation he is to have with Kuznetsov on Sunday",
        ReferenceKind.MEETING,
    ),
    ("your meeting with Kuznetsov tomorrow, copies", "your meeting with Kuznetsov tomorrow", ReferenceKind.MEETING),
    (
        "During Mr. Ball's meeting with Brandov tomorrow",
        "Mr. Ball's meeting with Brandov tomorrow",
        ReferenceKind.MEETING,
    ),
    ("about your meeting tomorrow, in", "your meeting tomorrow", ReferenceKind.MEETING),
    ("yesterday's meeting", "yesterday's meeting", ReferenceKind.MEETING),
    ("my conversation with Gromyko", "my conversation with Gromyko", ReferenceKind.MEETING),
    ("the meeting on April 9", "meeting on April 9", ReferenceKind.MEETING),
    ("In your talk in Cairo on May 6 you", "your talk in Cairo on May 6", ReferenceKind.MEETING),
    ("the meeting at Geneva on April 9", "meeting at Geneva on April 9", ReferenceKind.MEETING),
    ("in the Delegation's paper of March 10, had", "Delegation's paper of March 10", ReferenceKind.DOCUMENT),
    (
        "letter which the President of Norland, His Excellency John C. Able, has addressed to President Kennedy.",
        "letter which the President of Norland, His Excellency John C. Able, has addressed to President Kennedy",
        ReferenceKind.LETTER,
    ),
    ("the copy I am attaching to this letter for", "copy I am attaching to this letter", ReferenceKind.ENCLOSURE),
    ("the attached memorandum", "attached memorandum", ReferenceKind.ENCLOSURE),
    ("is at Tab A.", "Tab A", ReferenceKind.ENCLOSURE),
    ("Central Files, 737.56361/11-1762", "737.56361/11-1762", ReferenceKind.FILE),
    ("C.A.NO 88-0034", "C.A.NO 88-0034", ReferenceKind.CASE),
    ("Civil Action No. 88-0034", "Civil Action No. 88-0034", ReferenceKind.CASE),
    ("NLK-12-35e, doc. 9", "NLK-12-35e", ReferenceKind.CASE),
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
