"""Every data file is in the normal form it states, and a file that is not is refused with the entry named."""

import re
import zoneinfo
from importlib.resources import files
from typing import Any

import pytest

from onionskin import lexicon
from onionskin.errors import LexiconError
from onionskin.phrases.damage import digits


@pytest.mark.parametrize("name", lexicon.names())
def test_every_entry_is_in_normal_form_and_names_its_source(name: str) -> None:
    entries = lexicon.entries(name)
    assert entries
    assert all(e.source.strip() and e.name == " ".join(e.name.split()) for e in entries)
    assert all(e.spellings[0] == e.name for e in entries)


@pytest.mark.parametrize("name", lexicon.names())
def test_no_form_repeats_its_own_name(name: str) -> None:
    for entry in lexicon.entries(name):
        assert entry.name not in entry.forms, entry.name
        assert len(set(entry.forms)) == len(entry.forms), entry.name


def test_the_lists_that_grammars_read_are_there() -> None:
    wanted = {"months", "titles", "levels", "captions", "precedences", "series", "posts", "offices", "organizations"}
    assert wanted | {"places", "things", "confusions"} <= set(lexicon.names())


def test_posts_have_zones_that_exist() -> None:
    zones = {zone for e in lexicon.entries("posts") if (zone := e.text("zone"))}
    assert zones <= zoneinfo.available_timezones()
    assert len(zones) > 80


def test_levels_have_one_order_within_each_system() -> None:
    ranks = {e.name: e.number("rank") for e in lexicon.entries("levels") if e.text("system") == "us"}
    assert ranks["TOP SECRET"] > ranks["SECRET"] > ranks["CONFIDENTIAL"] > ranks["RESTRICTED"] > ranks["UNCLASSIFIED"]  # type: ignore[operator]


def test_a_spelling_leads_to_its_entry() -> None:
    assert lexicon.spellings("posts")["prague"].name == "Praha"
    assert lexicon.spellings("series")["depcirtel"].name == "CIRTEL"
    assert digits("I9S2") == "1952"


def test_a_list_that_does_not_exist_is_an_error_that_names_the_lists() -> None:
    with pytest.raises(LexiconError, match="months"):
        lexicon.entries("moths")


GOOD: dict[str, Any] = {
    "form": {"about": "months", "name": "[A-Z][a-z]+", "facts": {"number": "integer", "long": "truth?"}},
    "group": [{"source": "general knowledge", "entries": [{"name": "May", "number": 5}]}],
}


def broken(**entry: object) -> dict[str, Any]:
    return {**GOOD, "group": [{"source": "general knowledge", "entries": [{"name": "May", "number": 5} | entry]}]}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (broken(name="may"), "'may' is not in normal form"),
        (broken(number="five"), "'May': 'number' must be integer"),
        (broken(long=1), "'long' must be truth"),
        (broken(colour="red"), "'May' states 'colour'"),
        (broken(forms=["  M."]), "badly spaced"),
        (broken(source=" "), "'May' names no source"),
        ({**GOOD, "group": [{"entries": [{"name": "May", "number": 5}]}]}, "'May' names no source"),
        ({**GOOD, "group": [{"source": "x", "entries": [{"name": "May"}]}]}, "does not state 'number'"),
        ({**GOOD, "group": [{"source": "x", "entries": [{"name": "May", "number": 5}] * 2}]}, "stands under"),
        ({**GOOD, "group": []}, "the list is empty"),
        ({**GOOD, "list": []}, "no table called 'list'"),
        ({"group": []}, "the \\[form\\] table"),
        ({**GOOD, "form": {"about": "x", "name": "["}}, "no regular expression"),
        ({**GOOD, "form": {"about": "x", "name": ".", "facts": {"n": "number"}}}, "a fact is one of"),
        ({**GOOD, "group": [{"source": "x", "words": []}]}, "a group has"),
    ],
)
def test_what_is_not_in_normal_form_is_refused(data: dict[str, Any], says: str) -> None:
    with pytest.raises(LexiconError, match=says) as refused:
        lexicon.read(data, "lexicon/months.toml")
    assert refused.value.where == "lexicon/months.toml"


def test_a_plain_list_of_names_needs_no_tables() -> None:
    data = {"form": {"about": "x", "name": "[a-z]+"}, "group": [{"source": "general knowledge", "names": ["a", "b"]}]}
    assert [(e.name, e.source) for e in lexicon.read(data, "x")] == [
        ("a", "general knowledge"),
        ("b", "general knowledge"),
    ]


def test_a_table_states_whole_numbers_in_the_order_of_the_form() -> None:
    form = {"about": "x", "name": "[a-z]+", "facts": {"one": "integer", "two": "integer"}}
    data = {"form": form, "group": [{"source": "general knowledge", "table": "a 1 -2\nb 3 4\n"}]}
    assert [(e.name, e.source, e.number("one"), e.number("two")) for e in lexicon.read(data, "x")] == [
        ("a", "general knowledge", 1, -2),
        ("b", "general knowledge", 3, 4),
    ]


@pytest.mark.parametrize(
    ("table", "source", "says"),
    [
        ("May", "x", "'May' needs a whole number"),
        ("May 5 6", "x", "'May' needs a whole number"),
        ("May 5", " ", "and a source"),
        ("may 5", "x", "'may' is not in normal form"),
        ("May five", "x", "'May': invalid literal"),
    ],
)
def test_a_row_of_a_table_in_disorder_is_refused(table: str, source: str, says: str) -> None:
    form = {"about": "months", "name": "[A-Z][a-z]+", "facts": {"number": "integer"}}
    with pytest.raises(LexiconError, match=says):
        lexicon.read({"form": form, "group": [{"source": source, "table": table}]}, "lexicon/months.toml")


def test_facts_are_read_by_their_kind() -> None:
    entry = lexicon.Entry("x", "y", (), {"word": "w", "many": ("a",), "count": 3, "yes": True})
    assert (entry.text("word"), entry.list("many"), entry.number("count"), entry.holds("yes")) == ("w", ("a",), 3, True)
    assert (entry.text("count"), entry.list("word"), entry.number("yes"), entry.holds("none")) == (
        None,
        (),
        None,
        False,
    )


def test_source_files_are_plain_utf8_without_tabs() -> None:
    for name in lexicon.names():
        text = files("onionskin.lexicon").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        assert not re.search(r"\t| \n", text), name
