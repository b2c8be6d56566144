"""Forms that no drawing of ours has: small typed-in papers, and what is read from each."""

from __future__ import annotations

import pytest

from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.standard import standard_readers
from onionskin.record.document import Document
from onionskin.record.named import Named
from onionskin.record.page import PageNumber, PageText

CABLE = """
Kuznetsov told me yesterday that the question of the bombers would be
settled in New York. I replied that the time was short and that the
Department would expect an answer.

                   KOHLER
"""
ORDER = """
You should tell the Foreign Minister that we have no objection to the
proposal made by the Ambassador last week.

                   RUSK
"""


def papers(text: str) -> list[Document]:
    """What is read from a text; a form feed turns the page."""
    pages = [PageText(PageNumber(n), page) for n, page in enumerate(text.split("\f"), 1)]
    return assemble(Surrogate("typed.txt", "0" * 64, "text/plain"), pages, standard_readers())


def said(document: Document, name: str) -> object:
    """A field's value, or values, each as the words of its name."""
    held = document.fields.get(name, ())
    values = [r.value for r in (held if isinstance(held, tuple) else (held,)) if r.value is not None]
    words = [v.name if isinstance(v, Named) else v for v in values]
    return words if isinstance(held, tuple) else next(iter(words), None)


def check(text: str, expected: dict[str, object]) -> None:
    """One paper, with those values, every one at its own ink."""
    found = papers(text)
    assert [d.kind for d in found] == [expected.get("kind", "telegram")]
    assert {name: said(found[0], name) for name in expected if name != "kind"} == {
        name: value for name, value in expected.items() if name != "kind"
    }
    assert list(found[0].ink_faults()) == []


SECRETARY = ["Secretary of State"]
INCOMING = "INCOMING TELEGRAM  Department of State\n\n"
HEADS = {
    "labels behind dashes": (
        INCOMING + "FROM - Moscow\nTO - Secretary of State\nNO. - 1587\nSENT - November 17, 1962, 7 p.m.",
        {"from": "Moscow", "to": SECRETARY, "number": "1587", "date": "1962-11-17T19:00:00+03:00"},
    ),
    "labels with leaders": (
        INCOMING + "FROM . . . . Moscow\nTO . . . . . Secretary of State\nNO. . . . . 1587",
        {"from": "Moscow", "to": SECRETARY, "number": "1587"},
    ),
    "values below their labels": (
        INCOMING + "FROM:\n     Moscow\nTO:\n     Secretary of State\nNO.:\n     1587",
        {"from": "Moscow", "to": SECRETARY, "number": "1587"},
    ),
    "a table of one row": (
        INCOMING + "FROM             TO                     NO.\nMoscow           Secretary of State     1587",
        {"from": "Moscow", "to": SECRETARY, "number": "1587"},
    ),
    "everything on one line": (
        INCOMING + "FROM: Moscow    TO: Secretary of State    NO: 1587    DATE: November 17, 1962, 7 p.m.",
        {"from": "Moscow", "to": SECRETARY, "number": "1587", "date": "1962-11-17T19:00:00+03:00"},
    ),
    "sender and number without labels": (
        INCOMING + "MOSCOW 1587\nNovember 17, 1962, 7 p.m.\nRec'd November 18, 1:03 a.m.\nTo: Secretary of State",
        {"from": "Moscow", "number": "1587", "received": "1962-11-18T01:03:00-05:00"},
    ),
    "misread addressees": (
        INCOMING + "FROM: Amembassv MOSC0W\n\nTO: Secretarv of State\n\nNO: 1587, November 17, 7 p.m.",
        {"from": "Amembassy Moscow", "to": SECRETARY, "number": "1587"},
    ),
    "the Department's town is no second addressee": (
        INCOMING + "FROM: Moscow\nTO: Department of State, Washington\nNO: 1587",
        {"to": ["Department of State"]},
    ),
    "a month is no series": (
        INCOMING + "FM AMEMBASSY MOSCOW\nTO SECSTATE WASHDC PRIORITY 1587\nNOV 17, 1962, 7 PM",
        {"number": "1587", "precedence": ["PRIORITY"], "date": "1962-11-17T19:00:00+03:00"},
    ),
    "a post's own form": (
        "AMERICAN EMBASSY, MOSCOW\nOUTGOING TELEGRAM\n\nTO: Secretary of State\nNO: 1587",
        {"from": "American Embassy Moscow", "direction": "incoming", "to": SECRETARY},
    ),
    "what a post receives": (
        "AMERICAN EMBASSY, MOSCOW\nINCOMING TELEGRAM\n\nFROM: Department\nNO: 1234",
        {"from": "Department", "direction": "outgoing", "to": ["American Embassy Moscow"], "number": "1234"},
    ),
    "a message between commands is neither way": (
        "JOINT CHIEFS OF STAFF\nMESSAGE CENTER\n\nFROM: CINCLANT\nTO:   JCS\nINFO: CINCARIB\n      COMUSMACV",
        {"from": "CINCLANT", "to": ["JCS"], "info": ["CINCARIB", "COMUSMACV"], "direction": None},
    ),
    "a sender whom no list has": (
        "FROM: DIRECTOR\nTO:   MEXICO CITY\nINFO: BOGOTA\nCITE: DIR 88642",
        {"from": "Director", "to": ["Mexico City"]},
    ),
}


@pytest.mark.parametrize(("head", "expected"), HEADS.values(), ids=HEADS)
def test_the_head_of_a_telegram(head: str, expected: dict[str, object]) -> None:
    """Labels by dash, gap, leader or column; none at all; posts' own forms; other services."""
    check(head + "\n" + CABLE, expected | {"signed_by": "Kohler"})


def test_two_lists_side_by_side() -> None:
    """`SENT TO:` and `REPEATED TO:` stand over columns of their own."""
    lists = """SENT TO:                     REPEATED TO:
Amembassy PARIS 1234         Amembassy LONDON 2345
PRIORITY                     Amembassy BONN 567
"""
    check(
        lists + ORDER,
        {"to": ["Amembassy Paris"], "info": ["Amembassy London", "Amembassy Bonn"], "number": "1234"},
    )


def test_a_head_at_the_foot() -> None:
    """The text and the signature are read where the addressees stand under them."""
    check(
        ORDER + "\nSENT TO: Amembassy MOSCOW - PRIORITY 1234\nRPTD: Amembassy LONDON 2345\n",
        {"to": ["Amembassy Moscow"], "info": ["Amembassy London"], "number": "1234", "signed_by": "Rusk"},
    )


def test_a_circular_without_a_title() -> None:
    """Its number alone says what it is."""
    check(
        "CIRCULAR 1234\n\nALL AMERICAN DIPLOMATIC POSTS\n" + ORDER,
        {"number": "1234", "direction": "outgoing", "to": ["All American Diplomatic Posts"]},
    )


def test_a_signature_behind_the_last_stop() -> None:
    """Teletypes run the name on; NNNN is none."""
    text = """P 222227Z NOV 78
FM SECSTATE WASHDC
TO AMEMBASSY PARIS PRIORITY
BT
1. FRENCH AMBASSADOR CALLED ON ASSISTANT SECRETARY TO DISCUSS THE MEETING.

2. HE SAID THAT HIS GOVERNMENT WOULD NOT BE IN A POSITION TO ANSWER
BEFORE THE END OF THE MONTH. VANCE
BT
NNNN
"""
    check(text, {"signed_by": "Vance", "date": "1978-11-22T22:27:00+00:00"})


def test_a_heading_under_the_text_is_no_signature() -> None:
    """Two words in capitals are a name only with a given name or an initial."""
    check(
        "OUTGOING TELEGRAM\nDepartment of State\n\nACTION: Amembassy MOSCOW\n\n"
        "You should tell the Foreign Minister that we have no objection.\n\nGREEN LIST\n",
        {"signed_by": None},
    )


APPROVALS = [
    ("Approved by: GBall", "G. Ball", None),
    ("Approved by: Mr. Ball, U", "Ball", "U"),
    ("APPROVED BY U:GWBALL", "G. W. Ball", "U"),
    ("Approved by\n   U/GWBall", "G. W. Ball", "U"),
    ("Approved by: /s/ George W. Ball", "George W. Ball", None),
    ("Telegraphic transmission\nand classification\napproved by:\n   Mr. Tyler - EUR", "Tyler", "EUR"),
    ("Drafted by ARA - Robert A. Kessler; cleared by L - Mr. Oakley; approved by U - Mr. Ball.", "Ball", "U"),
    (
        "DRAFTED BY                      APPROVED BY\nR. A. Kessler (ARA)            George W. Ball (U)",
        "George W. Ball",
        "U",
    ),
]


@pytest.mark.parametrize(("block", "name", "office"), APPROVALS)
def test_who_approved(block: str, name: str, office: str | None) -> None:
    """The office before or behind the name; labels over columns, and in a sentence."""
    (paper,) = papers(f"OUTGOING TELEGRAM\nDepartment of State\n\nACTION: Amembassy MOSCOW 1234\n{ORDER}\n{block}\n")
    reading = paper.fields["approved_by"]
    assert not isinstance(reading, tuple)
    assert isinstance(reading.value, Named)
    assert (reading.value.name, reading.value.office) == (name, office)


def test_a_memorandum_with_its_colons_apart() -> None:
    """Form DS-10 prints its colons in a column."""
    check(
        """TO        :  G - Mr. Johnson                      DATE: October 3, 1962
THROUGH   :  S/S
FROM      :  ARA - Edwin M. Martin
SUBJECT   :  Cuban Assets in Mexico

I believe that we should instruct our Embassy to approach the Foreign
Ministry without waiting for the answer of the Treasury.
""",
        {
            "kind": "memorandum",
            "to": ["Johnson"],
            "from": "Edwin M. Martin",
            "through": ["S/S"],
            "subject": "Cuban Assets in Mexico",
            "date": "1962-10-03",
        },
    )


def test_a_memorandum_without_colons() -> None:
    """Labels set off by gaps; an addressee who is an office."""
    check(
        """TO      The Secretary
FROM    EUR - C. Burke Elbrick
SUBJECT Your Meeting with the German Ambassador

There is attached a briefing paper for your meeting on Friday with the
German Ambassador, which has been cleared with the Bureau.
""",
        {
            "kind": "memorandum",
            "to": ["The Secretary"],
            "from": "C. Burke Elbrick",
            "subject": "Your Meeting with the German Ambassador",
        },
    )


def test_who_signs_a_memorandum_sends_it() -> None:
    """MEMORANDUM TO may go on in words, and FROM may be wanting."""
    check(
        """October 9, 1962

MEMORANDUM TO: The Under Secretary

Cuban shipping has been declining in the past month, but the figures for
Soviet shipping have gone up by half as compared with a year ago.

                              /s/ Abram Chayes
""",
        {"kind": "memorandum", "to": ["The Under Secretary"], "from": "Abram Chayes", "signed_by": "Abram Chayes"},
    )


def test_participants_in_two_columns() -> None:
    """One side beside the other; who holds an office may be named by it alone."""
    check(
        """MEMORANDUM OF CONVERSATION

Date and Place: June 4, 1961, Soviet Embassy, Vienna

Participants:

For the U.S.:                        For the U.S.S.R.:
The President                        Chairman Khrushchev
Secretary Rusk                       Foreign Minister Gromyko
Mr. Bohlen                           Mr. Dobrynin

The President said that he wished to discuss the question of nuclear
tests before turning to other matters on the agenda.
""",
        {
            "kind": "memorandum-of-conversation",
            "participants": ["The President", "Khrushchev", "Rusk", "Gromyko", "Bohlen", "Dobrynin"],
            "date": "1961-06-04",
        },
    )


def test_a_list_of_copies_has_posts_and_offices() -> None:
    """Each part of the list is read by itself."""
    (paper,) = papers(
        """Memorandum of Conversation

DATE: May 5, 1961
PARTICIPANTS:   The Secretary               Ambassador Menshikov, USSR Embassy
                Mr. Kohler, EUR
COPIES TO:  S/S, G, Amembassy MOSCOW, Mr. Bundy, Mr. Hays (White House)

The Ambassador opened the conversation by saying that he had been asked
to deliver a message from his Government on the cease-fire.
"""
    )
    assert said(paper, "participants") == ["The Secretary", "Menshikov", "Kohler"]
    assert said(paper, "copies_to") == ["S/S", "G", "Amembassy Moscow", "Bundy", "Hays"]


CLOSES = [
    ("Sincerely,\n\nTommy\nLlewellyn E. Thompson", "Sincerely,", "Llewellyn E. Thompson"),
    ("All the best,\n\nChip\n\nCharles E. Bohlen", "All the best,", "Charles E. Bohlen"),
    (
        "I remain, Sir,\nYour obedient servant,\n\n[signed]\nHarlan Cleveland",
        "Your obedient servant,",
        "Harlan Cleveland",
    ),
    ("For the Secretary of State:\n\n     George C. McGhee", None, "George C. McGhee"),
    (
        "Believe me, my dear Foster,\n   Yours very sincerely,\n      Selwyn Lloyd",
        "Yours very sincerely,",
        "Selwyn Lloyd",
    ),
]


@pytest.mark.parametrize(("foot", "close", "signed"), CLOSES)
def test_how_letters_end(foot: str, close: str | None, signed: str) -> None:
    """A hand over a typed name, a courtly close, none at all."""
    check(
        f"""May 2, 1951

Dear Mr. Ambassador:

I have your letter of April 20 about the exchange program and have
talked to the people at the Ministry about it.

{foot}
""",
        {"kind": "letter", "complimentary_close": close, "signed_by": signed, "from": signed, "date": "1951-05-02"},
    )


def test_a_letter_without_its_salutation() -> None:
    """The close alone says that it is one."""
    check(
        """May 2, 1951

I have your letter of April 20 about the exchange program and have
talked to the people at the Ministry about it.

Sincerely yours,

Dean Rusk
""",
        {"kind": "letter", "signed_by": "Dean Rusk"},
    )


def test_an_identification_form_is_a_page_of_its_own() -> None:
    """What it says of the paper is not the paper's head; a form's own print date is not the date."""
    form, letter = papers(
        """JFK ASSASSINATION SYSTEM             Date: 8/26/2015
IDENTIFICATION FORM

ORIGINATOR : STATE
FROM : RUSK, DEAN
TO : THE PRESIDENT
DATE : 02/18/1964
DOCUMENT TYPE : MEMORANDUM
\fFebruary 18, 1964

Dear Mr. President:

I have read the report that was sent to me yesterday and think that it
should be published as soon as we can.

Sincerely,

Dean Rusk
"""
    )
    assert (form.kind, form.source.pages, said(form, "date")) == ("form", (1,), "1964-02-18")
    assert (said(form, "from"), said(form, "to")) == ("RUSK, DEAN", ["The President"])
    assert (letter.kind, letter.source.pages) == ("letter", (2,))


def test_a_routing_sheet_is_no_telegram() -> None:
    """ACTION and NO. stand on many forms: a telegram has more of its labels, or a post."""
    (paper,) = papers(
        "ACTION      NO. 4\n\nPlease see that this is returned to the registry before the end of the week.\n"
    )
    assert paper.kind != "telegram"
