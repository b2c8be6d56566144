"""What a typist put into a line."""

import pytest

from onionskin.text.insertions import is_insertion


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("or a bargain", "You should not put this as a threat/but as consequence of law; it follows.", True),
        ("  Marlow", "5. For Oslo: Ambassador should avoid any discussion of/in this connection.", True),
        ("Prime Minister Holm", "He had it from/and would say so again.", True),
        ("Marlow", "The sale of arms and/or ammunition was not discussed.", False),
        ("Marlow", "The Soviet/Albanian exchange went on.", False),
        ("MARLOW", "You should give him the text of/in this connection.", False),
        ("Mr. Marlow left.", "He gave the text of/in this connection.", False),
        ("The Ambassador of Iceland in Oslo said", "He gave the text of/in this connection.", False),
    ],
)
def test_words_above_a_slash(above: str, below: str, told: bool) -> None:
    assert is_insertion(above, below) is told
