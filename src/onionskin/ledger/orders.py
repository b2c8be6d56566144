"""What somebody is to do, what may be told, and which order no longer stands."""

from __future__ import annotations

from dataclasses import replace

from onionskin import lexicon
from onionskin.ledger.analysis import Analysis
from onionskin.ledger.requests import CHIEFS, FOR_YOU, KNOWING
from onionskin.ledger.scene import Scene, Told, inner_of, ordered, polarity, position, strength_of
from onionskin.ledger.stances import is_own, needed, would_require
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.statements import Polarity, StatementType, Strength

POSTS, PAPERS = word_class("posts"), word_class("papers-of-orders")
CITIES = frozenset(lexicon.spellings("posts"))
PAPER = word_class("own-words")
"""What a telegram calls its own words; `this` and `these` may be they."""
FORESAID = PAPER | {"this", "these"}
OF_THE_WRITER = frozenset({"think", "propose", "ask", "want", "hope", "feel", "plan", "agree", "refuse"})
"""Bare verbs with which a telegram leaves out its I: `believe`, `request`, `hope`."""
PRESSING = frozenset({"avoid", "refrain", "press", "appeal", "solicit"})
"""Bare verbs that are orders none the less."""
ANYWHERE = frozenset({"let", "avoid", "do", "pass", "inform", "advise", "tell"})
"""Bare verbs that are imperatives in a letter too."""
PLEASE = frozenset({"please", "kindly"})


def eyes_only(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Most literally eyes only for the Vice President`, `FYI`: who may know."""
    del scene
    words = t.low[a.start : a.start + 6]
    if KNOWERS.isdisjoint(words):
        return None
    if any(words[at : at + 2] == ("eyes", "only") for at in range(3)):
        return Told(StatementType.DISCLOSURE, "eyes-only", Polarity.DO)
    own = words[:1] in (("fyi",), ("nodis",)) or words[:3] == ("for", "your", "information")
    said_to_be = words[1:5] in (("is", "for", "your", "information"), ("is", "for", "your", "own"))
    if own or said_to_be or words[:4] == ("for", "your", "own", "information"):
        return Told(StatementType.DISCLOSURE, "for-your-information", Polarity.DO, Strength.MAY)
    return None


KNOWERS = frozenset({"eyes", "fyi", "nodis", "for"})


def not_to_be_told(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Following draft transmitted for your comment and not to be discussed with any other delegation`."""
    words = t.low[a.start : a.end]
    if "not" not in words:
        return None
    kept = next((at for at in range(len(words) - 3) if words[at : at + 3] == ("not", "to", "be")), None)
    hidden = kept is not None and words[kept + 3 : kept + 4] and words[kept + 3] in KEPT
    if hidden and scene.instructing and not scene.reported and PAPER & frozenset(words[:4]):
        return Told(StatementType.DISCLOSURE, "not-to-be-told", Polarity.DO_NOT, Strength.MUST)
    return None


KEPT = word_class("not-to-be")


def taken_back(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Paragraph 7 of our 79109 is rescinded`, `disregard my 1202`: an order no longer stands."""
    words = t.low[a.first : a.end]
    if "rescind" in a.sorts and scene.instructing and not scene.reported:
        papers = not PAPERS.isdisjoint(words) or any(low.isdecimal() for low in words)
        named = not PAPERS.isdisjoint(t.low[a.first : a.at])
        if papers and (named or a.bare or a.passive or a.who in ("thing", "you", "self", "none")):
            return Told(StatementType.RESCISSION, "taken-back")
    withdrawn = a.passive and not a.modal and a.verb is not None and a.verb.name == "withdraw"
    return Told(StatementType.RESCISSION, "taken-back") if withdrawn and words[:1] in ORDERS_OF_OURS else None


ORDERS_OF_OURS = (("our",), ("deptel",), ("depttel",), ("instructions",), ("paragraph",), ("para",))


def you_should(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`You should see Kuznetsov promptly`; not `you will recall`."""
    del scene
    if a.who != "you" or not a.modal or a.perfect:
        return None
    name = a.verb.name if a.verb is not None and not _meets(t, a) else ""
    weak = a.modal in ("will", "would", "may", "might", "can", "could")
    foretold = a.copula and a.modal in ("will", "would")
    knowing = name in (KNOWING if a.modal in ("will", "would") else KNOWING - {"note", "agree", "share"})
    if foretold or (weak and (knowing or (a.verb is None and not a.copula))):
        return None
    asked = a.subject[0] > a.at
    strength = Strength.SHOULD if asked and weak else strength_of(a.modal)
    return ordered(t, a, strength, f"you-{a.modal}", polarity(a.denied))


def _meets(t: Tokens, a: Analysis) -> bool:
    """`You may see him`, `you might see the Minister`; not `you will see that`, `you will see from the draft`."""
    sees = a.verb is not None and a.verb.name == "see" and a.modal not in ("will", "would")
    return sees and t.low[a.main + 1 : a.main + 2] in SEEN


SEEN = (("him",), ("her",), ("them",), ("the",), ("your",), ("king",), ("prime",), ("foreign",), ("president",))


def imperative(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Please deliver`, `advise date of delivery`, `and explain it to him` behind `you should`."""
    if not PLEASE.isdisjoint(t.low[max(0, a.first - 1) : a.main]) and (a.bare or a.who == "you"):
        return ordered(t, a, Strength.MUST, "please", polarity(a.denied))
    if not a.bare or a.verb is None:
        return None
    if a.modal:
        return ordered(t, a, strength_of(a.modal), "you-should-and", polarity(a.denied))
    own = a.sorts & OF_THE_WRITER and a.sorts.isdisjoint({"do", "tell"}) and a.verb.name not in PRESSING
    if own or not (scene.instructing or a.verb.name in ANYWHERE):
        return None
    free = "discretion" in t.low[a.start : a.end]
    return ordered(t, a, Strength.MAY if free else Strength.MUST, "imperative", polarity(a.denied))


def post_should(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Jidda should communicate`, `the Ambassador is to`, `following comments can be made to officials`."""
    if not a.modal or not scene.instructing or a.verb is None or not a.verb.name or a.perfect or scene.abroad:
        return None
    subject = t.low[a.subject[0] : a.subject[1]]
    permitted = a.modal in ("can", "could", "may", "might", "should") and a.sorts & {"say", "do"}
    foresaid = (FORESAID if a.modal == "should" else PAPER) & frozenset(subject[:3])
    if a.passive and permitted and foresaid and not scene.reported:
        return ordered(t, a, strength_of(a.modal), "following-can-be", polarity(a.denied))
    posts = POSTS - CHIEFS if scene.outgoing else POSTS
    named = 0 < len(subject) <= 4 and (subject[0] in CITIES or any(low in posts for low in subject))
    leave = a.modal in ("will", "may", "might", "could", "can") and scene.outgoing
    binding = a.modal in ("should", "shall", "must") or leave
    if binding and a.who == "other" and named and not a.passive and not scene.reported:
        return ordered(t, a, strength_of(a.modal), "post-should", polarity(a.denied))
    return None


def should_be_done(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Foregoing should not be revealed to Jordanians`, `US forces should cooperate`: an order of the Department whose
    reader is to see that it is done.
    """
    if not scene.outgoing or scene.reported or scene.abroad:
        return None
    if a.verb is None or a.modal not in ("should", "must", "shall") or a.who == "you":
        return None
    subject = t.low[a.subject[0] : a.subject[1]]
    named = bool(POSTS & frozenset(subject[:5]))
    ours = a.who == "other" and (named or is_own(t, a, scene) or subject[:1] in OURS)
    if not a.sorts & {"do", "say", "disclose", "ask", "tell"} or not (a.passive or ours):
        return None
    return ordered(t, a, strength_of(a.modal), "should-be-done", polarity(a.denied))


OURS = (("our",), ("us",), ("u.s",), ("american",))


def we_should(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We should continue on our present course`: what the writer's own side is to do; not `I should say`. Between
    governments it is what the writer thinks right.
    """
    if a.who != "self" or a.modal not in ("should", "must", "ought") or scene.reported:
        return None
    alone = t.low[a.subject[0] : a.subject[1]][-1:] == ("i",)
    if a.verb is not None and ((alone and a.sorts & {"say", "ask"}) or a.verb.name == "like"):
        return position("we-must-say", a.denied) if a.modal == "must" else None
    if (alone and a.passive) or scene.abroad or scene.conversation:
        return position("we-should-hold", a.denied)
    if a.copula or (a.verb is not None and not a.sorts & {"be", "know"}):
        return Told(StatementType.INSTRUCTION, "we-should", polarity(a.denied), strength_of(a.modal))
    return None


def you_should_think(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We believe you should see him`, `we do not believe it wise for you to inform him`: an order as an opinion."""
    if (
        a.sorts.isdisjoint({"think", "agree"})
        or a.past
        or scene.reported
        or not (a.who in ("self", "none") or is_own(t, a, scene))
    ):
        return None
    inner = inner_of(t, a)
    if inner is not None and inner.who == "you" and inner.modal in ("should", "must", "ought", "might", "could", "may"):
        way = polarity(a.denied, inner.denied, "doubt" in a.sorts)
        return ordered(t, inner, strength_of(inner.modal), "believe-you-should", way)
    best = any(t.low[at : at + 2] == ("that", "you") for at in range(a.main, min(a.end, a.main + 5)))
    wise = not a.sorts & {"know"} and any(t.low[at : at + 3] == FOR_YOU for at in range(a.main, min(a.end, a.main + 8)))
    if wise or (best and a.predicate in BEST):
        return ordered(t, a, Strength.SHOULD, "for-you-to", polarity(a.denied))
    return None


BEST = frozenset({"best", "better", "advisable", "desirable", "essential", "important", "preferable", "useful", "wise"})


def leads_to(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`The main thing is that we should`, `this means that we must`: what stands behind it counts."""
    means = a.verb is not None and a.verb.name == "mean"
    inner = inner_of(t, a) if means or (a.copula and a.verb is None) else None
    if inner is None or inner.who not in ("self", "you") or inner.modal not in ("should", "must", "ought"):
        return None
    return we_should(t, inner, scene) or you_should(t, inner, scene)


def told_to_say(t: Tokens, a: Analysis, told: Told, inner: Analysis) -> Told | None:
    """The position that an instruction orders to be told: `point out that any inspection would require`."""
    says = a.sorts & {"say"} or (a.verb is not None and a.verb.name == "make")
    if told.type is not StatementType.INSTRUCTION or not says:
        return None
    if inner.sorts & {"think"}:
        inner = inner_of(t, inner) or inner
    within = needed(t, inner, Scene()) or would_require(t, inner, Scene())
    return replace(within, rule="to-be-said") if within is not None else None
