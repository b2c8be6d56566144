"""What is true of every page of the room, whoever made it: sound HTML and no dead end."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urljoin, urlsplit

import pytest
from tests.web.page_kinds import FAULTS, PART, TELEGRAM, addresses, paths
from tests.web.soundness import elements, faults, parsed
from tests.web.visitor import Visitor

ASKED_OF_ONE_PAGE = 40
"""Links followed from one page at most: a list repeats itself."""
SECRETS = ("haggle", "HALLORAN", "Brandov", "Next Steps")
"""Words that stand on the telegram."""
SOUND = (
    '<!doctype html><html lang="en"><head><title>T</title></head><body><a href="#main">Skip</a>'
    '<main id="main"><h1>One</h1>{}</main><footer>F</footer></body></html>'
)


@pytest.mark.parametrize("address", addresses())
def test_every_route_has_a_specimen_that_can_be_had(gathered: Visitor, address: str) -> None:
    """Add what is missing to PARTS or ADDRESSES of tests/web/page_kinds.py."""
    assert not PART.search(address), f"{address} has no specimen address in tests/web/page_kinds.py"
    got = gathered.ask(address)
    assert got.status_code in {200, 303, 307}, got.text
    assert "content-type" in got.headers or got.status_code != 200


@pytest.mark.parametrize("address", FAULTS)
def test_a_fault_has_a_page_that_says_what_to_do(gathered: Visitor, address: str) -> None:
    assert gathered.ask(address).status_code in {400, 404}
    assert faults(gathered.ask(address).text) == []


@pytest.mark.parametrize("address", addresses())
def test_a_page_is_sound_and_leads_nowhere_that_is_not_there(gathered: Visitor, address: str) -> None:
    html = page(gathered, address)
    if html is None:
        return
    assert faults(html) == []
    tree, _ = parsed(html)
    hrefs = {urljoin(address, each.attrib["href"]) for each in elements(tree, "a") if "href" in each.attrib}
    here = sorted({urlsplit(each)._replace(fragment="").geturl() for each in hrefs if each.startswith("/")})
    assert [each for each in here[:ASKED_OF_ONE_PAGE] if status(gathered, each) >= 400] == []
    for form in elements(tree, "form"):
        path = urlsplit(urljoin(address, form.attrib.get("action") or address)).path
        method = form.attrib.get("method", "get").upper()
        assert method in {"GET", "POST"}
        assert any(pattern(each).fullmatch(path) for each in paths(method)), (method, path)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ("<p><div></div></p>", "Unexpected end tag (p)"),
        ('<p id="a"></p><p id="a"></p>', "id 'a' 2 times"),
        ('<a href="#b">there</a>', "nothing has the id 'b'"),
        ("<h3>Three</h3>", "a heading of rank 3 follows one of 1"),
        ("<h1>Another</h1>", "the headings are [1, 1]"),
        ('<input name="q">', "no label for input"),
        ('<a href="/"></a>', "no words on a"),
        ('<img src="/a.png">', "no alt on /a.png"),
        ("<ul><p>no item</p></ul>", "p in ul"),
        ('<a href="/"><button>twice</button></a>', "button in a"),
        ('<p style="color: red">x</p>', "style on p stands inline"),
        ("<script>1</script>", "script stands inline"),
        ('<img alt="" src="//elsewhere.example/a.png">', "img comes from //elsewhere.example/a.png"),
    ],
)
def test_what_is_wrong_with_a_page_is_seen(wrong: str, fault: str) -> None:
    assert faults(SOUND.format("")) == []
    assert any(fault in told for told in faults(SOUND.format(wrong))), faults(SOUND.format(wrong))


@cache
def page(visitor: Visitor, address: str) -> str | None:
    """What stands at an address, if it is a page."""
    got = visitor.ask(address)
    return got.text if got.headers.get("content-type", "").startswith("text/html") else None


@cache
def status(visitor: Visitor, address: str) -> int:
    return visitor.ask(address).status_code


@cache
def pattern(path: str) -> re.Pattern[str]:
    """What addresses a route takes."""
    return re.compile(re.sub(r"\\{\w+(:path)?\\}", lambda part: ".+" if part[1] else "[^/]+", re.escape(path)))


def test_under_review_no_answer_says_a_word_of_any_paper(under_review: Visitor, visitor: Visitor) -> None:
    told = visitor.ask(f"/papers/{TELEGRAM.id}").text
    assert all(each in told for each in SECRETS)
    for address in addresses():
        got = under_review.ask(address)
        assert got.status_code < 500, address
        if not address.startswith("/static/"):
            assert [each for each in SECRETS if each in got.text] == [], address
            assert not got.headers.get("content-type", "").startswith("image/"), address


def test_an_empty_room_has_sound_pages_that_say_so(empty: Visitor) -> None:
    for address in addresses():
        html = page(empty, address)
        assert status(empty, address) < 500, address
        assert html is None or faults(html) == [], address
