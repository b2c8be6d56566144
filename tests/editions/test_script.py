"""The plain text of a division, and where its names stand."""

from __future__ import annotations

import pytest
from lxml import etree

from onionskin.editions.script import Script

NAME = '<persName corresp="#p_RD1">Dean Rusk</persName>'


def written(words: str) -> Script:
    """The script of a division with this markup in it."""
    return Script(etree.fromstring(f'<div xmlns="http://www.tei-c.org/ns/1.0">{words}</div>'))


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>\n  {NAME} said so.</p>",
        f'<p>It was<pb n="3"/> {NAME} who said so.</p>',
        '<p>With<persName corresp="#p_RD1"> Dean Rusk</persName> present.</p>',
        f"<p>Present:</p>{NAME}",
        f"<p>It was {NAME}.</p>",
    ],
)
def test_a_name_stands_at_its_letters_wherever_blanks_are(markup: str) -> None:
    """The blank before a name is none of it, and its first letter is."""
    script = written(markup)
    assert [name.span.of(script.text) for name in script.names] == ["Dean Rusk"]


def test_what_the_makers_of_the_file_say_to_one_another_is_printed_nowhere() -> None:
    """Neither in the text nor in a note."""
    script = written('<p>So it was.<uh-oh>Check!</uh-oh><note n="2">See <uh-oh>which?</uh-oh>there.</note></p>')
    assert script.text == "So it was.[2]\n\n[2] See there."
