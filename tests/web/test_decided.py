"""Links, names, corrections and doubts stand on the paper's page with their reasons, and so does who decided them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.strategies import documents
from tests.web import specimens
from tests.web.conftest import furnished
from tests.web.visitor import Page

from onionskin.record.decisions import Verb
from onionskin.record.document import Document
from onionskin.record.references import EntityCandidate
from onionskin.web import views
from onionskin.web.amended import amended
from onionskin.web.pages import Pages, StaticFiles
from onionskin.workbench import Asked, cite, decide, open_collection, show

PAPER = specimens.telegram()
LETTER = specimens.letter()


def with_names(paper: Document) -> Document:
    """The paper with a name that means one person and a name that could mean two, whomever the authority has."""
    doubtful = (
        EntityCandidate("brandov-pavel", 0.31, ("of the same surname",)),
        EntityCandidate("brandov-ivan", 0.62, ("named in the attention line",)),
    )
    known = replace(PAPER.mentions[0], text="HALLORAN", entity="halloran-j")
    return replace(paper, mentions=(replace(PAPER.mentions[0], candidates=doubtful), known, PAPER.mentions[0]))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of a paper on which somebody decided."""
    settings = furnished(tmp_path_factory.mktemp("decided") / "collection", [PAPER, LETTER])
    with open_collection(settings) as collection:
        asked = Asked(Verb.CORRECT, "A. Clerk", record=PAPER.id, words="long haggle", to="<b>short</b> haggle")
        decide(collection, replace(asked, reason="clear under a lamp"))
        decide(collection, replace(asked, verb=Verb.EMEND, words="at once", to="without delay"))
        decide(collection, replace(asked, verb=Verb.LINK, words="", about="/references/0", to=LETTER.id))
        decide(collection, replace(asked, verb=Verb.REJECT, words="", about="/doubts/0", to=None))
        released = show(collection, PAPER.id)
        document = with_names(released.document)
    titles = {LETTER.id: "Letter from MORRIS, March 9, 1963"}
    room = Pages(StaticFiles())
    shown = views.paper(document)
    cited = cite(released)
    return Page(room.render("paper.html", paper=shown, titles=titles, entities={}, cited=cited, view="", views=()))


def test_a_correction_stands_beside_its_words_with_its_reason(page: Page) -> None:
    prose = page.one("section", id="reading").text
    assert "not want a <b>short</b> haggle" in prose
    assert "the machine misread the ink: clear under a lamp" in prose.casefold()
    assert [each.text.partition(" (")[0] for each in page.all("a", class_="amended")] == [
        "<b>short</b> haggle",
        "without delay",
    ]
    assert page.one("a", class_="proposed").text == "DEPTTEL (perhaps “DEPTEL”)"
    for link in (*page.all("a", class_="amended"), *page.all("a", class_="proposed")):
        assert page.all("li", id=link.attributes["href"].removeprefix("#"))


def test_what_is_open_says_how_a_person_decides_it_and_what_is_decided_does_not(page: Page) -> None:
    commands = [each.text for each in page.all("code") if each.text.startswith("onionskin decide")]
    assert f"onionskin decide {PAPER.id} accept /emendations/0" in commands
    assert f"onionskin decide {PAPER.id} link /mentions/0 brandov-ivan" in commands
    assert not [each for each in commands if "/references/0" in each or "/doubts/0" in each]


def test_names_lead_to_whom_they_mean_and_the_likelier_candidate_comes_first(page: Page) -> None:
    one = page.one("li", data_row="/mentions/0").text
    assert one.index("brandov-ivan") < one.index("brandov-pavel")
    assert "62%: named in the attention line" in one
    assert "halloran-j" in page.one("li", data_row="/mentions/1").text
    assert "1 name in the text that nobody led further" in page.words


def test_each_decision_is_listed_with_its_author_and_its_day(page: Page) -> None:
    said = page.one("section", id="apparatus").text
    assert said.count("A. Clerk, ") >= 4
    assert "Link reference" in said
    assert "Letter from MORRIS" in said
    assert "dismissed" in said
    linked = page.one("li", data_row="/references/0").text
    assert "linked: Letter from MORRIS" in " ".join(linked.split())
    assert "By A. Clerk" in linked


@settings(max_examples=25)
@given(documents())
def test_a_paragraph_in_bits_is_the_paragraph(document: Document) -> None:
    bits = ["".join(bit.text for bit in each.bits) for each in amended(document)]
    assert bits == [paragraph.text for paragraph in document.text.paragraphs]
