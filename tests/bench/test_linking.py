"""What the benchmark of linking hands out, and how it counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.linking.scoring import Said, score, score_ambiguous
from bench.linking.stripping import Marked, Paper, Stripped, squeezed, strip, surname_of

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>A Volume</title></teiHeader><text>
<front><div xml:id="persons"><list><item><hi><persName xml:id="p_BH1">Brandt, Helen</persName>,</hi> a clerk</item>
<item><persName xml:id="p_BO1">Brandt, Otto</persName>, a courier</item><item><persName xml:id="p_T">Ibn
Talal</persName>, a king</item></list></div></front>
<body><div type="document" xml:id="d7" n="7"><head>7. Letter From <persName corresp="#p_BH1">Helen
Brandt</persName><note n="1" type="source">Source: Files. Drafted by <persName
corresp="#p_BO1">Brandt</persName>.</note></head><p>I saw <persName corresp="#p_BO1">Brandt</persName><note n="2">See
<ref target="#d6">Document 6</ref>, by
<persName corresp="#p_BH1">Brandt</persName>.</note> on
<date when="1961-02-03">Friday</date>, and <persName>Novak</persName>.</p>
<pb n="12" xml:id="pg_12"/></div></body>
<back><div xml:id="index"><list><item>Arbo, Lise, 12</item><item>Arms, sale of, 12</item>
</list></div></back></text></TEI>"""


@pytest.fixture
def stripped(tmp_path: Path) -> Stripped:
    file = tmp_path / "vol.xml"
    file.write_text(VOLUME, encoding="utf-8")
    return strip(file, {("vol", "p_BH1"): "1", ("vol", "p_BO1"): "2"})


def test_nothing_that_was_marked_is_left(stripped: Stripped) -> None:
    content = stripped.content.decode()
    for mark in (
        "persName",
        "corresp",
        "target",
        "p_B",
        "when=",
        "xml:id",
        "d7",
        "Document 6",
        "A Volume",
        "clerk",
        "pb",
    ):
        assert mark not in content
    assert "Source: Files." in content


def test_entries_of_one_person_are_one(tmp_path: Path) -> None:
    file = tmp_path / "vol.xml"
    twice = '<item><persName xml:id="p_B9">Brandt</persName>, see Brandt, the courier</item>'
    file.write_text(VOLUME.replace("<item><hi>", f"{twice}<item><hi>").replace('p_BO1">Brandt</p', 'p_B9">Brandt</p'))
    same = strip(file, {("vol", "p_BO1"): "2", ("vol", "p_B9"): "2"})
    assert [each.local for each in same.persons] == ["p_BH1", "p_BO1", "p_T"]
    assert "p_BO1" in {mark.local for mark in same.papers[0].marks}


def test_marks_stand_at_their_letters_and_the_source_note_last(stripped: Stripped) -> None:
    (paper,) = stripped.papers
    assert [(m.words, m.local, m.person) for m in paper.marks] == [
        ("Helen Brandt", "p_BH1", "1"),
        ("Brandt", "p_BO1", "2"),
        ("Novak", None, None),
        ("Brandt", "p_BO1", "2"),
    ]
    assert all(paper.letters[m.start : m.end] == squeezed(m.words) for m in paper.marks)
    assert paper.letters.endswith("DraftedbyBrandt.")


def test_surnames_come_from_list_marks_and_index(stripped: Stripped) -> None:
    assert stripped.surnames == {"brandt", "novak", "arbo", "ibn", "talal"}


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Adams, Maj. Gen. Paul D.", "adams"),
        ("M.N. Smirnovsky", "smirnovsky"),
        ("de Gaulle’s", "gaulle"),
        ("Hammarskjöld", "hammarskjold"),
        ("", ""),
    ],
)
def test_surname_is_the_last_word_before_the_comma(name: str, surname: str) -> None:
    assert surname_of(name) == surname


PAPER = Paper("d7", "DearHelenBrandt,NovakandArbocame.", (Marked(4, 15, "Helen Brandt", "p_BH1", "1"),))


def test_a_mention_without_mark_is_extra_unless_the_volume_knows_the_name() -> None:
    said = [
        Said(4, 15, "Helen Brandt", "1"),
        Said(16, 21, "Novak"),
        Said(24, 28, "Arbo", "9"),
        Said(28, 32, "came", "8"),
    ]
    got = score("vol", PAPER, said, frozenset({"arbo", "brandt"}), frozenset({"came"}))
    assert (got.mentions.right, got.mentions.extra, got.mentions.missed, got.unmarked) == (1, 2, 0, 1)
    assert (got.right, got.linked, got.marked) == (1, 2, 1)


def test_a_mention_of_the_given_name_alone_finds_nothing() -> None:
    got = score("vol", PAPER, [Said(4, 9, "Helen", "1")], frozenset({"brandt"}), frozenset())
    assert (got.mentions.right, got.mentions.extra, got.mentions.missed, got.right) == (0, 1, 1, 0)


def test_among_bearers_of_one_surname_the_first_named_counts() -> None:
    said = [Said(4, 15, "Helen Brandt", None, "p_BO1")]
    got = score_ambiguous("vol", PAPER, said, frozenset({"brandt"}), {"brandt": "p_BH1"})
    assert (got.ambiguous, got.ambiguous_right, got.commonest) == (1, 0, 1)


def test_a_titled_mention_of_a_surname_that_the_authority_knows_is_no_extra() -> None:
    said = [Said(4, 15, "Helen Brandt", "1"), Said(24, 28, "Mr. Arbo")]
    got = score("vol", PAPER, said, frozenset({"brandt"}), frozenset({"arbo"}))
    assert (got.mentions.extra, got.unmarked) == (0, 1)
