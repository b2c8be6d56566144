"""A line is running text by its shape: in capitals too, however short its words."""

from __future__ import annotations

import pytest
from tests.readers.marked import paper

from onionskin.text.prose import body_lines, is_prose


@pytest.mark.parametrize(
    "line",
    [
        "You should emphasize that there is in fact no present danger of invasion",
        "WE HAVE TOLD HIM THAT THE SHIPS ARE TO BE OUT OF PORT BY NOON",
        "HE IS NOT TO GO UP TO THE TOP OF THE HILL, BUT THE U.S.",
        "IN A POSITION TO ACT IN THE SOUTHERN PART OF THE COUNTRY. VIET",
    ],
)
def test_sentences_are_running_text(line: str) -> None:
    assert is_prose(line)


@pytest.mark.parametrize(
    "line",
    [
        "ACTION: USUN, New York - PRIORITY 1359",
        "STATE/INR DIA ARMY/ACSI NAVY AIR JCS SECDEF NSA NIC AID OCI ONE OCR",
        "SS SP L H A O IO P USIA CIA NSC DOD AF ARA EUR FE NEA INR RMR",
        "CLASSIFICATION - DISSEMINATION CONTROLS",
    ],
)
def test_lists_of_offices_and_headings_are_none(line: str) -> None:
    assert not is_prose(line)


def body(*pages: str) -> list[str]:
    """The lines of the running text of these pages."""
    lines = paper(*pages).lines
    return [lines[at].text for at in body_lines(lines)]


TEXT = """The visitor asked whether the ships could be unloaded before the end of the week,
and was told that nothing of the kind had been agreed to by the harbour master.
{line}
who had been a clerk of the customs and was seen there in the company of two others,
and who went home at noon."""


@pytest.mark.parametrize(
    "line",
    [
        "7. Ernesto Maria PALLARES Otero (B 14 220 118). Subject, a",
        "In February/March 1958, Major Henry Ashton Whitcombe, Lagos,",
        "(Titi PALLARES), Capt. Rodrigo VIDAL Ruiz (22 810), Matanzas,",
    ],
)
def test_a_line_of_names_and_figures_between_sentences_is_text(line: str) -> None:
    assert line in body(TEXT.format(line=line))


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Ashton",
        "DATE TYPED   14 May 1958   DATE DISPATCHED",
        "X   06",
        "ENCLOSURE NO. 1 TO LAGOS DESPATCH NO. 118",
        "Ernesto Maria PALLARES Otero, Matanzas, 22 810.",
    ],
)
def test_a_row_of_a_form_and_what_is_narrow_is_none(line: str) -> None:
    assert line not in body(TEXT.format(line=line))


def test_figures_beside_a_reviewer_s_brackets_part_no_text_in_capitals() -> None:
    first = "2. AT OUR REQUEST PALLARES-1 HAS ORDERED ARREST OF"
    second = "ERNESTO PALLARES OTERO (118-220114). STATION"
    text = f"""THIS AND OTHER POSSIBILITIES ARE BEING EXAMINED BY US.
04
{first}   7

04   23   16-26
{second}

64
PASSED THE ADDRESS IN THE VILLAGE. PLAN IS TO HAVE HIM
BROUGHT TO THE HEADQUARTERS OF THE GUARD FOR THE NIGHT."""
    assert {f"{first}   7", second} <= set(body(text))


@pytest.mark.parametrize(
    "line",
    [
        "FOR DIR ONLY: SIX. PALLARES-4. W ITHIN THE WEEK ASK HIM IF",
        "4 IF MR. PALLARES KNOWS WHICH OF HIS TWO FRIENDS,/ASK LIMA",
    ],
)
def test_a_line_in_capitals_right_over_running_text_in_capitals_is_text(line: str) -> None:
    text = f"""THIS AND OTHER POSSIBILITIES ARE BEING EXAMINED BY US.
{line}
THE BOATS NOW CARRY WHAT HAS BEEN ASKED FOR BY THE STATION."""
    assert line in body(text)


LISTED = """The persons who have been in contact with the subject since the beginning of the year are listed below.

{heading}

1. Ernest Pallares
2. Anton Marlow
3. [Walter Ashton] 03

We shall write again as soon as we have heard from the office that has been asked about them."""


def test_the_items_of_a_list_under_the_text_and_its_heading_are_text() -> None:
    assert {"A) STAFF", "1. Ernest Pallares", "2. Anton Marlow", "3. [Walter Ashton] 03"} <= set(
        body(LISTED.format(heading="A) STAFF"))
    )


def test_the_rest_of_a_list_by_letters_whose_first_is_something_else_is_none() -> None:
    lettered = LISTED.format(heading="").replace("1. Ernest", "B. Ernest").replace("2. Anton", "C. Anton")
    assert not {"B. Ernest Pallares", "C. Anton Marlow"} & set(body(lettered.replace("3. [Walter", "D. [Walter")))


def test_the_items_of_a_list_of_what_is_attached_are_none() -> None:
    assert "2. Anton Marlow" not in body(LISTED.format(heading="Attachments:"))


def test_a_row_of_a_form_in_capitals_under_open_text_is_none() -> None:
    text = "He offered to send the names of those who could be asked, and the subject\nCLASSIFICATION   PAGE NO."
    assert body(text) == text.split("\n")[:1]


PART = """The Foreign Minister said that his Government had studied the question with care and that it would reply.

{heading}{gap}Both Governments are cooperating in controlling the importation of grain, and we should strengthen this
cooperation in the interest of the two countries as far as that can be done."""


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("heading", ["5. Control of Grain Prices", "2. Lumber Program", "(b) The Bern Settlement"])
def test_the_heading_of_a_part_over_its_text_is_text(heading: str, gap: str) -> None:
    assert heading in body(PART.format(heading=heading, gap=gap))


@pytest.mark.parametrize("heading", ["Lumber Program", "LUMBER", "Grain and the Harbor:", "5. Grain"])
def test_a_heading_of_known_words_between_two_paragraphs_is_text(heading: str) -> None:
    assert heading in body(PART.format(heading=heading, gap="\n\n"))


@pytest.mark.parametrize("heading", ["2. Lumber Program\n\n\n\n", "1 - Bern", "Grx Prvces", "Copy 4410-2", "Lumber,"])
def test_what_stands_apart_or_has_strange_words_heads_nothing(heading: str) -> None:
    assert heading.strip() not in body(PART.format(heading=heading, gap="\n\n"))


def test_a_heading_right_under_an_open_sentence_is_none() -> None:
    assert "LUMBER" not in body(PART.format(heading="LUMBER", gap="\n").replace("would reply.", "would reply in"))


def test_the_first_number_heads_a_text_that_has_none_above() -> None:
    text = "1. Grain\n\n{0}\n\n2. Lumber\n\n{0}".format(PART.split("\n", 1)[0])
    assert body(text) == [line for line in text.split("\n") if line]


def test_the_items_of_a_list_with_dashes_are_text() -> None:
    dashed = LISTED.format(heading="").replace("1. Ernest", "- Ernest").replace("2. Anton", "- Anton")
    assert {"- Ernest Pallares", "- Anton Marlow"} <= set(body(dashed))


def test_what_follows_a_colon_on_the_next_line_in_small_letters_is_text() -> None:
    text = "The names of those who are to be asked are to be sent to us by the following day:\nend of March."
    assert body(text) == text.split("\n")


@pytest.mark.parametrize("last", ["WITNESSES.Y", "WITNESSES.4", "WITNESSES. ¥"])
def test_the_mark_that_ends_a_paragraph_of_a_cable_ends_its_last_word(last: str) -> None:
    text = f"HE HOPES FOR HELP IN FINDING AND IN LOCATING AND INTERVIEWING POTENTIAL\n{last}\nDATE:\nORIG:"
    assert body(text) == text.split("\n")[:2]


SIGNED = """The project was about the friends of the harbour master in the town and what
they had been told of the ships by their own people there.
Principal players are:
PXCARD-1 (301-0283) Ernest Pallares
PXCARD-2 (301-0726) Anton Marlow
5
PXCARD-3 (301-0727) Henry Ashton, who was
seen in the town in January;
PXCARD-4 (301-0729) Rodrigo Vidal
who was with them when the boats went out, and of whom nothing more is known."""


def test_rows_under_signs_of_the_same_letters_and_what_introduces_them_are_text() -> None:
    """Only the figure beside them is none."""
    assert [line for line in SIGNED.split("\n") if line not in body(SIGNED)] == ["5"]


def test_one_row_under_a_sign_makes_no_list() -> None:
    alone = TEXT.format(line="went to the harbour.\nPXCARD-1 (301-0283)  Ernest Pallares")
    assert "PXCARD-1 (301-0283)  Ernest Pallares" not in body(alone)


def test_a_wide_line_of_names_that_ends_with_a_comma_over_more_text_is_text() -> None:
    line = "Pierre MARLOWE-ASHTON, President and Chief Executive Officer,"
    below = "MARLOWE-ASHTON LTD., Lagos, was of interest to the harbour master in 1950."
    assert line in body(f"{TEXT.format(line='went in.')}\n\n{line}\n{below}")


SHORT_BEGINNING = "He also arranged"


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "spread"])
def test_a_few_words_with_which_a_sentence_begins_are_text(gap: str) -> None:
    """In a text with a blank line between all lines the next one is as near as it is elsewhere."""
    typed = TEXT.format(line="who was there.").split("\n")
    lines = [*typed, SHORT_BEGINNING, "the printing of a study of the ships in the harbour at his own cost."]
    assert SHORT_BEGINNING in body(gap.join(lines))


def test_a_name_over_small_letters_begins_no_sentence() -> None:
    text = TEXT.format(line="went in.")
    assert "Ernest Pallares" not in body(f"{text}\n\nErnest Pallares\nand others who were there at noon.")


def test_open_text_in_capitals_goes_on_past_the_blank_lines_between_all_its_lines() -> None:
    lines = ["HE WAS ASKED BY THE OTHERS HOW HE LOOKED AT THE", "FUTURE OF FREEDOM", "FOR THE INDIVIDUAL IN THE TOWN"]
    more = ["AND HE ADMITTED THAT THE PROSPECTS FOR IT WERE POOR", "AS LONG AS THE SHIPS WERE KEPT OUT OF THE HARBOUR."]
    assert "FUTURE OF FREEDOM" in body("\n\n".join([*lines, *more]))


OFFICE = "Director General of the Security Intelligence Organization"


def test_an_office_as_wide_as_the_text_is_text_right_under_an_open_sentence_whatever_stands_below() -> None:
    line = "Ernest Pallares Chief of the Far Eastern Regional Staff during"
    text = f"It was proposed that he be replaced in the summer by Mr.\n{line}\nJuly 1965."
    assert body(text.replace("by Mr.", "by the"))[1:] == [line, "July 1965."]


def test_an_office_between_two_lines_of_text_is_text_though_a_comma_was_read_as_a_stop() -> None:
    above, below = (
        "He has a sealed letter from the former head.",
        "and he was asked to bring it with him in the spring.",
    )
    assert OFFICE in body(f"{above}\n{OFFICE}\n{below}")


@pytest.mark.parametrize(("figures", "text"), [("1965.", True), ("$12,500.", True), ("65.", False), ("12-345", False)])
def test_a_year_or_a_sum_alone_ends_the_sentence_over_it(figures: str, text: bool) -> None:
    above = "He will be the head of the technical division there during June"
    assert (figures in body(f"{above}\n{figures}")) is text


@pytest.mark.parametrize("name", ["United States", "Republic of Norland", "Norland"])
def test_a_name_alone_on_the_line_that_an_open_sentence_waits_for_is_text(name: str) -> None:
    above = "We desire to avoid any appearance of subservience to the"
    assert body(f"He agreed with this at once, and he told us so.\n{above}\n{name}\n\nAbel Baker")[-1] == name
    assert name not in body(f"He agreed with this at once, and he told us so.\n\n{name}\n\nAbel Baker")


@pytest.mark.parametrize("line", ["SECRET", "Subject: Norland", "Date"])
def test_what_stands_right_under_a_whole_sentence_or_in_capitals_is_none(line: str) -> None:
    above = (
        "He agreed with this at once, and he told us so to the" if line == "SECRET" else "He told us so, and we agreed."
    )
    assert line not in body(f"We met in the harbour at noon and went home.\n{above}\n{line}\n\nAbel Baker")
