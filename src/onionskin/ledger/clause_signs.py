"""The signs by which a clause is weighed (`weighing`), by name: `who-other-past`, `verb-agree`, `has-moods`.

They come in groups of what goes together in few ways, so that the worth of a group is remembered: which rule answered,
who acts, with which verb, in which form, where the clause stands, and which words of the grammar it has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress

from onionskin import lexicon
from onionskin.ledger.analysis import Analysis
from onionskin.ledger.clauses import Clause
from onionskin.ledger.misread import REMEMBERED
from onionskin.ledger.scene import Scene, Told
from onionskin.ledger.subjects import is_matter
from onionskin.ledger.tokens import Tokens
from onionskin.record.quick import quick
from onionskin.record.statements import StatementType

Signs = tuple[str, ...]
ALWAYS = "always"
"""The sign that every clause has."""
SMALLEST_CLASS = 4
"""Classes of fewer words are no signs."""
LENGTHS = (4, 7, 12, 20)
JOINTS = {each: each for each in ("and", "but", "that", "which", "who", "as", "while", "because", "since", "for", "so")}
JOINTS |= {",": "comma", ";": "semicolon"}
WHERE = {
    (False, False): "written",
    (False, True): "reported",
    (True, False): "in-conversation",
    (True, True): "reported-in-conversation",
}
"""Where it is said: in the record of a conversation or elsewhere, and behind somebody's words or not."""
OF_FORM = ("passive", "copula", "denied", "bare", "matter")
OF_PLACE = ("in-outgoing", "goes-on", "on-condition", "framed")


@quick
@dataclass(frozen=True, slots=True)
class Heard:
    """A clause of the paragraph `paragraph` with all that is known of it; `told` is what the rules of the grammar say
    that it does, None where they say nothing. So many words as `lead` stand before the first clause of its sentence.
    """

    tokens: Tokens
    analysis: Analysis
    clause: Clause
    scene: Scene
    told: Told | None
    lead: int = 0
    paragraph: int = 0


def signs_of(heard: Heard) -> Signs:
    """All signs of a clause."""
    return (*(sign for group in groups_of(heard) for sign in group), *sorted(of_words(heard)))


def of_words(heard: Heard) -> set[str]:
    """The words of the clause and their classes, what its subject ends with, and how what is said in it begins."""
    held = words_of(heard)
    return {f"{kind}-{low}" for kind, words in held.items() for low in words} | classes_of(held[WORD])


def words_of(heard: Heard) -> Mapping[str, set[str]]:
    """The words that are signs of a clause, by how such signs begin: `word`, `saying`, `about`."""
    t, a = heard.tokens, heard.analysis
    said = t.low[a.content : a.content + OPENING] if a.content is not None else ()
    about = t.low[max(a.subject[0], a.subject[1] - ENDING) : a.subject[1]]
    return {WORD: {*t.low[a.start : a.end]}, "saying": {*said}, "about": {*about}}


def classes_of(words: Iterable[str]) -> set[str]:
    """The classes of which there are words."""
    known = _classes()
    return set().union(*[known[low] for low in words if low in known])


WORD = "word"
OPENING, ENDING = 3, 2
"""Words that are signs where what is said begins, and where the subject ends."""


def groups_of(heard: Heard) -> tuple[Signs, ...]:
    """The signs of a clause by groups, but for those of its words."""
    a, told, scene = heard.analysis, heard.told, heard.scene
    where = WHERE[scene.conversation, scene.reported]
    tense = "perfect" if a.perfect else "past" if a.past else "progressive" if a.progressive else "present"
    verb = a.verb.name or "unknown" if a.verb is not None else "to-be" if a.copula else "none"
    return (
        _of_rule(told.rule if told else "nothing", told.type if told else None, a.who, where),
        _of_doer(a.who, tense, a.modal or "none", where),
        _of_form((a.passive, a.copula, a.denied, a.bare, is_matter(heard.tokens, a.subject)), a.predicate),
        _of_verb(verb, a.sorts, a.who, tense, scene.conversation),
        _of_place(heard),
    )


@lru_cache(maxsize=REMEMBERED)
def _of_rule(rule: str, kind: StatementType | None, who: str, where: str) -> Signs:
    """What the rules say, and of whom they say it where."""
    told = f"told-{kind.value}" if kind is not None else "told-nothing"
    return ALWAYS, f"rule-{rule}", told, f"{told}-who-{who}", f"{told}-{where}"


@lru_cache(maxsize=REMEMBERED)
def _of_doer(who: str, tense: str, modal: str, where: str) -> Signs:
    """Who acts, in which tense and with which auxiliary."""
    return (
        where,
        *(f"who-{who}", f"tense-{tense}", f"modal-{modal}"),
        *(f"who-{who}-{tense}", f"modal-{modal}-who-{who}"),
        *(f"who-{who}-{where}", f"modal-{modal}-{where}", f"who-{who}-{tense}-{where}"),
    )


@lru_cache(maxsize=REMEMBERED)
def _of_verb(verb: str, sorts: frozenset[str], who: str, tense: str, conversation: bool) -> Signs:
    """The verb and its sorts."""
    signs = [f"verb-{verb}"]
    for sort in sorted(sorts):
        signs += [f"sort-{sort}", f"sort-{sort}-who-{who}-{tense}"]
        signs += [f"sort-{sort}-in-conversation"] if conversation else []
    return tuple(signs)


@lru_cache(maxsize=REMEMBERED)
def _of_form(form: tuple[bool, ...], predicate: str) -> Signs:
    named = ("predicate", f"predicate-{predicate}") if predicate else ()
    return *compress(OF_FORM, form), *named


def _of_place(heard: Heard) -> Signs:
    """Where in its sentence it stands."""
    t, clause, scene = heard.tokens, heard.clause, heard.scene
    before = t.low[clause.start - 1] if clause.start else ""
    behind, length = before and JOINTS.get(before, "other"), bisect_left(LENGTHS, clause.end - clause.start)
    place = (scene.outgoing, clause.end < len(t) - 1, bool(clause.conditions), clause.frame is not None)
    return _placed(behind, clause.joined, length, place)


@lru_cache(maxsize=REMEMBERED)
def _placed(behind: str, joined: bool, length: int, place: tuple[bool, ...]) -> Signs:
    begins = (f"behind-{behind}", "joined" if joined else "amid") if behind else ("begins",)
    return *begins, f"long-{length}", *compress(OF_PLACE, place)


@cache
def _classes() -> Mapping[str, Signs]:
    """The signs that a word is, by the classes to which it belongs."""
    found: dict[str, Signs] = {}
    for name, entry in lexicon.spellings("ledger_words").items():
        words = entry.list("words")
        for word in words if len(words) >= SMALLEST_CLASS else ():
            found[word] = (*found.get(word, ()), f"has-{name}")
    return found
