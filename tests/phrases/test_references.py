"""What a text points to, in words that a reader would click; and words that point to nothing."""

import pytest

from onionskin.phrases.days import PartialDay
from onionskin.phrases.references import find_references, read_reference
from onionskin.record.references import ReferenceKind

TELEGRAMS = [  # text, the words clicked, series, number, from, to
    ("present SC scenario contained DEPTTEL 1338, give", "DEPTTEL 1338", "DEPTEL", "1338", "Department of State", None),
    ("paragraph 5 of Deptel 13O8", "Deptel 13O8", "DEPTEL", "1308", "Department of State", None),
    ("DEPT TEL 1338", "DEPT TEL 1338", "DEPTEL", "1338", "Department of State", None),
    ("Department's telegram 1338", "Department's telegram 1338", "DEPTEL", "1338", "Department of State", None),
    ("Department’s 660 to Karachi", "Department’s 660 to Karachi", "DEPTEL", "660", "Department of State", "Karachi"),
    ("Re Embtel 2733.", "Re Embtel 2733", "EMBTEL", "2733", None, "Department of State"),
    ("Embassy telegram No. 1234", "Embassy telegram No. 1234", "EMBTEL", "1234", None, "Department of State"),
    ("requested him—Embtel 428 —to go", "Embtel 428", "EMBTEL", "428", None, "Department of State"),
    ("Moscow's 1587", "Moscow's 1587", None, "1587", "Moscow", "Department of State"),
    ("Re Moscow 1234.", "Moscow 1234", None, "1234", "Moscow", "Department of State"),
    (
        "In Moscow's 980 to the Dept Kohler has",
        "Moscow's 980 to the Dept",
        None,
        "980",
        "Moscow",
        "Department of State",
    ),
    ("Hue tels 5 refer", "Hue tels 5", None, "5", "Hue", "Department of State"),
    ("your 1835", "your 1835", None, "1835", None, None),
    ("our 79109.", "our 79109", None, "79109", None, None),
    ("as reported my 1053. In", "my 1053", None, "1053", None, None),
    ("urtel 1835", "urtel 1835", None, "1835", None, None),
    ("your telegram 1028 on", "your telegram 1028", None, "1028", None, None),
    ("telegram 798 from Saigon, March 8", "telegram 798 from Saigon", None, "798", "Saigon", None),
    (
        "telegram 2138 to the Department of State from Moscow,",
        "telegram 2138 to the Department of State from Moscow",
        None,
        "2138",
        "Moscow",
        "Department of State",
    ),
    ("Deptcirtel 983", "Deptcirtel 983", "CIRTEL", "983", "Department of State", None),
    ("Deptel Circ 1043", "Deptel Circ 1043", "CIRTEL", "1043", "Department of State", None),
    ("Polto 118", "Polto 118", "POLTO", "118", None, "Department of State"),
    ("Topol 44", "Topol 44", "TOPOL", "44", "Department of State", None),
    ("Secto 22 from Paris", "Secto 22 from Paris", "SECTO", "22", "Paris", "Department of State"),
    ("repeated as Tosec 19", "Tosec 19", "TOSEC", "19", "Department of State", None),
    ("USUN 1801", "USUN 1801", "USUN", "1801", "USUN New York", "Department of State"),
    ("(C) STATE 131738 (MAY 24, 1978)", "STATE 131738", "STATE", "131738", "Department of State", None),
    ("REFS: (A) LA PAZ 6784;", "LA PAZ 6784", None, "6784", "La Paz", "Department of State"),
    ("(Deptel to Caracas 1295)", "Deptel to Caracas 1295", "DEPTEL", "1295", "Department of State", "Caracas"),
    ("see telegram from Paris No. 4410.", "telegram from Paris No. 4410", None, "4410", "Paris", "Department of State"),
    ("telegram 12 from the Embassy in Moscow", "telegram 12 from the Embassy in Moscow", None, "12", "Moscow", None),
    ("PARIS 4410 TO DEPT", "PARIS 4410 TO DEPT", None, "4410", "Paris", "Department of State"),
    ("Embtei 1702", "Embtei 1702", "EMBTEL", "1702", None, "Department of State"),
    ("Ernbtel 1234", "Ernbtel 1234", "EMBTEL", "1234", None, "Department of State"),
    ("Deptcl 911", "Deptcl 911", "DEPTEL", "911", "Department of State", None),
    ("urte1 1835", "urte1 1835", None, "1835", None, None),
    ("mymsg 1429", "mymsg 1429", None, "1429", None, None),
    ("Legation's 44", "Legation's 44", None, "44", "Legation", "Department of State"),
    ("points from Circular 580 of", "Circular 580", "CIRTEL", "580", "Department of State", None),
    ("in Depto 44,", "Depto 44", "DEPTO", "44", "Department of State", None),
    ("SECSTATE 12345", "SECSTATE 12345", "STATE", "12345", "Department of State", None),
    ("see WARX 88123", "WARX 88123", "WARX", "88123", None, None),
    ("as MAC 1495 said", "MAC 1495", "MAC", "1495", None, None),
    ("my 398, March 16, 6 p.m., reports", "my 398", None, "398", None, None),
    ("my 398, March 16, from Ankara", "my 398, March 16, from Ankara", None, "398", "Ankara", None),
]

BY_CONTEXT = [  # text, the words clicked, kind, the day as month and day
    ("as in reftel B and", "reftel B", ReferenceKind.TELEGRAM, None),
    ("discussed REF B would go", "REF B", ReferenceKind.TELEGRAM, None),
    ("urtel Nov 6 said", "urtel Nov 6", ReferenceKind.TELEGRAM, (11, 6)),
    ("mytel of July 3", "mytel of July 3", ReferenceKind.TELEGRAM, (7, 3)),
    ("Embtel of July 3", "Embtel of July 3", ReferenceKind.TELEGRAM, (7, 3)),
    ("reurtel March 3", "reurtel March 3", ReferenceKind.TELEGRAM, (3, 3)),
    ("in refair", "refair", ReferenceKind.DOCUMENT, None),
    ("urdesp of May 7", "urdesp of May 7", ReferenceKind.DOCUMENT, (5, 7)),
    ("the reference airgram", "reference airgram", ReferenceKind.DOCUMENT, None),
]

NOTHING = [
    "",
    "You should see Kuznetsov promptly",
    "1359",
    "our 1961 meeting",
    "your 22 divisions",
    "our 60,000-man withdrawal",
    "my 90 minute review",
    "Geneva 1954 agreements",
    "Berlin's 1961 crisis",
    "Moscow's 30 provinces",
    "$500 million, 50 percent",
    "New York 17, New York",
    "799 United Nations Plaza",
    "the G-2 of the army",
    "Department of State\n\n5459",
    "this letter is long",
    "29 March 1963\nMEMORANDUM",
    "who are attached to the paper",
    "In his letter he said",
    "please note that",
    "a serious message",
    "in reply to the Ambassador's question",
    "no press conference",
    "we can talk tomorrow",
    "we are meeting tomorrow",
    "meeting of the Security Council",
    "the understanding between the President and Khrushchev",
    "the Hotel Moscow",
    "We note Feb 7 AP story",
    "the proposals of the group on March 4 elections",
    "calling for the dispatch to Lebanon of an observer",
    "we shall talk with him on July 3",
    "a telephone conversation",
    "PRIORITY 071430Z",
    "a message, DTG 071430Z",
    "R 071430Z OCT 66",
    "they call on Mr. Able",
    "The letter is of great interest",
    "a low-key reply on Mr. Able's return to Moscow, about February 14",
    "agreement before April 27",
    "NSC 1962 budget",
    "NSC 5 members",
    "circular 12 posts",
    "12\nNIE 85-62\nThe Situation in Norland",
    "our 3 telephones, ours, urban, referendum, refs",
    "REF B: see below",
]


@pytest.mark.parametrize(("text", "words", "series", "number", "sender", "receiver"), TELEGRAMS)
def test_a_telegram_cited_by_number(  # noqa: PLR0917
    text: str, words: str, series: str | None, number: str, sender: str | None, receiver: str | None
) -> None:
    (found,) = find_references(text)
    cited = found.value
    assert found.text == words
    assert (cited.kind, cited.series, cited.number) == (ReferenceKind.TELEGRAM, series, number)
    assert (cited.from_, cited.to) == (sender, receiver)


@pytest.mark.parametrize(
    ("text", "words", "sender"),
    [
        ("Lagos A-377;", "Lagos A-377", "Lagos"),
        ("see New Delhi's A-377", "New Delhi's A-377", "New Delhi"),
        ("as told in A-377", "A-377", None),
        ("our A-377 from Ibadan", "A-377 from Ibadan", "Ibadan"),
    ],
)
def test_a_lettered_number_is_of_the_post_before_it(text: str, words: str, sender: str | None) -> None:
    (found,) = find_references(text)
    assert (found.text, found.value.number, found.value.series, found.value.from_) == (words, "377", "A", sender)


@pytest.mark.parametrize(("text", "words", "kind", "day"), BY_CONTEXT)
def test_a_paper_that_the_context_names(
    text: str, words: str, kind: ReferenceKind, day: tuple[int, int] | None
) -> None:
    (found,) = find_references(text)
    assert (found.text, found.value.kind) == (words, kind)
    assert (found.value.day and (found.value.day.month, found.value.day.day)) == day


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_cite_nothing(text: str) -> None:
    assert not list(find_references(text))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("EMBTELS 1318 AND 1319", [("EMBTELS 1318", "1318"), ("1319", "1319")]),
        (
            "1016. Depcirtels 983, 986, 1004. Department now",
            [("Depcirtels 983", "983"), ("986", "986"), ("1004", "1004")],
        ),
        ("Saigon’s 1082 and 1129)", [("Saigon’s 1082", "1082"), ("1129", "1129")]),
        ("Deptel 274 to New Delhi, 198 to Karachi", [("Deptel 274 to New Delhi", "274"), ("198 to Karachi", "198")]),
        ("Our 466, G–156, D–207.", [("Our 466", "466"), ("G–156", "156"), ("D–207", "207")]),
        ("Deptel 1338, 17 November", [("Deptel 1338", "1338")]),
        (
            "New Delhi's 476, info Karachi 213, London 189; Karachi's 243",
            [("New Delhi's 476", "476"), ("Karachi's 243", "243")],
        ),
        ("Deptel to Caracas 1295, Santiago 1004", [("Deptel to Caracas 1295", "1295"), ("Santiago 1004", "1004")]),
        ("Your 5194 repeated information Saigon 103, Vientiane 121", [("Your 5194", "5194")]),
    ],
)
def test_each_number_of_a_list_is_a_reference_and_a_copy_elsewhere_is_none(
    text: str, cited: list[tuple[str, str]]
) -> None:
    assert [(f.text, f.value.number) for f in find_references(text)] == cited


def test_a_date_behind_a_number_is_the_telegrams() -> None:
    found = read_reference("Bonn's 4915, 7 Nov. 1967")
    assert found is not None
    assert found.value.date == "1967-11-07"


def test_a_date_without_its_year_is_kept_beside_and_gives_no_edtf() -> None:
    found = read_reference("your letter of November 14")
    assert found is not None
    assert (found.value.date, found.value.day) == (None, PartialDay(11, 14))


def test_a_relative_day_stays_in_its_own_words() -> None:
    found = read_reference("the conversation he is to have with Kuznetsov on Sunday")
    assert found is not None
    assert (found.value.when, found.value.to) == ("on Sunday", "Kuznetsov")


def test_directions_are_as_the_department_saw_them() -> None:
    text = "DEPTTEL 1338, EMBTEL 1318 and Moscow's 1587, Moscow's 12 to Paris"
    directions = [f.value.direction for f in find_references(text)]
    assert directions == ["outgoing", "incoming", "incoming", None]


def test_the_date_of_a_file_number_comes_with_it() -> None:
    found = read_reference("737.56361/11-1762")
    assert found is not None
    assert (found.value.number, found.value.date) == ("737.56361/11-1762", "1962-11-17")


def test_an_hours_conversation_is_nobodys_but_theirs() -> None:
    (found,) = find_references("during an hour's conversation with the Ambassador this afternoon")
    assert found.value.from_ is None


def test_the_sender_may_stand_behind_the_day() -> None:
    (found,) = find_references("the Embassy's despatch No. 915 of 18 March 1953 from Guatemala City.")
    assert found.text == "Embassy's despatch No. 915 of 18 March 1953 from Guatemala City"
    assert (found.value.number, found.value.from_, found.value.date) == ("915", "Guatemala City", "1953-03-18")


def test_a_sender_behind_a_list_is_of_each() -> None:
    found = list(find_references("telegrams Nos. 12 and 13 from London"))
    assert [(f.value.number, f.value.from_) for f in found] == [("12", "London"), ("13", "London")]


def test_who_hands_a_letter_over_did_not_write_it() -> None:
    (found,) = find_references("Able's letter delivered to White House by Ambassador Baker on October 26")
    assert (found.value.from_, found.value.to) == ("Able", "White House")


def test_who_sent_a_letter_wrote_it() -> None:
    (found,) = find_references("two letters sent by Able to Baker on November 19")
    assert (found.value.from_, found.value.to) == ("Able", "Baker")


@pytest.mark.parametrize(
    ("printed", "text", "number", "series"),
    [
        ("this goes before a reply to our CAS 48812.", "CAS 48812", "48812", "CAS"),
        ("Your thoughtful 2217 leads us to believe", "Your thoughtful 2217", "2217", None),
    ],
)
def test_a_station_s_series_and_an_owner_with_praise_lead_to_a_number(
    printed: str, text: str, number: str, series: str | None
) -> None:
    (found,) = find_references(printed)
    assert (found.text, found.value.number, found.value.series) == (text, number, series)
