"""Words that are none are taken for the word they are a misreading of; words that are known stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.emending.confidence import APPLIED, HELD_BACK, confidence
from onionskin.emending.lexical import misreading, near_words
from onionskin.emending.misreadings import Correction, corrections
from onionskin.emending.tokens import damage, known, tokens
from onionskin.emending.vocabulary import Vocabulary
from onionskin.lexicon.period import frequencies

TEXT = "You should see the Ambassador promptly, to discuss next steps in effecting the understanding of last week."
HURT = 0.05
NOTHING = Vocabulary({})


def told(text: str, vocabulary: Vocabulary = NOTHING) -> dict[str, Correction]:
    """The corrections of a text by the word they correct."""
    return {each.token.text: each for each in corrections(text, tokens(text), vocabulary, HURT)}


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("undesstanding", "understanding"),
        ("promntly", "promptly"),
        ("hagg1e", "haggle"),
        ("cornmunist", "communist"),
        ("Govermnent", "Government"),
        ("wouldbe", "would be"),
        ("againstIndian", "against Indian"),
        ("requi re", "require"),
        ("deve1opme nt", "development"),
    ],
)
def test_a_word_that_is_none_is_corrected_and_says_why(read: str, meant: str) -> None:
    correction = told(f"We are told that it {read} as before.")[read]
    assert correction.to == meant
    assert "is no word of the period" in correction.reasons[0]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "He will be here at 3 p.m. on the 7th, with 12 B-47s and U.S. aid under Embtel 1338.",
        "The non-starter was honorably withdrawn; their agreeability is noted.",
        "It would be a casus belli, an aide-memoire and a modus vivendi.",
        "Les autorités françaises étaient du même avis que le gouvernement luxembourgeois.",
    ],
)
def test_what_stands_right_stays(text: str) -> None:
    assert [each for each in told(text).values() if confidence(each) >= APPLIED] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("OFFERED FOR USE BY THE FRENTE REVOLUCIONARIO DEMOCRATICO AND ITS FRIENDS IN THE CITY", "DEMOCRATICO"),
        ("THE GROUP CALLS ITSELF MOVIMIENTO DE LIBERACION AND IS SAID TO BE SMALL AND POORLY LED", "LIBERACION"),
        ("They had the support of the Unidad de Liberacion Nacional and of its friends abroad.", "Nacional"),
        ("He belongs to the Alianza de Recuperacion and hopes to leave the country very soon.", "Recuperacion"),
    ],
)
def test_a_word_of_a_spanish_name_is_not_made_english_unseen(text: str, word: str) -> None:
    found = told(text).get(word)
    assert found is None or confidence(found) < APPLIED


def test_an_ending_alone_makes_no_word_spanish() -> None:
    assert told("They agreed that the negotiacion would begin again.")["negotiacion"].guard is None


def test_a_name_is_taken_from_the_collection_alone() -> None:
    text = "It was agreed that Kuznetsoy would call."
    alone = told(text).get("Kuznetsoy")
    assert alone is None or alone.guard
    among = told(text, Vocabulary({"Kuznetsov": 40, "the": 900}))["Kuznetsoy"]
    assert (among.to, among.guard) == ("Kuznetsov", None)
    assert "stands 40 times in the papers at hand" in among.reasons[-1]


def test_one_prefix_is_not_put_for_another_unseen() -> None:
    made = told("They were told to exfiltrate the two men before the end of the month.")
    assert "exfiltrate" not in made or made["exfiltrate"].guard is not None


def test_in_capitals_a_word_that_a_person_bears_is_a_name() -> None:
    text = "FIELD DISSEM: STATE (AMBASSADOR NOLTING), MAAG, AND WORD OF IT TO UNDESSTANDING FRIENDS."
    made = {
        each.token.text: each for each in corrections(text, tokens(text), NOTHING, HURT, lambda word: word == "nolting")
    }
    assert "NOLTING" not in made or made["NOLTING"].guard == "it may be a name that stands nowhere else"
    assert made["UNDESSTANDING"].guard is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("WE HAVE TOLD THE GUARD THAT ALFONSO VIDEL VELMANO IS THE SUBJECT OF THE LETTER.", "VELMANO"),
        ("IT WAS SAID THAT RAMIRO VELMANO WAS SEEN THERE WITH HIM.", "VELMANO"),
        ("He was asked to return to QBPRIME before the end of the month.", "QBPRIME"),
        ("Subject was contacted by Mr. Rodrigo MARTINO and two others.", "MARTINO"),
    ],
)
def test_a_name_in_capitals_behind_a_given_name_or_amid_small_letters_is_none_of_the_words(
    text: str, name: str
) -> None:
    assert name not in told(text)


def test_such_a_name_is_mended_from_the_papers_at_hand() -> None:
    made = told("IT WAS SAID THAT RAMIRO QUINTERC WAS SEEN THERE WITH HIM.", Vocabulary({"QUINTERO": 2, "THE": 300}))
    assert made["QUINTERC"].to == "QUINTERO"


def test_a_word_in_capitals_behind_a_word_that_is_a_name_too_is_mended() -> None:
    assert told("WE WILL GRANT UNDESSTANDING AND AID TO THE OTHERS.")["UNDESSTANDING"].to == "UNDERSTANDING"


def test_a_word_that_the_collection_writes_often_is_its_own_but_a_frequent_misreading_is_not() -> None:
    vocabulary = Vocabulary({"Ayubabad": 9, "tbe": 30, "the": 4000})
    assert known("Ayubabad", vocabulary)
    assert not known("tbe", vocabulary)


def test_a_people_called_by_its_place_is_no_misreading_of_it() -> None:
    assert known("AFGHANISTANIS", NOTHING)
    assert not known("Ministeri", NOTHING)


@pytest.mark.parametrize("read", ["nct", "noxt", "Tuosday", "seveu", "umportaut"])
def test_negations_numbers_and_days_are_never_applied_unseen(read: str) -> None:
    correction = told(f"We are told that it is {read} as before.").get(read)
    assert correction is None or confidence(correction) <= HELD_BACK < APPLIED


def test_the_words_of_texts_are_counted_in_any_case_of_their_letters() -> None:
    vocabulary = Vocabulary.of(["Brandov and Brandov's men", "saw BRANDOV."])
    assert (vocabulary.count("brandov"), vocabulary.count("Brandov's")) == (2, 1)
    assert (vocabulary.printed("Brandov"), vocabulary.printed("brandov")) == (1, 0)


def test_a_piece_beside_another_piece_is_not_applied_unseen() -> None:
    (correction,) = (each for each in told("it was neyerth eless argued").values() if each.token.text == "eless")
    assert correction.guard


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz '.-1\nT"), max_size=80))
def test_whatever_is_printed_corrections_point_at_it_and_do_not_overlap(text: str) -> None:
    end = 0
    for each in corrections(text, tokens(text), NOTHING, HURT):
        assert each.token.span.of(text) == each.token.text
        assert each.token.span.start >= end
        assert each.to != each.token.text
        assert 0.0 <= confidence(each) <= 1.0
        end = each.token.span.end


@given(st.sampled_from(sorted(frequencies())), st.data())
def test_a_word_with_one_letter_changed_is_near_the_word(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    read = word[:at] + data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz")) + word[at + 1 :]
    assert read == word or word in near_words(read)
    assert misreading(word, word) == 0.0
    assert read == word or misreading(word, read) < 0.0


def test_damage_is_the_share_of_unknown_words_and_never_nothing() -> None:
    clean, hurt = (damage(tokens(text), NOTHING) for text in (TEXT, TEXT.replace("o", "0").replace("e", "c")))
    assert 0 < clean < 0.02 < hurt < 1
