"""Links, names, corrections and doubts are told with their state, their reasons and what they could be."""

from __future__ import annotations

from dataclasses import replace

from tests.web.specimens import letter, telegram

from onionskin.cli.apparatus import apparatus_in_words, decision_in_words
from onionskin.record.decisions import About, Decision, Fate, Verb
from onionskin.record.references import EntityCandidate, Resolution, ResolutionState

PAPER, OTHER = telegram(), letter().id
KNOWN = {OTHER: "1963-03-09 letter from Morris"}


def test_what_could_be_meant_stands_beneath_the_likeliest_first() -> None:
    told = list(apparatus_in_words(PAPER, KNOWN))
    at = told.index(("refers to", "DEPTTEL 1338 (telegram, candidates)  /references/0"))
    assert told[at + 1 : at + 3] == [
        ("could be (1)", f"0.70 {OTHER}, 1963-03-09 letter from Morris: date fits"),
        ("could be (2)", "0.40 os-00000000000000000000: same number"),
    ]
    assert ("emendation", "DEPTTEL -> DEPTEL (proposed, 0.80): The usual spelling  /emendations/0") in told
    assert ("doubt", "/stamps/0/date: NARS did not exist in 1997.  /doubts/0") in told


def test_a_link_says_to_what_and_because_of_what() -> None:
    first = PAPER.references[0]
    linked = replace(first, resolved=Resolution(ResolutionState.LINKED, OTHER, first.resolved.candidates))
    told = list(apparatus_in_words(replace(PAPER, references=(linked,)), KNOWN))
    at = next(n for n, (label, _) in enumerate(told) if label == "refers to")
    assert told[at][1] == f"DEPTTEL 1338 (telegram, linked to {OTHER}, 1963-03-09 letter from Morris)  /references/0"
    assert told[at + 1] == ("because", "date fits (0.70)")


def test_a_name_is_told_once_for_all_places_that_mean_the_same_and_not_at_all_where_it_means_nobody() -> None:
    plain = PAPER.mentions[0]
    one = replace(plain, entity="brandov-i", candidates=(EntityCandidate("brandov-i", 0.97, ("held the post",)),))
    told = list(apparatus_in_words(replace(PAPER, mentions=(plain, one, one, one)), {}))
    names = [words for label, words in told if label == "names"]
    assert names == ["Brandov (person, brandov-i)  /mentions/1 and 2 more"]
    assert ("because", "held the post (0.97)") in told


def test_a_decision_says_who_and_when_and_one_adrift_says_why() -> None:
    made = Decision(7, Verb.LINK, About.REFERENCE, "A. Clerk", "2026-03-01T09:30:00Z", Fate.STANDING, to=OTHER)
    assert decision_in_words(made) == f"link reference to {OTHER}, by A. Clerk, 2026-03-01"
    lost = replace(made, state=Fate.ADRIFT, note="its words are not found again", reason="the day fits")
    assert decision_in_words(lost).endswith("(adrift: its words are not found again): the day fits")
