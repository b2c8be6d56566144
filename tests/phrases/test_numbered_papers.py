"""Papers cited by a number of their own: whose it is, what they are called, the short titles of the services."""

import pytest

from onionskin.phrases.references import find_references
from onionskin.record.references import ReferenceKind

LETTERED = [  # text, the words clicked, series, number, from
    ("in Rio de Janeiro's airgram A-377 were", "Rio de Janeiro's airgram A-377", "A", "377", "Rio de Janeiro"),
    ("the Department's instruction A-96 of", "Department's instruction A-96", "A", "96", "Department of State"),
    ("Ref: Your airgram A-459.", "Your airgram A-459", "A", "459", None),
    ("circular airgram CA-3456", "circular airgram CA-3456", "CA", "3456", "Department of State"),
    ("Musto A-455", "Musto A-455", "MUSTO", "455", None),
    ("also Topol G-1306)", "Topol G-1306", "TOPOL", "1306", "Department of State"),
]

NUMBERED = [  # text, the words clicked, series, number, from
    ("Rio de Janeiro's telegram 771 had", "Rio de Janeiro's telegram 771", None, "771", "Rio de Janeiro"),
    ("LIMA'S 207;", "LIMA'S 207", None, "207", "Lima"),
    ("in Madrid 6802 our Ambassador", "Madrid 6802", None, "6802", "Madrid"),
    ("as Bonn 4735 an Allied approach", "Bonn 4735", None, "4735", "Bonn"),
    ("London's 292 May 1 repeated", "London's 292", None, "292", "London"),
    ("(sent as State 51877).", "State 51877", "STATE", "51877", "Department of State"),
    ("Ref: State's 89416.", "State's 89416", "STATE", "89416", "Department of State"),
    ("see State 1123,", "State 1123", "STATE", "1123", "Department of State"),
    ("Reference Def 985721 from", "Def 985721", "DEF", "985721", None),
    ("of Able's 1516 to the Secretary", "Able's 1516", None, "1516", "Able"),
    ("Ambassador Able's 571.", "Ambassador Able's 571", None, "571", "Ambassador Able"),
    ("Able's telegram No. 34", "Able's telegram No. 34", None, "34", "Able"),
    ("the Consul General's telegram 34", "Consul General's telegram 34", None, "34", "Consul General"),
    ("my Hakto 12", "Hakto 12", "HAKTO", "12", None),
    ("see MACV 3344 DTG 030455Z for", "MACV 3344 DTG 030455Z", None, "3344", "MACV"),
    ("JCS message 5147 authorized", "JCS message 5147", None, "5147", "JCS"),
    ("USARMA’s CX 332;", "USARMA’s CX 332", "CX", "332", "USARMA"),
    ("MAGCH–CT 494, DTG 110329Z", "MAGCH–CT 494, DTG 110329Z", "CT", "494", "MAGCH"),
    ("Army Attache's C-18.", "Army Attache's C-18", "C", "18", "Army Attaché"),
    ("ARMY ATTACHE'S C-18", "ARMY ATTACHE'S C-18", "C", "18", "Army Attaché"),
    ("message C-44 said", "message C-44", "C", "44", None),
    ("CX-455", "CX-455", "CX", "455", None),
    ("in DA 445566", "DA 445566", None, "445566", "DA"),
]

PAPERS = [  # text, the words clicked, series, number
    ("NSC Action 1899-c", "NSC Action 1899-c", "NSC Action", "1899-c"),
    ("JCS 2304/12", "JCS 2304/12", "JCS", "2304/12"),
    ("NIE 11-8/1-61 revised", "NIE 11-8/1-61", "NIE", "11-8/1-61"),
    ("SWNCC 150/4/A", "SWNCC 150/4/A", "SWNCC", "150/4/A"),
    ("PPS/23", "PPS/23", "PPS", "23"),
    ("The Attaché's report C-107-65 gives", "Attaché's report C-107-65", None, "C-107-65"),
    ("in Embassy note 87 of", "Embassy note 87", None, "87"),
    ("our Note 38.", "our Note 38", None, "38"),
    ("in Research Memorandum RSB-35", "RSB-35", "RSB", "35"),
    ("OCI No. 1234/62", "OCI No. 1234/62", "OCI", "1234/62"),
    ("Executive Order 10575 (Tab", "Executive Order 10575", "Executive Order", "10575"),
    ("S/S log 4455", "S/S log 4455", "S/S", "4455"),
    ("memorandum S/S-1234", "S/S-1234", "S/S", "1234"),
    ("and joint weeka 31.", "joint weeka 31", "WEEKA", "31"),
    ("GA Res. 2625", "GA Res. 2625", None, "2625"),
    ("A/RES/1234 (XV)", "A/RES/1234 (XV)", None, "A/RES/1234"),
]

NOTHING = [
    "United States 1234 tons",
    "the Department of State 1968 budget",
    "the Secretary of State 1234",
    "State 1962 budget",
    "Able's 1955 proposal",
    "Able's 18 January hopes",
    "Germany's 170 rifles",
    "Able's 345 reasons",
    "SHAPE 685 men",
    "OSD 1962 study",
    "DA IN 260521",
    "a C-130 aircraft",
    "C-47 transport",
    "Army Attaché's 12 reports",
    "the attachment C-12",
    "MACV 12",
    "PL 480 wheat",
    "the result 338",
    "Res. 338",
    "SC members",
    "see note 3 above",
    "the note 12 lines long",
]


@pytest.mark.parametrize(("text", "words", "series", "number", "sender"), LETTERED)
def test_a_lettered_number_with_what_it_is_called(
    text: str, words: str, series: str, number: str, sender: str | None
) -> None:
    (found,) = find_references(text)
    cited = found.value
    assert (found.text, cited.kind) == (words, ReferenceKind.DOCUMENT)
    assert (cited.series, cited.number, cited.from_) == (series, number, sender)


@pytest.mark.parametrize(("text", "words", "series", "number", "sender"), NUMBERED)
def test_a_message_by_whose_it_is(text: str, words: str, series: str | None, number: str, sender: str | None) -> None:
    (found,) = find_references(text)
    cited = found.value
    assert (found.text, cited.kind) == (words, ReferenceKind.TELEGRAM)
    assert (cited.series, cited.number, cited.from_) == (series, number, sender)


@pytest.mark.parametrize(("text", "words", "series", "number"), PAPERS)
def test_a_paper_of_a_series(text: str, words: str, series: str | None, number: str) -> None:
    (found,) = find_references(text)
    cited = found.value
    assert (found.text, cited.kind) == (words, ReferenceKind.DOCUMENT)
    assert (cited.series, cited.number) == (series, number)


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_cite_nothing(text: str) -> None:
    assert not list(find_references(text))


def test_a_group_that_somebody_owns_is_a_message() -> None:
    (found,) = find_references("should go forward as planned in your DTG 041530Z.")
    assert (found.text, found.value.kind, found.value.number) == ("your DTG 041530Z", ReferenceKind.MESSAGE, "041530Z")


def test_a_group_is_the_number_also_behind_a_noun() -> None:
    (found,) = find_references("COMUSMACV message 112233Z")
    assert (found.text, found.value.number, found.value.from_) == ("COMUSMACV message 112233Z", "112233Z", "COMUSMACV")


def test_a_persons_telegram_may_have_gone_anywhere() -> None:
    (found,) = find_references("Able's 571 from Beirut")
    assert (found.value.from_, found.value.to) == ("Beirut", None)
