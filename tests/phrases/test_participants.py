"""Whom one entry of a list of participants names."""

from __future__ import annotations

import pytest

from onionskin.phrases.participants import begins_person, names_person, read_entry

ENTRIES: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Mr. Walter R. Marlow, Deputy Assistant Secretary, EUR", [("Walter R. Marlow", "EUR")]),
    ("Miss Ruth Hadley, Officer in Charge, Icelandic Affairs, EUR/BNA", [("Ruth Hadley", "EUR/BNA")]),
    ("Mr. Ned Arnott, LS (interpreter)", [("Ned Arnott", "LS")]),
    ("Mr. Arnott (EUR/WE) - Notetaker", [("Arnott", "EUR/WE")]),
    ("Mr. Philip Rowan, E/OFD", [("Philip Rowan", "E/OFD")]),
    ("Miss Hadley - LS", [("Hadley", "LS")]),
    (
        "M. Holm, Minister of Finance; M. Berg, Governor of the Bank; Mr. Marlow, EUR",
        [("M. Holm", None), ("M. Berg", None), ("Marlow", "EUR")],
    ),
    (
        "Karl Bey Holm, Prime Minister; Dr. Emil Berg, who interpreted; Mr. Penrose, Minister; and Mr. Tarrant",
        [("Karl Bey Holm", None), ("Emil Berg", None), ("Penrose", None), ("Tarrant", None)],
    ),
    (
        "The Secretary; Ambassador Berg; Miss Hadley (interpreter)",
        [("The Secretary", "The Secretary"), ("Berg", None), ("Hadley", None)],
    ),
    ("The Secretary, Mr. Ball, Mr. Marlow", [("The Secretary", "The Secretary"), ("Ball", None), ("Marlow", None)]),
    ("The Foreign Minister, Mr. Holm; the Ambassador, Mr. Berg", [("Holm", None), ("Berg", None)]),
    (
        "US: The Secretary, Mr. Penrose, EUR, Mr. Arnott (LS, interpreting); Iceland: Foreign Minister Holm",
        [("The Secretary", "The Secretary"), ("Penrose", "EUR"), ("Arnott", "LS"), ("Holm", None)],
    ),
    ("For Jordan: Mr. Holm, Chief of Cabinet", [("Holm", None)]),
    ("EUR--Walter R. Marlow", [("Walter R. Marlow", "EUR")]),
    ("ARA/EST - Messrs. Arnott and Hadley", [("Arnott", "ARA/EST"), ("Hadley", "ARA/EST")]),
    ("Treasury - Mr. Holm", [("Holm", "Treasury")]),
    ("Mr. Holm, Special Assistant to Secretary Herter", [("Holm", None)]),
    (
        "the Secretary, Mr. Marlow, EUR, and Mr. Holm",
        [("The Secretary", "The Secretary"), ("Marlow", "EUR"), ("Holm", None)],
    ),
    ("Emil BERG, Ambassador", [("Emil Berg", None)]),
    ("M. Couve de Murville, Ambassador Alphand", [("M. Couve de Murville", None), ("Alphand", None)]),
    ("H. E. Dr. Karl Holm, Foreign Minister", [("Karl Holm", None)]),
    ("Rusk, Thompson, Holm and Berg", [("Rusk", None), ("Thompson", None), ("Holm", None), ("Berg", None)]),
]


@pytest.mark.parametrize(("words", "named"), ENTRIES)
def test_the_persons_of_an_entry(words: str, named: list[tuple[str, str | None]]) -> None:
    found = list(read_entry(words))
    assert [(value.name, value.office) for value, _ in found] == named
    assert all(value.name.split()[-1].lower() in span.of(words).lower() for value, span in found)


@pytest.mark.parametrize(
    ("cell", "begins", "named"),
    [
        ("W. R. Marlow, EUR", True, True),
        ("The Secretary", True, False),
        ("Mr. Berg", True, True),
        ("EUR/BNA", False, False),
        ("EUR - Mr. Berg", True, True),
        ("E - Assistant Secretary", False, False),
        ("Minister of Finance", True, False),
    ],
)
def test_where_an_entry_begins(cell: str, begins: bool, named: bool) -> None:
    assert begins_person(cell) is begins
    assert names_person(cell) is named
