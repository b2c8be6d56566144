"""Who is meant: a post held on the day, a name in full, a paper of the same collection; of two the list stays open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.papers import telegram

from onionskin.linking.authorities.entity import Entity, Service
from onionskin.linking.authorities.register import Authority, authority_of
from onionskin.linking.people import Acquaintance, People
from onionskin.linking.persons import LINKED_FROM, acquaintances, link_mentions
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import NamedKind
from onionskin.record.references import EntityCandidate, Mention
from onionskin.record.span import Span


def person(key: str, name: str, *held: Service, active: tuple[int, int] = (1952, 1968)) -> Entity:
    return Entity(key, NamedKind.PERSON, name, "frus", active=active, held=held)


ANN = person("ann", "Halloran, Ann", Service("post:secretary", "Secretary of State", "1961-01-21", "1964-01-20"))
ROBERT = person("robert", "Halloran, Robert F.")
OLD = person("old", "Halloran, Giles", active=(1861, 1868))
BRANDOV = replace(person("brandov", "Brandov, Viktor I."), forms=("Brandov, V. I.", "Brandov, Victor"))
NAMES = ("Ann Halloran", "Robert Halloran", "Halloran")
AUTHORITY = authority_of([ANN, ROBERT, OLD, BRANDOV])


def paper(words: str, *names: str, date: str = "1961-11-03") -> Document:
    """A telegram of a few words in which these names, in their order, are mentions."""
    made = telegram(body=[words], date=date)
    text, at, mentions = made.pages[0].text, made.pages[0].text.index(words), []
    for name in names:
        at = text.index(name, at)
        mentions.append(Mention(name, NamedKind.PERSON, (Ink(made.pages[0].n, Span(at, at + len(name)), "t"),)))
        at += len(name)
    return replace(made, mentions=tuple(mentions))


def meant(document: Document, authority: Authority = AUTHORITY, people: People | None = None) -> list[str | None]:
    linked = link_mentions(document, authority, people or People())
    return [mention.entity for mention in linked.mentions]


def reasons(document: Document, at: int = 0, people: People | None = None) -> dict[str, tuple[str, ...]]:
    linked = link_mentions(document, AUTHORITY, people or People())
    return {each.entity: each.reasons for each in linked.mentions[at].candidates or ()}


def test_the_only_one_of_that_name_at_work_then_is_meant() -> None:
    assert meant(paper("See Brandov.", "Brandov")) == ["brandov"]
    assert "the only one of that name at work then" in reasons(paper("See Brandov.", "Brandov"))["brandov"]


def test_of_two_who_could_be_meant_the_list_stays_open() -> None:
    linked = link_mentions(paper("See Halloran.", "Halloran"), authority_of([replace(ANN, held=()), ROBERT]))
    (mention,) = linked.mentions
    assert mention.entity is None
    assert {each.entity for each in mention.candidates or ()} == {"ann", "robert"}
    assert all(each.score < LINKED_FROM for each in mention.candidates or ())


def test_nobody_long_out_of_his_time_is_meant() -> None:
    assert "old" not in reasons(paper("See Halloran.", "Halloran"))
    assert meant(paper("See Brandov.", "Brandov", date="1911-11-03")) == [None]


def test_a_title_means_who_held_the_post_on_the_day() -> None:
    held = paper("Secretary Halloran left.", "Secretary Halloran")
    assert meant(held) == ["ann"]
    assert "Secretary of State on that day (1961-01-21 to 1964-01-20)" in reasons(held)["ann"]


def test_a_title_stays_with_who_held_the_post_before() -> None:
    since = reasons(paper("See Secretary Halloran.", "Secretary Halloran", date="1965-11-03"))
    assert "Secretary of State until 1964-01-20" in since["ann"]
    before = reasons(paper("See Secretary Halloran.", "Secretary Halloran", date="1960-11-03"))
    assert not any("until" in each for each in before["ann"])


def test_a_name_in_full_means_the_surname_behind_it() -> None:
    document = paper("Robert Halloran came, and Halloran spoke.", "Robert Halloran", "Halloran")
    assert meant(document) == ["robert", "robert"]
    assert "named more fully in this paper" in reasons(document, 1)["robert"]


def test_a_list_that_says_what_the_paper_says_speaks_for_its_person() -> None:
    mine = [replace(each, held=(), about=about) for each, about in ((ANN, "of the Falange"), (ROBERT, "of Customs"))]
    document = paper("Halloran spoke for the Falange.", "Halloran")
    first = (link_mentions(document, authority_of(mine)).mentions[0].candidates or ())[0]
    assert (first.entity, first.reasons[-1]) == ("ann", "listed with Falange, which the paper has too")


def test_a_given_name_that_contradicts_is_nobody() -> None:
    assert meant(paper("Walter Brandov came.", "Walter Brandov")) == [None]


def test_the_collections_own_people_weigh_more() -> None:
    papers = People(Acquaintance("robert", "1961", "halloran") for _ in range(20))
    document = paper("See Halloran.", "Halloran")
    plain = authority_of([replace(ANN, held=()), ROBERT])
    assert meant(document, plain, papers) == ["robert"]
    assert "named in 20 papers of the collection of about that time" in reasons(document, people=papers)["robert"]


def test_a_paper_knows_whom_it_names_beyond_doubt() -> None:
    document = paper("Secretary Halloran met Brandov.", "Secretary Halloran", "Brandov")
    assert set(acquaintances(document, AUTHORITY)) == {
        Acquaintance("ann", "1961-11-03", "halloran"),
        Acquaintance("brandov", "1961-11-03", "brandov"),
    }


def test_what_an_edition_says_stays_and_other_kinds_are_left_alone() -> None:
    document = paper("Brandov in Geneva.", "Brandov", "Geneva")
    first, second = document.mentions
    marked = replace(first, entity="volume#p_B1"), replace(second, kind=NamedKind.PLACE)
    assert link_mentions(replace(document, mentions=marked), AUTHORITY).mentions == marked


def test_who_is_linked_is_the_first_candidate_with_his_score() -> None:
    (mention,) = link_mentions(paper("Secretary Halloran.", "Secretary Halloran"), AUTHORITY).mentions
    first = (mention.candidates or ())[0]
    assert isinstance(first, EntityCandidate)
    assert (first.entity, first.score >= LINKED_FROM) == (mention.entity, True)
    assert sum(each.score for each in mention.candidates or ()) == pytest.approx(1, abs=0.05)


def test_a_surname_that_other_papers_make_known_is_a_mention() -> None:
    document = replace(paper("Foreseen by Brandov and others.", "Brandov"), mentions=())
    assert link_mentions(document, AUTHORITY).mentions == ()
    people = People(Acquaintance("brandov", "1961-10", "brandov") for _ in range(2))
    assert [(each.text, each.entity) for each in link_mentions(document, AUTHORITY, people).mentions] == [
        ("Brandov", "brandov")
    ]


def test_a_lady_is_meant_with_her_title_and_her_husband_without() -> None:
    lady = person("lady", "Halloran, Mrs. Robert")
    authority = authority_of([ROBERT, lady])
    document = paper("Mrs. Halloran came before Halloran.", "Mrs. Halloran", "Halloran")
    first = [(m.candidates or ())[0].entity for m in link_mentions(document, authority).mentions]
    assert first == ["lady", "robert"]


def test_a_surname_alone_means_whom_the_paper_named_last_of_two() -> None:
    """Where two are named more fully, the surname goes with the nearer one before it."""
    document = paper("Ann Halloran left; Robert Halloran and Halloran.", "Ann Halloran", "Robert Halloran", "Halloran")
    first = [(m.candidates or ())[0].entity for m in link_mentions(document, AUTHORITY).mentions]
    assert first == ["ann", "robert", "robert"]
    assert "named last before of those with the surname" in reasons(document, 2)["robert"]


def test_a_title_that_one_holds_outweighs_that_another_is_named_in_full() -> None:
    document = paper("Robert Halloran and Secretary Halloran.", "Robert Halloran", "Secretary Halloran")
    assert meant(document) == ["robert", "ann"]


def test_the_rank_that_a_collections_own_list_gives_means_its_officer() -> None:
    """`Lt. Col. Halloran`, whom the list has with the rank, and the surname behind him."""
    officer, premier = person("officer", "Halloran, Lieutenant Colonel Giles"), replace(ROBERT, about="Premier")
    authority = Authority((), over=authority_of([officer, premier]))
    document = paper("Lt. Col. Halloran came, and Halloran spoke.", "Lt. Col. Halloran", "Halloran")
    assert meant(document, authority) == ["officer", "officer"]


def test_a_lady_listed_under_her_own_name_is_meant_by_her_husbands_with_a_ladys_title() -> None:
    """`Tran Le Xuan (Madame Ngo Dinh Nhu)`; the surname alone behind her title is her husband still."""
    lady, man = person("lady", "Tran Le Xuan (Madame Ngo Dinh Nhu)"), person("man", "Ngo Dinh Nhu")
    document = paper("Madame Nhu came before Nhu.", "Madame Nhu", "Nhu")
    linked = link_mentions(document, Authority((), over=authority_of([lady, man])))
    assert [(m.candidates or ())[0].entity for m in linked.mentions] == ["lady", "man"]


@pytest.mark.parametrize(
    ("title", "about", "his"),
    [
        ("Finance Minister", "Minister of Finance of the Republic", True),
        ("Defense Minister", "Minister of National Defense", True),
        ("Finance Minister", "Minister of Agriculture", False),
        ("General", "Commanding General, Seventh Army", True),
        ("General", "Consul General at Lagos", False),
    ],
)
def test_a_title_is_known_in_the_words_of_a_list(title: str, about: str, his: bool) -> None:
    """A minister by what is his; a rank is not the end of another post's name."""
    called = f"{title} Halloran"
    linked = link_mentions(paper(f"{called} came.", called), authority_of([replace(ROBERT, about=about)]))
    told = (linked.mentions[0].candidates or ())[0].reasons
    assert (f"listed as: {about}" in told) is his


def test_mr_and_mrs_bear_the_husbands_name() -> None:
    lady, man = person("lady", "Tran Le Xuan (Madame Ngo Dinh Nhu)"), person("man", "Ngo Dinh Nhu")
    document = paper("Mr. and Mrs. Nhu left.", "Mr. and Mrs. Nhu")
    assert meant(document, Authority((), over=authority_of([lady, man]))) == ["man"]


@pytest.mark.parametrize("printed", ["Mr. [Robert] Halloran", "Halloran (Robert)"])
def test_a_given_name_supplied_in_brackets_counts(printed: str) -> None:
    assert meant(paper(f"Then {printed} spoke of the aircraft.", "Halloran")) == ["robert"]


def test_a_surname_goes_with_the_name_just_before_it_rather_than_with_one_who_is_named_oftener() -> None:
    """`Robert Kennedy. He expects to see Mr. Kennedy again`, of a paper that has the President too."""
    people = People(Acquaintance(who, "1961-10", "halloran") for who in ("ann", "robert", "ann"))
    document = paper("Ann Halloran came, Robert Halloran left. Halloran spoke.", *NAMES)
    first = (
        link_mentions(document, authority_of([replace(ANN, held=()), ROBERT]), people).mentions[2].candidates or ()
    )[0]
    assert first.entity == "robert"


def test_a_title_before_the_name_silences_the_titles_that_others_bear_elsewhere() -> None:
    """`President Kennedy ... Attorney General Kennedy`, where the President stands in many papers more."""
    president, attorney = replace(ANN, about="President"), replace(ROBERT, about="Attorney General")
    authority = Authority((), over=authority_of([replace(president, held=()), attorney]))
    people = People(Acquaintance(who, "1961-10", "halloran") for who in ("ann", "robert", "ann"))
    document = paper(
        "President Halloran met Attorney General Halloran.", "President Halloran", "Attorney General Halloran"
    )
    assert meant(document, authority, people) == ["ann", "robert"]


@pytest.mark.parametrize(
    ("post", "held", "title"),
    [
        ("post:king-of-jordan", "King of Jordan", "Ambassador"),
        ("post:mission/norway", "Chief of Mission in Norway", "Foreign Minister"),
    ],
)
def test_a_title_that_the_post_of_one_keeps_from_him_means_another(post: str, held: str, title: str) -> None:
    barred = person("barred", "Halloran, Giles", Service(post, held, "1953-01-01", "1970-01-01"))
    people = People(Acquaintance("barred", "1961-10", "halloran") for _ in range(90))
    document = paper(f"{title} Halloran came.", f"{title} Halloran")
    assert meant(document, authority_of([barred, ROBERT]), people) == [None]


def test_a_given_name_means_whom_the_paper_names_in_full_though_others_bear_it_as_a_surname() -> None:
    """`Shaikh Yusuf` of a paper that has Yusuf Yasin."""
    named, other = person("named", "Halloran, Brandov"), BRANDOV
    document = paper("Brandov Halloran came. Then Brandov spoke.", "Brandov Halloran", "Brandov")
    candidates = link_mentions(document, authority_of([named, other])).mentions[1].candidates or ()
    assert {each.entity for each in candidates} == {"named", "brandov"}


def test_a_known_surname_takes_the_words_that_make_a_whole_name_of_it() -> None:
    """`Ngo dinh Luyen`, of whom nothing on the paper says that he is a person."""
    man = person("man", "Ngo Dinh Luyen")
    people = People(Acquaintance("man", "1961-10", "luyen") for _ in range(2))
    linked = link_mentions(paper("brother Ngo dinh Luyen left."), authority_of([man]), people)
    assert [(each.text, each.entity) for each in linked.mentions] == [("Ngo dinh Luyen", "man")]


def test_a_surname_with_its_umlaut_written_out_is_spelt_as_the_authority_has_it() -> None:
    """`Schroeder` of a telegram is Schröder, and no more the other of the name."""
    german = replace(person("german", "Schröder, Gerhard"), forms=("Schroeder, Gerhard",))
    plain, written = (
        link_mentions(paper(f"See {name}.", name), authority_of([german])).mentions[0]
        for name in ("Schröder", "Schroeder")
    )
    assert written.candidates == plain.candidates


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Giles F. Halloran left; Sec called GFH.", ["GFH"]),
        ("Giles F. Halloran left. (He slept. G.F.H.)", ["G.F.H."]),
        ("Giles F. Halloran left; G.F.H. Brandov called.", []),
        ("Giles F. Halloran left; GFH/S called.", []),
    ],
)
def test_initials_alone_mean_whom_the_paper_names(words: str, found: list[str]) -> None:
    giles = person("giles", "Halloran, Giles F.")
    linked = link_mentions(paper(words, "Giles F. Halloran"), authority_of([giles])).mentions[1:]
    assert [each.text for each in linked] == found
    assert all(each.entity == "giles" for each in linked)


def test_initials_of_a_body_or_of_two_are_nobodys() -> None:
    dual = [person("one", "Halloran, Giles F."), person("two", "Hart, George Finn"), person("body", "Crane, Norman S.")]
    names = ("Giles F. Halloran", "George Finn Hart", "Norman S. Crane")
    document = paper(f"{', '.join(names)}: GFH. NSC.", *names)
    assert len(link_mentions(document, authority_of(dual)).mentions) == len(names)


def listed(key: str, name: str, about: str) -> Entity:
    return Entity(key, NamedKind.PERSON, name, "a list", about=about)


def first(document: Document, *persons: Entity, people: People | None = None, at: int = 0) -> EntityCandidate:
    linked = link_mentions(document, Authority((), over=authority_of(persons)), people or People())
    return (linked.mentions[at].candidates or ())[0]


CUSTOMS = listed("giles", "Halloran, Giles", "Director of the Bureau of Customs from July 1959")
TREASURY = listed("ann", "Halloran, Ann", "Under Secretary of the Treasury until July 1959; then Consul in Lima")


def test_the_office_beside_a_name_tells_whose_it_is_and_the_surname_behind_follows() -> None:
    document = paper("To the Director, Bureau of Customs (Halloran). Halloran agreed.", "Halloran", "Halloran")
    found = first(document, TREASURY, CUSTOMS)
    assert (found.entity, found.score >= LINKED_FROM) == ("giles", True)
    assert any(each.startswith("called Director, Bureau of Customs") for each in found.reasons)
    assert first(document, TREASURY, CUSTOMS, at=1).entity == "giles"


def test_a_title_of_a_list_is_his_in_its_days() -> None:
    one = listed("giles", "Halloran, Giles", "Ambassador until May 1960")
    other = listed("ann", "Halloran, Ann", "Consul until May 1960; thereafter Ambassador")
    assert (
        first(paper("Ambassador Halloran left.", "Ambassador Halloran", date="1959-11-03"), one, other).entity
        == "giles"
    )
    assert (
        first(paper("Ambassador Halloran left.", "Ambassador Halloran", date="1961-11-03"), one, other).entity == "ann"
    )


def test_a_title_of_the_same_kind_is_no_other_post() -> None:
    document = paper("Assistant Secretary Halloran left.", "Assistant Secretary Halloran", date="1958-11-03")
    assert first(document, TREASURY, CUSTOMS).entity == "ann"


def test_who_is_named_as_kin_is_not_whom_the_surname_means() -> None:
    names = ("Halloran", "Giles Halloran", "Halloran")
    document = paper("Halloran spoke, his cousin Giles Halloran left. Halloran won.", *names)
    assert [first(document, TREASURY, CUSTOMS, at=at).entity for at in range(3)] == ["ann", "giles", "ann"]
