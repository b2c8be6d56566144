"""The heads of posts' own telegram forms say which way it went and whose form it is."""

from __future__ import annotations

import pytest

from onionskin.phrases.post_forms import post_form


@pytest.mark.parametrize(
    ("line", "direction", "post"),
    [
        ("INCOMING Foreign Service of the", "incoming", None),
        ("OUTGOING   AmConGen MUNICH   Foreign Service of the", "outgoing", "Amcongen Munich"),
        ("OUTGOING TELEGRAM  Foreign Service of the United States of America", "outgoing", None),
    ],
)
def test_the_head_of_a_post_s_form(line: str, direction: str, post: str | None) -> None:
    form = post_form(line)
    assert form is not None
    assert form.direction == direction
    assert (form.post and form.post.value.name) == post
    assert form.post is None or form.post.span.of(line) == form.post.text


@pytest.mark.parametrize(
    "line",
    ["FOREIGN SERVICE OF THE UNITED STATES OF AMERICA", "INCOMING TELEGRAM", "He left the Foreign Service of the"],
)
def test_other_lines_head_no_post_s_form(line: str) -> None:
    assert post_form(line) is None
