"""Who has to do with a paper, and in which part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.inventory.linked import WHO, naming
from tests.papers import named, telegram

from onionskin.inventory.parties import parties_of
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import NamedKind
from onionskin.record.page import PageNumber
from onionskin.record.reading import found
from onionskin.record.span import Span


def parts(paper: Document) -> set[tuple[str, str, str]]:
    return {(each.entity, each.part.value, each.said) for each in parties_of(paper, WHO)}


def test_a_field_gives_the_part_and_linking_the_person() -> None:
    paper = naming(naming(telegram(), "HALLORAN", "person:1"), "Brandov", "person:2")
    assert parts(paper) == {
        ("post:representative-to-un", "to", ""),
        ("person:1", "from", ""),
        ("person:2", "named", ""),
    }


def test_a_name_that_several_can_mean_is_told_with_all_of_them_but_the_unlikely() -> None:
    paper = naming(telegram(signer="VALE"), "Brandov", None, ("person:2", 0.5), ("person:3", 0.4), ("person:1", 0.02))
    assert parts(paper) == {
        ("post:representative-to-un", "to", ""),
        ("name:vale", "from", ""),
        ("name:brandov", "named", ""),
        ("person:2", "named", "name:brandov"),
        ("person:3", "named", "name:brandov"),
    }


def test_who_is_sure_somewhere_on_a_paper_is_not_doubtful_elsewhere_on_it() -> None:
    paper = naming(telegram(), "HALLORAN", "person:2")
    assert ("person:2", "named", "name:brandov") not in parts(naming(paper, "Brandov", None, ("person:2", 0.6)))


def test_a_surname_in_a_field_is_the_one_of_that_name_whom_the_paper_names() -> None:
    paper = naming(telegram(signer="BRANDOV"), "Brandov", "person:2")
    assert ("person:2", "from", "") in parts(paper)
    assert not any(entity.startswith("name:") for entity, *_ in parts(paper))


@pytest.mark.parametrize(
    ("printed", "entity", "name"),
    [("Miles HALLORAN", "name:miles-halloran", "HALLORAN, Miles"), ("Mr. Vale’s", "name:vale", "Vale")],
)
def test_whom_no_authority_knows_goes_by_the_name(printed: str, entity: str, name: str) -> None:
    (signer,) = (each for each in parties_of(telegram(signer=printed), WHO) if each.part == "from")
    assert (signer.entity, signer.name) == (entity, name)


@pytest.mark.parametrize(("printed", "heads"), [("Wants", False), ("ck", False), ("Mr. Wants", True), ("Vale", True)])
def test_an_ordinary_word_alone_or_two_letters_are_nobody_unless_an_authority_has_them(
    printed: str, *, heads: bool
) -> None:
    paper = telegram(signer="HALLORAN")
    page = replace(paper.pages[0], text=f"{paper.pages[0].text}{printed} came.\n")
    paper = naming(replace(paper, pages=(page,)), printed)
    word = printed.rpartition(" ")[2].casefold()
    unknown, known = (
        {each.entity for each in parties_of(paper, replace(WHO, surname=bears))}
        for bears in (lambda _: False, lambda said: said == word)
    )
    assert (f"name:{word}" in unknown) is heads
    assert f"name:{word}" in known


def test_who_signs_may_have_the_name_of_a_thing() -> None:
    assert ("name:state", "from", "") in parts(telegram(signer="STATE"))


def test_a_person_whom_a_volume_names_is_the_authoritys() -> None:
    paper = naming(telegram(), "HALLORAN", "frus1961-63v06#p_KNS2")
    assert ("person:107127", "from", "") in parts(paper)


def test_a_city_that_has_a_mission_is_no_person() -> None:
    paper = telegram(signer="Tegucigalpa")
    assert ("post:mission/honduras", "from", "") in parts(paper)


def test_a_value_without_ink_counts_as_well() -> None:
    paper = telegram()
    inked = found(named("Vale", NamedKind.PERSON), "Vale", Ink(PageNumber(1), Span(0, 4), "typed"))
    paper = replace(paper, fields={**paper.fields, "participants": (replace(inked, evidence=()),)})
    assert ("name:vale", "took-part", "") in parts(paper)


@pytest.mark.parametrize(
    ("address", "written_to"),
    [
        ("The Honorable Miles Halloran,\nUnited States Mission to the United Nations,\nNew York, New York.", True),
        ("The Honorable Miles Halloran,\nUS. Representative to the UN\nNew York, New York.", True),
        ("His Excellency Igor Brandov,\nPermanent Mission of the Soviet Union to the United Nations", False),
        ("Mr. Miles Halloran,\nU.S. Steel Corporation, New York", False),
    ],
)
def test_whoever_is_written_to_at_a_mission_of_ours_is_written_to_at_that_post(address: str, written_to: bool) -> None:
    reading = found(address, address, Ink(PageNumber(1), Span(0, 4), "typed"))
    paper = replace(telegram(), fields={"inside_address": reading})
    assert (("post:representative-to-un", "to", "") in parts(paper)) is written_to
