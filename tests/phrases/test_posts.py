"""Addressees of telegrams, in the words of the address without its punctuation."""

import pytest

from onionskin.phrases.posts import read_posts, zone_of
from onionskin.record.named import NamedKind
from onionskin.record.reading import ReadingState


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("USUN, New York", ["USUN New York"]),
        ("USUN NEW YORK", ["USUN New York"]),
        ("USUN, New\nYork", ["USUN New York"]),
        ("USUN", ["USUN"]),
        ("USUN, New York - PRIORITY 1359", ["USUN New York"]),
        ("Amembassy MOSCOW", ["Amembassy Moscow"]),
        ("AmEmbassy Moscow", ["Amembassy Moscow"]),
        ("American Embassy, Moscow", ["American Embassy Moscow"]),
        ("Embassy Paris", ["Embassy Paris"]),
        ("Amembassy RIO DE JANEIRO", ["Amembassy Rio de Janeiro"]),
        ("AMEMBASSY LA PAZ NIACT IMMEDIATE", ["Amembassy La Paz"]),
        ("AmEmbassy TIMBUKTU PRIORITY 12", ["Amembassy Timbuktu"]),
        ("AmConsul HONG KONG", ["Amconsul Hong Kong"]),
        ("Amconsul General SINGAPORE", ["Amconsul General Singapore"]),
        ("USMISSION NATO", ["USMission NATO"]),
        ("USRO Paris", ["USRO Paris"]),
        ("USBER BERLIN", ["USBER Berlin"]),
        ("Secretary of State", ["Secretary of State"]),
        ("Department of State", ["Department of State"]),
        ("SECSTATE WASHDC", ["SecState WashDC"]),
        ("ALL DIPLOMATIC POSTS", ["All Diplomatic Posts"]),
        ("CINCLANT, POLAD", ["CINCLANT", "POLAD"]),
        ("CINCLANT FOR POLAD", ["CINCLANT", "POLAD"]),
        ("Moscow, Paris, USUN New York", ["Moscow", "Paris", "USUN New York"]),
        ("Amembassy PARIS PRIORITY 2950; Amembassy BONN", ["Amembassy Paris", "Amembassy Bonn"]),
        ("Amembassies London, Paris and Bonn", ["Amembassy London", "Amembassy Paris", "Amembassy Bonn"]),
        ("Amembassy LONDON 2345, PARIS 2950, MOSCOW 1234", ["Amembassy London", "Amembassy Paris", "Amembassy Moscow"]),
        ("Amembassy LONDON\nAmembassy PARIS\nBONN", ["Amembassy London", "Amembassy Paris", "Amembassy Bonn"]),
        ("Embassy officers told us", []),
        ("Mr. Johnson", []),
        ("", []),
    ],
)
def test_the_posts_of_an_address(line: str, names: list[str]) -> None:
    assert [f.value.name for f in read_posts(line)] == names


def test_a_designator_that_stands_once_is_inferred_for_the_rest_of_the_list() -> None:
    first, second = read_posts("Amembassy LONDON, PARIS")
    assert (first.state, second.state, second.text) == (ReadingState.FOUND, ReadingState.INFERRED, "PARIS")


def test_what_an_addressee_is() -> None:
    kinds = [f.value.kind for f in read_posts("Amembassy PARIS; CINCLANT; Secretary of State")]
    assert kinds == [NamedKind.POST, NamedKind.ORGANIZATION, NamedKind.OFFICE]


def test_the_zone_of_a_post_where_it_is_sure() -> None:
    assert zone_of("Amembassy Moscow") == "Europe/Moscow"
    assert zone_of("USUN New York") == "America/New_York"
    assert zone_of("Saigon") is None
