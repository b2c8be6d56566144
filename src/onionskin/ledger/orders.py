"""What somebody is to do, what may be told, and which order no longer stands."""

from __future__ import annotations

from dataclasses import replace

from onionskin import lexicon
from onionskin.ledger.analysis import Analysis
from onionskin.ledger.scene import NOTHING, Scene, Told, inner_of, polarity, position, report, strength_of
from onionskin.ledger.stances import is_own, needed, would_require
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.statements import Polarity, StatementType, Strength

KNOWING, POSTS, PAPERS = word_class("knowing"), word_class("posts"), word_class("papers-of-orders")
CITIES = frozenset(lexicon.spellings("posts"))
DISCRETION = ("your discretion", "leave to you", "leave it to you", "up to you", "your judgment", "as you see fit")
YOURS = frozenset(
    {"your", "you", "embassy's", "department's", "comments", "views", "advice", "guidance", "instructions"}
)
FOR_YOU = ("for", "you", "to")
GRATEFUL = frozenset({"appreciate", "welcome"})
ASKING = frozenset({"ask", "propose", "allow", "hope", "want", "order", "assume", "expect"})
SHOWING = frozenset({"show", "disclose", "reveal", "publish", "release", "leak", "divulge", "publicize", "imply"})
SHOWN = frozenset({"implication", "impression", "disclose", "reveal", "divulge", "publicity", "publicly"})
FORESAID = frozenset({"following", "foregoing", "above", "this", "these", "message", "information"})
OF_THE_WRITER = frozenset({"think", "propose", "ask", "want", "hope", "feel", "plan", "agree", "refuse"})
"""Bare verbs with which a telegram leaves out its I: `believe`, `request`, `hope`."""
REFRAINING = frozenset({"avoid", "refrain"})
ANYWHERE = frozenset({"let", "avoid", "do", "pass", "inform", "advise", "tell"})
"""Bare verbs that are imperatives in a letter too."""


TO_KNOW = ("you", "to", "know")


def eyes_only(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Most literally eyes only for the Vice President`, `FYI`: who may know."""
    del scene
    words = t.low[a.first : a.first + 6]
    if any(words[at : at + 2] == ("eyes", "only") for at in range(3)):
        return Told(StatementType.DISCLOSURE, "eyes-only")
    own = words[:1] in (("fyi",), ("nodis",)) or words[:3] == ("for", "your", "information")
    if own or words[:4] == ("for", "your", "own", "information"):
        return Told(StatementType.DISCLOSURE, "for-your-information", Polarity.DO, Strength.MAY)
    return None


def taken_back(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Paragraph 7 of our 79109 is rescinded`, `disregard my 1202`: an order no longer stands."""
    del scene
    ordered = frozenset(t.low[a.first : a.end]) & PAPERS
    if "rescind" in a.sorts and (a.bare or ((a.who != "other" or a.passive) and ordered)):
        return Told(StatementType.RESCISSION, "taken-back")
    return None


def left_to_you(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We leave it to your discretion to tell Egypt on Monday`, `no objection to your using this`."""
    words = " ".join(t.low[a.first : a.end])
    if any(each in words for each in DISCRETION) and not (a.who == "you" and a.modal):
        return Told(StatementType.INSTRUCTION, "left-to-you", Polarity.DO, Strength.MAY)
    free = "no objection to" in words and a.who == "there" and scene.outgoing and not scene.reported
    if free or "no objection to your" in words or "no objection if you" in words:
        return ordered(t, a, Strength.MAY, "no-objection", Polarity.DO)
    return None


def asked_of_you(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """The writer asks, suggests, hopes or allows: `request you see him`, `suggest that you`, `assume you will wish`."""
    del scene
    if a.who not in ("self", "none") or a.verb is None or a.past or a.denied or not a.sorts & ASKING:
        return None
    behind = t.low[a.main + 1 : min(a.main + 4, a.end)]
    named = "you" in behind or bool(POSTS & frozenset(behind[:2])) or behind[:1] == ("your",)
    if not named or behind == TO_KNOW:
        return None
    inner = inner_of(t, a)
    if inner is not None and inner.verb is not None and inner.verb.name in KNOWING and inner.verb.name != "see":
        return None
    taken = bool(a.sorts & {"assume", "expect"})
    if taken and (inner is None or inner.denied or inner.modal not in ("will", "may", "should")):
        return None
    strength = Strength.MAY if "allow" in a.sorts or "assume" in a.sorts else Strength.SHOULD
    denied = inner.denied if inner is not None else "not" in behind
    return ordered(t, inner or a, strength, f"{a.verb.name}-you", polarity(denied))


def would_appreciate(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Would appreciate your views`, `I would be grateful if you`, `it is requested that you`: asked politely."""
    words = t.low[a.first : a.end]
    yours = bool(YOURS & frozenset(words[:12]))
    asking = a.who in ("self", "none") and (a.modal in ("would", "should") or (a.bare and scene.instructing))
    polite = (a.verb is not None and a.verb.name in GRATEFUL) or "grateful" in words[:8]
    if asking and polite and yours and not a.past:
        return ordered(t, a, Strength.SHOULD, "would-appreciate", Polarity.DO)
    if a.who == "thing" and a.passive and a.sorts & {"ask", "propose", "order"} and yours and not a.past:
        inner = inner_of(t, a)
        return ordered(t, a, Strength.SHOULD, "is-requested", polarity(inner is not None and inner.denied))
    return None


def requested(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Request authority to proceed`, `Department may wish to`, `it is essential that you`, `you need not`."""
    asks = a.verb is not None and a.verb.name == "request" and not (a.past or a.perfect or a.passive)
    if asks and scene.instructing and not scene.reported and (a.bare or a.who == "self"):
        return ordered(t, a, Strength.SHOULD, "request", polarity(a.denied))
    subject = t.low[a.first : a.at]
    wishes = (
        a.modal in ("may", "might") and a.verb is not None and a.verb.name in ("wish", "want", "desire", "consider")
    )
    if wishes and scene.instructing and 0 < len(subject) <= 4 and POSTS & frozenset(subject):
        return ordered(t, a, Strength.MAY, "post-may-wish", polarity(a.denied))
    inner = inner_of(t, a) if a.predicate and a.who == "thing" else None
    for_you = a.predicate and any(t.low[at : at + 3] == FOR_YOU for at in range(a.main, min(a.end, a.main + 6)))
    if for_you:
        return ordered(t, a, Strength.SHOULD, "for-you-to", polarity(a.denied))
    if inner is not None and inner.who == "you":
        return ordered(t, inner, Strength.SHOULD, "essential-that-you", polarity(inner.denied))
    if a.who == "you" and (a.predicate == "free" or t.low[a.at : a.at + 2] == ("need", "not")):
        return ordered(t, a, Strength.MAY, "you-are-free", polarity(t.low[a.at] == "need"))
    return None


def yours_should(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Your approach should be guided by`, `Embassy authorized inform FonMin`, where the verb to be is left out."""
    subject = t.low[a.first : a.at]
    if subject[:1] == ("your",) and a.modal in ("should", "must", "shall"):
        return ordered(t, a, strength_of(a.modal), "yours-should", polarity(a.denied))
    reader = a.who == "you" or (0 < len(subject) <= 3 and (subject[0] in CITIES or bool(POSTS & frozenset(subject))))
    asked = a.sorts & {"ask", "allow", "order"} and a.past and not a.modal and not a.perfect and not a.copula
    behind = t.verbs[a.main + 1 : a.main + 2]
    follows = t.low[a.main + 1 : a.main + 2] == ("to",) or (behind and behind[0] is not None and "b" in behind[0].forms)
    if scene.instructing and reader and asked and follows and not scene.reported:
        strength = Strength.MAY if "allow" in a.sorts else Strength.SHOULD
        return ordered(t, a, strength, "yours-should", polarity(a.denied))
    return None


def you_are_asked(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`You are requested to give Diem a piece of paper`, `you are authorized to`."""
    del scene
    if a.who != "you" or a.modal or not a.passive or not a.sorts & {"ask", "allow", "order"}:
        return None
    strength = Strength.MAY if "allow" in a.sorts else Strength.SHOULD
    return ordered(t, a, strength, "you-are-asked", polarity(a.denied))


def you_should(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`You should see Kuznetsov promptly`; not `you will recall`."""
    del scene
    if a.who != "you" or not a.modal or a.perfect:
        return None
    name = a.verb.name if a.verb is not None else ""
    if a.modal in ("should", "must") and name in ("know", "understand", "realize", "note"):
        return report("you-should-know")
    weak = a.modal in ("will", "would", "may", "might", "can", "could")
    foretold = a.copula and a.modal in ("will", "would")
    knowing = name in (KNOWING if a.modal in ("will", "would") else KNOWING - {"note", "agree", "share"})
    if foretold or (weak and (knowing or (a.verb is None and not a.copula))):
        return None
    return ordered(t, a, strength_of(a.modal), f"you-{a.modal}", polarity(a.denied))


def imperative(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Please deliver`, `advise date of delivery`, `and explain it to him` behind `you should`."""
    if not a.bare or a.verb is None:
        return None
    if a.modal:
        return ordered(t, a, strength_of(a.modal), "you-should-and", polarity(a.denied))
    please = "please" in t.low[max(0, a.first - 1) : a.at + 1]
    if please:
        return ordered(t, a, Strength.MUST, "please", polarity(a.denied))
    own = a.sorts & OF_THE_WRITER and a.sorts.isdisjoint({"do", "tell"}) and a.verb.name not in REFRAINING
    if own or not (scene.instructing or a.verb.name in ANYWHERE):
        return None
    return ordered(t, a, Strength.MUST, "imperative", polarity(a.denied))


def post_should(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Jidda should communicate`, `the Ambassador is to`, `following comments can be made to officials`."""
    if not scene.instructing or a.verb is None or not a.verb.name or a.perfect:
        return None
    subject = t.low[a.first : a.at]
    if (
        a.passive
        and a.modal in ("can", "may", "should")
        and a.sorts & {"say", "do"}
        and FORESAID & frozenset(subject[:3])
    ):
        return ordered(t, a, strength_of(a.modal), "following-can-be", polarity(a.denied))
    named = 0 < len(subject) <= 4 and (subject[0] in CITIES or any(low in POSTS for low in subject))
    binding = a.modal in ("should", "shall", "must") or (a.modal in ("will", "may") and scene.outgoing)
    if binding and a.who == "other" and named and not a.passive and not scene.reported:
        return ordered(t, a, strength_of(a.modal), "post-should", polarity(a.denied))
    return None


def should_be_done(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Foregoing should not be revealed to Jordanians`, `US forces should cooperate`: an order of the Department whose
    reader is to see that it is done.
    """
    if not scene.outgoing or scene.reported or a.verb is None or a.modal not in ("should", "must", "shall"):
        return None
    named = bool(POSTS & frozenset(t.low[a.first : min(a.at, a.first + 5)]))
    ours = a.who == "other" and (named or is_own(t, a) or t.low[a.first] in ("our", "us", "u.s", "american"))
    if not a.sorts & {"do", "say", "disclose", "ask"} or not (a.passive or ours):
        return None
    return ordered(t, a, strength_of(a.modal), "should-be-done", polarity(a.denied))


def we_should(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We should continue on our present course`: what the writer's own side is to do; not `I should say`."""
    if a.who != "self" or a.modal not in ("should", "must", "ought") or scene.reported:
        return None
    polite = t.low[a.first : a.first + 1] == ("i",) or (a.at and t.low[a.at - 1] == "i")
    if a.verb is not None and ((polite and a.sorts & {"say", "ask"}) or a.verb.name == "like"):
        return position("we-must-say", a.denied) if a.modal == "must" else None
    if a.copula or (a.verb is not None and not a.sorts & {"be", "know"}):
        return Told(StatementType.INSTRUCTION, "we-should", polarity(a.denied), strength_of(a.modal))
    return None


def you_should_think(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We believe you should see him`, `we do not believe it wise for you to inform him`: an order as an opinion."""
    own = a.who in ("self", "none") or is_own(t, a)
    if not own or not a.sorts & {"think"} or a.past or scene.reported:
        return None
    inner = inner_of(t, a)
    if inner is not None and inner.who == "you" and inner.modal in ("should", "must", "ought", "might", "could", "may"):
        return ordered(t, inner, strength_of(inner.modal), "believe-you-should", polarity(a.denied, inner.denied))
    if any(t.low[at : at + 3] == FOR_YOU for at in range(a.main, min(a.end, a.main + 8))):
        return ordered(t, a, Strength.SHOULD, "for-you-to", polarity(a.denied))
    return None


def leads_to(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`The main thing is that we should`, `this means that we must`: what stands behind it counts."""
    means = a.verb is not None and a.verb.name == "mean"
    inner = inner_of(t, a) if means or (a.copula and a.verb is None) else None
    if inner is None or inner.who not in ("self", "you") or inner.modal not in ("should", "must", "ought"):
        return None
    return we_should(t, inner, scene) or you_should(t, inner, scene)


def ordered(t: Tokens, a: Analysis, strength: Strength, rule: str, way: Polarity) -> Told:
    """An instruction, or a disclosure where it is about what may be told or shown."""
    words = t.low[a.first : a.end]
    shows = (a.verb is not None and a.verb.name in SHOWING) or SHOWN & frozenset(words[:14])
    if shows or ("using" in words and "information" in words):
        return Told(StatementType.DISCLOSURE, rule, way, strength)
    return Told(StatementType.INSTRUCTION, rule, way, strength)


def told_to_say(t: Tokens, a: Analysis, told: Told, inner: Analysis) -> Told | None:
    """The position that an instruction orders to be told: `point out that any inspection would require`."""
    says = a.sorts & {"say"} or (a.verb is not None and a.verb.name == "make")
    if told.type is not StatementType.INSTRUCTION or not says:
        return None
    if inner.sorts & {"think"}:
        inner = inner_of(t, inner) or inner
    within = needed(t, inner, Scene()) or would_require(t, inner, Scene())
    return replace(within, rule="to-be-said") if within is not None else None


def courtesy(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`With warm regards`, `I wish to thank you`, `Begin text`: no business."""
    del scene
    words = t.low[a.first : a.end]
    said_nothing = a.verb is None and not a.copula and not a.predicate and not a.modal
    if said_nothing and (len(words) < SHORT or (a.at == a.first and not a.perfect)):
        return NOTHING
    framed = words[:1] in (("begin",), ("end",)) and FRAMED & frozenset(words[1:3])
    cited = words[:1] == ("see",) and CITED & frozenset(words[1:5])
    if framed or cited or words[:1] in (("quote",), ("unquote",)):
        return NOTHING
    thanks = COURTESY & frozenset(words[:8]) and a.who in ("self", "none") and "report" not in words
    return NOTHING if thanks else None


SHORT = 3
FRAMED = frozenset({"text", "message", "fyi", "noforn", "quote", "summary", "comment"})
CITED = frozenset(
    {
        "memo",
        "memorandum",
        "despatch",
        "airgram",
        "embtel",
        "deptel",
        "reftel",
        "letter",
        "telegram",
        "paragraph",
        "document",
    }
)
"""What one is told to see when it is only cited."""
COURTESY = word_class("courtesy")
