"""How matters stand or will go, and what was done: what is left when nobody orders, promises or says anything.

What is told of a clause that is none of these goes by its subject and its tense:

    subject        present             progressive      perfect            past
    a matter       assessment          assessment       assessment         report
    a party        assessment          report           report             report
    (was so)       assessment          -                assessment         assessment
    (came of it)   assessment          assessment       assessment         assessment

A matter is what acts by no will (`subjects.is_matter`): `GVN control is expanding` judges, `DOD is preparing a draft`
tells. `Was so` is a quality that is told of it: `the atmosphere was cordial`, `the talks were a failure`, `there was no
sign of a change`. `Came of it` is a verb that weighs what was done: `the Army has lost confidence`, `he failed to win`.
"""

from __future__ import annotations

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.grammar import ARTICLES, AUXILIARIES, PREPOSITIONS, is_adverb
from onionskin.ledger.scene import Scene, Told, assessment, report
from onionskin.ledger.subjects import is_matter
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class

TOLD = frozenset({"happened", "is-so", "will-be"})
"""The rules that answer where no other does."""
LIKELY, MOVED = word_class("likely"), word_class("moved")
QUALITIES = word_class("qualities")
NUMBERS = word_class("numbers")
HERE = (("here", "is"), ("following", "is"), ("following", "are"), ("enclosed", "is"), ("attached", "is"))
MANNER = word_class("manner")
WEIGHING, STRIVING = word_class("weighing"), word_class("striving")
"""Verbs of what came of something, and of what somebody is thought to be after: `has weakened`, `is trying to`."""
STATES = frozenset({"remain", "stay", "seem", "continue", "lack", "depend", "hinge", "consist"})
MEASURES = word_class("measures")
"""How much there was of a matter: `little evidence`, `no sign`."""
MOODS, VERDICTS = word_class("moods"), word_class("verdicts")
DEGREES = word_class("degrees")
QUALITY = ("ful", "ive", "ous", "ible", "able", "ic", "ical", "less", "ant", "ent", "ary")
"""How words for qualities end."""


def likely(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`He appeared`, `Soviets will probably`, `may nevertheless help`: how matters look, or will go."""
    if "seem" in a.sorts:
        return assessment("seems")
    if LIKELY & frozenset(t.low[a.start : min(a.end, a.main + 3)]):
        return assessment("likely")
    if a.modal in ("would", "could", "might") and (scene.reported or scene.conversation):
        return report("said-it-would")
    return assessment("will-be") if a.modal else None


def is_so(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`The key is the division`: a judgment in the present. What goes on, or is counted in a conversation, is told."""
    words = t.low[a.start : a.end]
    if _is_moved(t, a) and not (a.past and a.copula) and not a.perfect:
        return assessment("is-moved")
    if a.past or a.perfect or words[:2] in HERE:
        return None
    if a.progressive and not a.passive:
        judged = is_matter(t, a.subject) or MANNER & frozenset(t.low[a.at : a.main + 2]) or _strives(a)
        return assessment("goes-on") if judged or not a.sorts & {"do", "say"} else None
    if a.sorts & {"do", "say"} and a.passive:
        return None
    if scene.conversation and _is_told(t, a):
        return None
    return assessment("is-so") if a.copula or a.verb is not None or a.predicate else None


def _is_told(t: Tokens, a: Analysis) -> bool:
    """Whether a conversation tells a fact: what there is, how many, what somebody does."""
    words = t.low[a.start : a.end]
    counted = any(low[0].isdigit() or low in NUMBERS for low in words)
    return a.who == "there" or counted or ("do" in a.sorts and a.who == "other" and not is_matter(t, a.subject))


def happened(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """What was done, as the writer tells it; what was so, or has become of a matter, he judges."""
    del scene
    if a.verb is None and not a.copula and not a.perfect and not a.predicate and not a.modal:
        return None
    if a.copula and a.verb is None and (a.past or a.perfect) and (_is_quality(t, a) or _was_judged(t, a)):
        return assessment("was-so")
    if _weighs(t, a):
        return assessment("came-of-it")
    if a.perfect and not a.past and not a.passive and is_matter(t, a.subject):
        return assessment("has-become")
    return report("happened")


def _strives(a: Analysis) -> bool:
    """`The Soviets are trying to gain time`: what another is thought to be after."""
    return a.who == "other" and a.verb is not None and a.verb.name in STRIVING


def _was_judged(t: Tokens, a: Analysis) -> bool:
    """`The result was a setback`, `there was no sign of a change`, `he was in good mood`."""
    behind = t.low[a.main : min(a.end, a.main + 5)]
    if a.who == "there":
        weighed = bool(behind) and behind[0] in MEASURES and "of" not in behind[1:2]
        return weighed and any(is_matter(t, (at, at + 1)) for at in _words(a))
    if behind[:1] == ("in",):
        return bool(MOODS & frozenset(behind))
    return behind[:1] in INDEFINITE and (is_matter(t, a.subject) or not VERDICTS.isdisjoint(behind[1:4]))


def _words(a: Analysis) -> range:
    return range(a.main + 1, min(a.end, a.main + 5))


INDEFINITE = (("a",), ("an",), ("no",), ("not",))


def _weighs(t: Tokens, a: Analysis) -> bool:
    """`The Army has lost confidence`, `the situation remained tense`, `the talks have made little progress`."""
    if a.verb is None or a.who == "self":
        return False
    if a.verb.name in STATES and a.who != "you":
        return a.who == "other" and is_matter(t, a.subject)
    behind = t.low[a.main + 1 : min(a.end, a.main + 5)]
    gains = a.verb.name in ("make", "show", "have") and behind[:1] != () and behind[0] in MEASURES
    gains = gains and UTTERED.isdisjoint(behind) and any(is_matter(t, (at, at + 1)) for at in _words(a))
    tells_on = a.verb.name == "have" and a.perfect and not EFFECTS.isdisjoint(behind)
    tells_on = tells_on or (a.verb.name == "do" and a.perfect and behind[:1] in (("much",), ("little",)))
    return a.verb.name in WEIGHING or gains or tells_on


UTTERED = frozenset({"comment", "statement", "mention", "reference", "argument", "suggestion", "announcement"})
"""Who made none of them only said nothing."""
EFFECTS = frozenset({"effect", "effects", "impact", "influence", "result", "results", "consequences", "repercussions"})


def _is_moved(t: Tokens, a: Analysis) -> bool:
    """`We are encouraged by`, `he is disturbed over`: a state of mind, for all its participle."""
    near = t.low[a.main : a.main + 3]
    moved = next((at for at, low in enumerate(near) if low in MOVED), None)
    return moved is not None and (a.copula or near[moved + 1 : moved + 2] in BY)


BY = (("by",), ("over",), ("at",), ("that",), ("about",), ("lest",))


def _is_quality(t: Tokens, a: Analysis) -> bool:
    """Whether a quality is told: `most helpful`, `clearly worried`, `relaxed and cordial`."""
    word = t.low[a.main]
    if word in ARTICLES or (word in PREPOSITIONS and word not in DEGREES):
        return False
    if word in DEGREES or (is_adverb(word) and word.endswith("ly") and word not in AUXILIARIES):
        return True
    return word in QUALITIES or (word.endswith(QUALITY) and word != "available")
