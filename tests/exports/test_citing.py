"""A paper is cited from its record alone, in forms that other programs read."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.strategies import documents
from tests.web import specimens

from onionskin.exports.citing import Citation, cite
from onionskin.exports.citing.bibtex import escaped
from onionskin.exports.citing.phrases import listed, plain
from onionskin.record.document import Copy, Document, Imprint
from onionskin.review.release import release

TELEGRAM, LETTER, SCAN = specimens.everything()
VOLUME = Imprint(
    series="Foreign Relations of the United States",
    subseries="1961–1963",
    volume="Volume XCIX",
    title="Ruritania & Graustark",
    editors=("Ada B. Able", "Carl Baker, Jr."),
    place="Washington",
    publisher="United States Government Printing Office",
    year="1996",
    entry="7",
)
PRINTED = replace(
    TELEGRAM, source=replace(TELEGRAM.source, source_ids=("frus1961-63v99/d7",), edition=VOLUME), copy=Copy()
)
CSL_KEYS = {
    *("id", "type", "title", "genre", "author", "recipient", "archive", "archive_location", "URL", "source", "note"),
    *("issued", "original-date", "container-title", "volume", "chapter-number", "editor", "publisher"),
    "publisher-place",
}
"""Those of the schema csl-data.json 1.0.2 that a paper can have."""
CSL_TYPES = {"chapter", "personal_communication", "report", "document"}
RIS_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  - (?P<value>.*)")


def cited(document: Document) -> Citation:
    return cite(release(document, "public"))


def bibtex_entry(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields; every value in balanced braces or a bare word, as BibTeX's own grammar asks."""
    head = re.match(r"@(\w+)\{([a-z0-9-]+),\n", text)
    assert head
    fields, at = {}, head.end()
    while text[at] != "}":
        name = re.compile(r"\s*(\w+) = ").match(text, at)
        assert name, text[at:]
        at, depth, value = name.end(), 0, ""
        while depth or text[at] not in ",\n":
            if text[at] == "\\":
                value, at = value + text[at], at + 1
            else:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
            value, at = value + text[at], at + 1
        assert name[1] not in fields
        fields[name[1]] = value
        at = re.compile(r",?\n").match(text, at).end()  # type: ignore[union-attr]
    assert text[at:] == "}\n"
    return head[1], head[2], fields


def ris_tags(text: str) -> list[tuple[str, str]]:
    """Tags and values; every line is one, TY the first and ER the last."""
    lines = [RIS_LINE.fullmatch(line) for line in text.split("\r\n")[:-1]]
    assert all(lines)
    tags = [(line["tag"], line["value"]) for line in lines if line]
    assert (tags[0][0], tags[-1]) == ("TY", ("ER", ""))
    return tags


def test_a_paper_in_an_archive_goes_from_the_item_to_where_it_lies() -> None:
    told = cited(replace(TELEGRAM, copy=Copy(archive="Kennedy Library", item="37a")))
    assert plain(told.note) == (
        "Telegram 1359 from the Department of State to USUN New York, November 23, 1962, 9:43 p.m., "
        "“Next Steps in Talks,” 601.0011/11-2362, item 37a, Kennedy Library."
    )
    assert plain(told.short_note) == "Department of State to USUN New York, November 23, 1962."
    assert plain(told.bibliography) == (
        "Department of State. Telegram 1359 from the Department of State to USUN New York, November 23, 1962, "
        "9:43 p.m. 601.0011/11-2362. Item 37a. Kennedy Library."
    )


def test_where_nobody_says_where_it_lies_the_file_that_shows_it_is_named() -> None:
    assert plain(cited(SCAN).note) == "Memorandum from Pryce to Vale, undated, scan.png, page 1.".replace(
        "Pryce to Vale", "Mr. Pryce to Mr. Vale"
    )


def test_a_printed_paper_is_cited_by_its_volume_and_its_number_there() -> None:
    told = cited(PRINTED)
    assert plain(told.note).endswith(
        "“Next Steps in Talks,” Foreign Relations of the United States, 1961–1963, Volume XCIX, Ruritania & Graustark, "
        "eds. Ada B. Able and Carl Baker, Jr. (Washington: United States Government Printing Office, 1996), Document 7."
    )
    assert [each.text for each in told.short_note if each.italic] == ["FRUS"]
    assert plain(told.short_note).endswith("November 23, 1962, FRUS, 1961–1963, Volume XCIX, Document 7.")
    assert plain(told.bibliography).endswith("1996. https://history.state.gov/historicaldocuments/frus1961-63v99/d7.")


def test_bibtex_holds_the_volume_and_keeps_its_own_characters_out() -> None:
    kind, key, fields = bibtex_entry(cited(PRINTED).bibtex)
    assert (kind, key) == ("incollection", cited(PRINTED).key)
    assert fields["editor"] == "{Able, Ada B. and Baker, Jr., Carl}"
    assert fields["booktitle"].endswith(r"Ruritania \& Graustark}")
    assert (fields["year"], fields["chapter"], fields["origdate"]) == ("{1996}", "{7}", "{1962-11-23}")
    _, _, misc = bibtex_entry(cited(TELEGRAM).bibtex)
    assert (misc["month"], misc["day"], misc["author"]) == ("nov", "{23}", "{{Department of State}}")


def test_ris_has_its_tags_in_order_and_one_line_each() -> None:
    tags = dict(ris_tags(cited(PRINTED).ris))
    assert (tags["TY"], tags["DA"], tags["PY"], tags["SE"]) == ("CHAP", "1962/11/23/", "1996", "7")
    assert dict(ris_tags(cited(LETTER).ris))["TY"] == "PCOMM"


def test_csl_names_persons_by_family_and_others_as_they_stand() -> None:
    held = cited(PRINTED).csl
    assert held["author"] == [{"literal": "Department of State"}]
    assert held["editor"] == [
        {"family": "Able", "given": "Ada B."},
        {"family": "Baker", "given": "Carl", "suffix": "Jr."},
    ]
    assert held["original-date"] == {"date-parts": [[1962, 11, 23]]}
    assert json.loads(cited(PRINTED).csl_json) == [held]


@given(documents())
@settings(max_examples=25, deadline=None)
def test_whatever_a_record_says_every_form_can_be_read_back(document: Document) -> None:
    told = cited(document)
    bibtex_entry(told.bibtex)
    ris_tags(told.ris)
    assert set(told.csl) <= CSL_KEYS
    assert told.csl["type"] in CSL_TYPES
    for phrases in (told.note, told.short_note, told.bibliography):
        assert plain(phrases).endswith(".")
        assert not plain(phrases).endswith("..")


@pytest.mark.parametrize(
    ("names", "words"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B, and C")]
)
def test_names_are_listed_as_chicago_lists_them(names: tuple[str, ...], words: str) -> None:
    assert listed(names) == words


def test_what_tex_takes_for_its_own_is_escaped() -> None:
    assert escaped("{50%} of A&B_\n~") == r"\{50\%\} of A\&B\_ \textasciitilde{}"
