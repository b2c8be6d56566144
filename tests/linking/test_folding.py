"""Names are compared by their words: what of a name a mention says, and what contradicts it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.linking.authorities.entity import Entity
from onionskin.linking.authorities.folding import (
    Called,
    Likeness,
    NameForm,
    called,
    fold,
    likeness,
    name_form,
    name_forms,
)
from onionskin.record.named import NamedKind


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Hammarskjöld", "hammarskjold"),
        ("McCLOY", "mccloy"),
        ("O’Neill", "oneill"),
        ("Rusk.", "rusk"),
        ("Groß", "gross"),
    ],
)
def test_letters_alone_count(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Secretary Rusk", Called(("rusk",), "Secretary")),
        ("U. Alexis Johnson’s", Called(("u", "alexis", "johnson"), None)),
        ("Mr. Johnson (G)", Called(("johnson",), "Mr.")),
        ("W.R. Tyler", Called(("w", "r", "tyler"), None)),
        ("George W. Ball, Jr.", Called(("george", "w", "ball"), None)),
        ("Deputy Under Secretary of State Johnson", Called(("johnson",), "Deputy Under Secretary")),
        ("President-elect Kennedy", Called(("kennedy",), "President")),
        ("KUZNETSOV", Called(("kuznetsov",), None)),
        ("MJ Desai", Called(("m", "j", "desai"), None)),
        ("DE GAULLE", Called(("de", "gaulle"), None)),
        ("Mr. Mc George Bundy", Called(("mcgeorge", "bundy"), "Mr.")),
        ("Mr.GeorgeBall", Called(("george", "ball"), "Mr.")),
        ("Douglas MacArthur", Called(("douglas", "macarthur"), None)),
        ("Mr. and Mrs. Nhu", Called(("nhu",), "Mr. and Mrs.")),
    ],
)
def test_a_mention_gives_words_and_title(printed: str, name: Called) -> None:
    assert called(printed) == name


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Rusk, Dean", NameForm(("rusk",), ("dean",))),
        ("Wheeler, General Earle G.", NameForm(("wheeler",), ("earle", "g"), "General")),
        ("Couve de Murville, Maurice", NameForm(("couve", "de", "murville"), ("maurice",))),
        ("Ngo Dinh Diem", NameForm(("ngo", "dinh", "diem"), (), None, whole=True)),
        ("President de Gaulle", NameForm(("de", "gaulle"), (), "President")),
        ("Duong Van Minh, General", NameForm(("duong", "van", "minh"), (), "General", whole=True)),
        ("Le Van Dong", NameForm(("le", "van", "dong"), (), None, whole=True)),
        ("De Gaulle, General", NameForm(("de", "gaulle"), (), "General")),
        ("Major General", None),
    ],
)
def test_a_form_of_a_list_gives_surname_given_names_and_title(written: str, form: NameForm | None) -> None:
    assert name_form(written) == form


@pytest.mark.parametrize(
    ("printed", "written", "said"),
    [
        ("Rusk", "Rusk, Dean", Likeness.SURNAME),
        ("Dean Rusk", "Rusk, Dean", Likeness.FULL),
        ("D. Rusk", "Rusk, Dean", Likeness.INITIALS),
        ("Jack McCloy", "McCloy, John J.", Likeness.FULL),
        ("Alexis Johnson", "Johnson, U. Alexis", Likeness.FULL),
        ("Robert Kennedy", "Kennedy, John F.", None),
        ("Conrad Brandov", "Brandov, Gerald C.", None),
        ("C. Brandov", "Brandov, Gerald C.", Likeness.INITIALS),
        ("Gerald Conrad Brandov", "Brandov, Gerald C.", Likeness.FULL),
        ("Conrad Brandov", "Brandov, G. C.", Likeness.FULL),
        ("Viktor Brandov", "Brandov, Victor", Likeness.FULL),
        ("Maria Brandov", "Brandov, Martha", None),
        ("Couve", "Couve de Murville, Maurice", Likeness.SURNAME),
        ("Ben-Gurion", "Ben Gurion, David", Likeness.SURNAME),
        ("BenGurion", "Ben-Gurion, David", Likeness.SURNAME),
        ("Diem", "Ngo Dinh Diem", Likeness.SURNAME),
        ("Adlai", "Stevenson, Adlai E.", Likeness.GIVEN),
        ("Rusk", "Ball, George", None),
        ("Hassan", "Hassan ibn Yusuf", Likeness.SURNAME),
        ("Yusuf", "Hassan ibn Yusuf", Likeness.GIVEN),
        ("Yusuf", "Hassan ibn Yusuf, Prince", Likeness.GIVEN),
        ("Ngo Diem", "Ngo Dinh Diem", Likeness.FULL),
        ("David Klein", "David K. E. Bruce", None),
    ],
)
def test_what_a_mention_says_of_a_name(printed: str, written: str, said: Likeness | None) -> None:
    form = name_form(written)
    assert form is not None
    assert likeness(called(printed).words, form) == said


def test_a_name_in_parentheses_is_another_form_where_a_title_makes_it_one() -> None:
    """`(Madame Nhu)` is; what else stands there is no name."""
    assert [form.surname for form in name_forms("Tran Le Xuan (Madame Nhu)")] == [("tran", "le", "xuan"), ("nhu",)]
    assert len(list(name_forms("Rusk, Dean (Secretary)"))) == 1
    assert len(list(name_forms("Brandov, Viktor (alias Novak)"))) == 1


def test_a_name_that_no_comma_parts_is_parted_as_another_form_of_the_person_is() -> None:
    """`Dean` is no surname of the Secretary's, whatever list has him as `Dean Rusk`."""
    listed = Entity("rusk", NamedKind.PERSON, "Rusk, David Dean", "a list", forms=("Dean Rusk",))
    assert listed.name_forms()[1] == NameForm(("rusk",), ("dean",))
    alone = Entity("diem", NamedKind.PERSON, "Ngo Dinh Diem", "a list")
    assert alone.name_forms() == (NameForm(("ngo", "dinh", "diem"), whole=True),)
