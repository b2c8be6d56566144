"""Persons as papers name them, and lines that name nobody."""

import pytest

from onionskin.phrases.casing import natural, natural_office
from onionskin.phrases.names import read_person, read_persons
from onionskin.record.named import NamedKind
from onionskin.record.reading import ReadingState

PERSONS = [  # line, name, surname, title, office
    ("U - George W. Ball", "George W. Ball", "Ball", None, "U"),
    ("G - Mr. Johnson", "Johnson", "Johnson", "Mr.", "G"),
    ("S/S - Mr. Breisky", "Breisky", "Breisky", "Mr.", "S/S"),
    ("EUR - Mr. William R. Tyler (in draft)", "William R. Tyler", "Tyler", "Mr.", "EUR"),
    ("Mr. Johnson (G)", "Johnson", "Johnson", "Mr.", "G"),
    ("U. Alexis Johnson", "U. Alexis Johnson", "Johnson", None, None),
    ("Dean Rusk", "Dean Rusk", "Rusk", None, None),
    ("The Honorable Walter 5. Hargrove,", "Walter S. Hargrove", "Hargrove", "The Honorable", None),
    ("Walter P, Hargrove", "Walter P. Hargrove", "Hargrove", None, None),
    ("The Honorable Walter P. argrove,", "Walter P. argrove", "argrove", "The Honorable", None),
    ("The Honorable Walter 5. The", "Walter", "Walter", "The Honorable", None),
    ("WALTER P. HARGROVE WPH", "Walter P. Hargrove", "Hargrove", None, None),
    ("W.P. HARGROVE *WPH*", "W. P. Hargrove", "Hargrove", None, None),
    ("Ellen Marsh EM", "Ellen Marsh", "Marsh", None, None),
    ("Dean Rusk, Secretary of State", "Dean Rusk", "Rusk", None, None),
    ("The Honorable Adlai E. Stevenson,", "Adlai E. Stevenson", "Stevenson", "The Honorable", None),
    ("John J. McCloy,", "John J. McCloy", "McCloy", None, None),
    ("JOHN J. McCLOY", "John J. McCloy", "McCloy", None, None),
    ("Adl. Stevenson", "Adl. Stevenson", "Stevenson", None, None),
    ("Ambassador Llewellyn E. Thompson, Jr.", "Llewellyn E. Thompson Jr.", "Thompson", "Ambassador", None),
    ("General Maxwell D. Taylor", "Maxwell D. Taylor", "Taylor", "General", None),
    ("Foreign Minister Gromyko", "Gromyko", "Gromyko", "Foreign Minister", None),
    ("Deputy Foreign Minister Kuznetsov said", "Kuznetsov", "Kuznetsov", "Deputy Foreign Minister", None),
    ("PRESIDENT NGO DINH DIEM", "Ngo Dinh Diem", "Diem", "President", None),
    ("PRESIDENT KENNEDY DECLARED THAT", "Kennedy", "Kennedy", "President", None),
    ("Secretary Rusk's", "Rusk", "Rusk", "Secretary", None),
    ("Prime Minister Macmillan", "Macmillan", "Macmillan", "Prime Minister", None),
    ("Secretary General U Thant", "U Thant", "Thant", "Secretary General", None),
    ("President de Gaulle", "de Gaulle", "de Gaulle", "President", None),
    ("CHARLES DE GAULLE", "Charles de Gaulle", "de Gaulle", None, None),
    ("Heinrich von Brentano", "Heinrich von Brentano", "von Brentano", None, None),
    ("Sir Patrick Dean", "Patrick Dean", "Dean", "Sir", None),
    ("Lt. Gen. Carroll", "Carroll", "Carroll", "Lieutenant General", None),
    ("Mr. Price", "Price", "Price", "Mr.", None),
    ("EUR:WRTyler", "W. R. Tyler", "Tyler", None, "EUR"),
    ("McGeorge Bundy", "McGeorge Bundy", "Bundy", None, None),
    ("Mr. Bundy, White House", "Bundy", "Bundy", "Mr.", None),
]

NOBODY = [
    "",
    "The Honorable",
    "END",
    "TOP SECRET",
    "New York",
    "United Nations",
    "Sincerely,",
    "Secretary of State",
    "President of the United States",
    "You should see Kuznetsov",
    "THE PRESIDENT",
    "Embassy Moscow",
    "[Signature]",
    "S/S",
    "DEPTTEL 1338",
    "General Assembly",
    "the quick brown fox",
]


@pytest.mark.parametrize(("line", "name", "surname", "title", "office"), PERSONS)
def test_a_person_is_read(line: str, name: str, surname: str, title: str | None, office: str | None) -> None:
    found = read_person(line)
    assert found is not None
    person = found.value
    assert person.kind is NamedKind.PERSON
    assert (person.name, person.surname, person.title, person.office) == (name, surname, title, office)
    assert found.state is ReadingState.FOUND


@pytest.mark.parametrize("line", NOBODY)
def test_a_line_that_names_nobody(line: str) -> None:
    assert read_person(line) is None


@pytest.mark.parametrize(("line", "name"), [("RUSK", "Rusk"), ("McCLOY", "McCloy"), ("O'DONNELL", "O'Donnell")])
def test_a_word_alone_is_a_name_by_its_place_only(line: str, name: str) -> None:
    found = read_person(line)
    assert found is not None
    assert (found.value.surname, found.state) == (name, ReadingState.DOUBTFUL)


def test_initials_alone_are_no_surname() -> None:
    found = read_person("JMR")
    assert found is not None
    assert (found.value.name, found.value.surname) == ("JMR", None)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("STEVENSON AND McCLOY", [("Stevenson", None), ("McCloy", None)]),
        ("FOR STEVENSON AND McCLOY", [("Stevenson", None), ("McCloy", None)]),
        ("Messrs. Ball, Johnson and Tyler", [("Ball", "Mr."), ("Johnson", "Mr."), ("Tyler", "Mr.")]),
        ("Messrs. Ball and Johnson, Ambassador Dean", [("Ball", "Mr."), ("Johnson", "Mr."), ("Dean", "Ambassador")]),
        (
            "Ambassadors Stevenson and Dean; Mr. McCloy",
            [("Stevenson", "Ambassador"), ("Dean", "Ambassador"), ("McCloy", "Mr.")],
        ),
        (
            "U - George W. Ball\nG - Mr. Johnson\n\nS/S - Mr. Breisky",
            [("Ball", None), ("Johnson", "Mr."), ("Breisky", "Mr.")],
        ),
        ("to Mrs. Hanning for Mr. Ball", [("Hanning", "Mrs."), ("Ball", "Mr.")]),
        (
            "Mr. Ball, Llewellyn Thompson, Jr., and U. Alexis Johnson",
            [("Ball", "Mr."), ("Thompson", None), ("Johnson", None)],
        ),
        ("W\nC-44\nSS", []),
        ("", []),
    ],
)
def test_a_list_gives_its_persons_in_order(text: str, people: list[tuple[str, str | None]]) -> None:
    assert [(f.value.surname, f.value.title) for f in read_persons(text)] == people


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("RUSK", "Rusk"),
        ("McCLOY", "McCloy"),
        ("MCNAMARA", "McNamara"),
        ("MacARTHUR", "MacArthur"),
        ("MACARTHUR", "Macarthur"),
        ("O'DONNELL", "O'Donnell"),
        ("DE GAULLE", "de Gaulle"),
        ("GORE-BOOTH", "Gore-Booth"),
        ("JOHN J. III", "John J. III"),
        ("Kuznetsov", "Kuznetsov"),
    ],
)
def test_capitals_are_written_naturally(printed: str, written: str) -> None:
    assert natural(printed) == written


@pytest.mark.parametrize(
    ("printed", "written"), [("DIRECTOR, FBI", "Director, FBI"), ("CHAIRMAN, JCS", "Chairman, JCS")]
)
def test_what_a_body_is_called_for_short_stays_in_capitals(printed: str, written: str) -> None:
    assert natural_office(printed) == written


@pytest.mark.parametrize("office", ["CI Staff", "RI Chrono", "WH Files", "OS Registry"])
def test_the_letters_of_an_office_before_a_part_of_it_are_no_initials(office: str) -> None:
    assert read_persons(office) == []


def test_initials_with_their_stops_may_stand_before_such_a_surname() -> None:
    assert [found.value.name for found in read_persons("T. J. Branch")] == ["T. J. Branch"]
