"""What somebody said, asked or thought."""

from __future__ import annotations

from onionskin.ledger.analysis import MINDS, Analysis
from onionskin.ledger.denial import UNLIKE
from onionskin.ledger.grammar import AUXILIARIES
from onionskin.ledger.scene import NOTHING, Scene, Told, assessment, inner_of, polarity, position, report
from onionskin.ledger.stances import HELPFUL, STANDS, is_own
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.statements import Polarity, StatementType

VIEWS = word_class("reporting-nouns")
STATING = frozenset({"express", "repeat", "reiterate", "confirm", "reaffirm", "maintain"})
PROTESTING = frozenset({"protest", "complain", "warn"})
BARE_SPEECH = 3
"""Words that only announce what is said: `he mentioned following`."""
WORRY = frozenset({"concern", "doubt", "doubts", "fear", "fears", "regret", "surprise", "apprehension", "anxiety"})


def performed(t: Tokens, a: Analysis, scene: Scene) -> Analysis | None:
    """What the writer says by saying that he says it: `I want you to know that we shall`, `I can only repeat that`,
    `you will recall that`. None where somebody else spoke, or where the writer tells of what he said.
    """
    if a.past or a.perfect or a.progressive or scene.reported or scene.conversation or a.denied:
        return None
    behind = t.low[a.main + 1 : a.main + 4]
    name = a.verb.name if a.verb is not None else ""
    says = a.who == "self" and a.sorts & {"say"} and not a.sorts & {"ask", "propose", "think"} and not _hopes(t, a)
    says = says and name not in ASIDE and not ("commit" in a.sorts and not a.modal and not a.wishing)
    wants = a.who in ("self", "none") and a.sorts & {"want"} and behind[:2] == ("you", "to") and behind[2:] in LET_KNOW
    tells = a.who == "other" and a.modal in ("will", "shall") and a.sorts & {"say"} and scene.instructing
    assured = a.who == "you" and a.modal in ("may", "can") and (a.predicate in MINDS or t.low[a.main] == "assured")
    recalls = assured or (a.who == "you" and name in RECALLING and a.modal in ("", "will", "may"))
    if tells:
        return inner_of(t, a)
    if not (says or wants or recalls) or (a.modal and a.modal in ("would", "could", "might") and not says):
        return None
    return inner_of(t, a)


def _hopes(t: Tokens, a: Analysis) -> bool:
    """`I venture to express the hope that`: what is said by saying it is a hope."""
    return a.verb is not None and a.verb.name in VOICING and not HOPES.isdisjoint(t.low[a.main + 1 : a.main + 4])


VOICING, HOPES = frozenset({"express", "voice"}), frozenset({"hope", "hopes", "wish", "desire"})
ASIDE = frozenset({"note", "wonder", "inquire", "question"})
LET_KNOW = (("know",), ("understand",), ("realize",), ("be",), ("appreciate",))
RECALLING = frozenset({"recall", "note", "remember", "know", "realize", "understand"})


def view(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`It has always been our view that`, `in his opinion`, `I had the impression`: a thought by its noun."""
    words = t.low[a.first : min(a.end, a.first + 14)]
    if "say" in a.sorts or NOUNS.isdisjoint(words):
        return None
    noun = next(low for low in words if low in NOUNS)
    if a.verb is not None and a.verb.name == "have" and noun in ("impression", "feeling"):
        return assessment("impression")
    near = t.low[a.main : a.main + 4] if a.who == "thing" else t.low[a.first : a.at]
    is_view = a.copula and a.verb is None and noun in near
    in_view = words[:1] == ("in",) and words[1:2] != ("view",) and noun in words[1:4]
    if not is_view and not in_view:
        return None
    inner = inner_of(t, a) or a
    if noun in STANDING or noun == "hope" or inner.modal in ("should", "must", "ought") or inner.predicate in STANDS:
        return position("view-that-should", inner.denied)
    return None if scene.reported else assessment("view-that")


STANDING = frozenset({"position", "policy", "desire", "wish", "intention"})
"""Nouns of where a party stands: `it is our position that`."""
NOUNS = VIEWS | STANDING


def noted(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We have noted with pleasure`."""
    del t, scene
    if a.who == "self" and not a.past and a.verb is not None and a.verb.name == "note":
        return position("notes", a.denied)
    return None


def wondered(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`I wonder if it would not be useful for the Ambassador to put this to him`: a proposal in the form of a doubt."""
    del scene
    wonders = a.verb is not None and a.verb.name == "wonder" and a.who == "self" and not a.past
    if wonders and frozenset(t.low[a.main : a.end]) & {"not", "should", "could", "might"}:
        return Told(StatementType.PROPOSAL, "wonders", Polarity.DO)
    return None


def said(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """Somebody said, asked or told: a report, or what is said where that is plainly a position or a promise."""
    if not a.sorts & {"say", "ask", "tell"} or a.verb is None or (a.progressive and not a.copula):
        return None
    own_thought = a.who == "self" and not a.past and a.verb.name == "conclude"
    if (a.modal and (a.who != "other" or not scene.reported)) or a.who == "thing" or own_thought:
        return None
    own = a.who in ("self", "none") and not a.past
    if own and not scene.reported and (a.wishing or _hopes(t, a)):
        return position("wishes-to-say", a.denied)
    if a.verb.name in VOICING and WORRY & frozenset(t.low[a.main : a.main + 5]):
        return assessment("worries") if own else report("worried")
    inner = inner_of(t, a)
    said_so = t.low[a.end - 1] in ("no", "yes") and a.past
    return _spoke(a, said_so) if inner is None else said_to_be(inner, a) or report("said-that")


def _spoke(a: Analysis, said_so: bool) -> Told:
    """Somebody spoke, and what he said is no clause: `he protested`, `we reaffirm our position`, `he said no`."""
    if a.end - a.first <= BARE_SPEECH and not said_so:
        return NOTHING
    if a.verb is None:
        return report("said")
    if a.verb.name in STATING and not a.past and not a.perfect and not a.passive:
        return position("states-position", a.denied)
    return report("protested" if a.verb.name in PROTESTING else "said")


NONCOMMITTAL = word_class("noncommittal")
"""Who says that he would study a thing has promised nothing of it."""
LEARNING = word_class("learning")
"""Verbs of what one came to know: `I found that the directive had not been signed` tells a fact."""
OF_MIND = word_class("of-mind")
"""What is so of a person: of another it is an opinion that he is `reluctant`, of oneself a stand."""


DENYING = frozenset({"deny", "disclaim", "question"})
"""Who denies that he would do a thing has not promised it."""


def said_to_be(inner: Analysis, a: Analysis) -> Told | None:
    """What is said, where it is plainly what a party wants, refuses or promises."""
    if "ask" in a.sorts or (a.verb is not None and a.verb.name in DENYING):
        return None
    if "propose" in inner.sorts:
        return Told(StatementType.PROPOSAL, "said-to-propose", polarity(inner.denied))
    acts = inner.modal in ("will", "would", "shall") and inner.who in ("self", "other") and "do" in inner.sorts
    acts = acts and inner.verb is not None and inner.verb.name not in NONCOMMITTAL | {""}
    if acts and not inner.passive and not inner.perfect and a.who != "you":
        return Told(StatementType.COMMITMENT, "said-would", polarity(inner.denied))
    takes = inner.sorts & {"stand", "agree"} and not inner.sorts & {"plan"} and not inner.passive and not inner.perfect
    if takes or inner.predicate in STANDS or inner.modal in ("must", "should"):
        return position("said-position", inner.denied)
    if inner.modal in ("can", "could") and inner.denied:
        return Told(StatementType.POSITION, "said-could-not", Polarity.DO_NOT)
    return None


def thought_by_others(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`GOE felt that ...`: told as what was said; `you consider` likewise."""
    del t
    if not _thinks(a) or (a.who == "thing" and not a.passive):
        return None
    if a.who == "you":
        return report("you-think")
    if not a.past or not (a.who in ("other", "none", "self") or scene.reported):
        return None
    if a.who == "self" and a.content is None:
        return None
    if a.who == "self" and not scene.reported and a.verb is not None and a.verb.name not in LEARNING:
        return assessment("thought")
    return report("thought-that")


def thought(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We believe that ... should` is a position, `we believe they will` an assessment."""
    if not _thinks(a) or a.past or (a.who == "thing" and not a.passive):
        return None
    name = a.verb.name if a.verb is not None else ""
    if a.denied and a.modal in ("can", "could") and (a.who == "self" or is_own(t, a, scene)):
        return None
    if a.content is None and (a.sorts & {"do"} or a.perfect or name == "assume"):
        return None
    if a.content is None and name == "believe" and "in" in t.low[a.main + 1 : a.main + 3]:
        return position("believes-in", a.denied)
    if a.modal in ("will", "would") and a.who == "self" and "expect" not in a.sorts:
        return None
    return _thought_position(t, a, scene) or assessment("thinks")


def _thought_position(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    if "know" in a.sorts:
        return None
    inner = inner_of(t, a)
    behind = t.low[a.main + 1 : a.main + (8 if inner is None else 4)]
    if any(low in STANDS - OF_MIND for low in behind) or _is_wanted(t, a):
        within = inner.denied if inner is not None else not UNLIKE.isdisjoint(behind)
        return position("thinks-needed", a.denied, within != (a.predicate in UNLIKE))
    return _thought_of(inner, a, scene) if inner is not None else None


def _is_wanted(t: Tokens, a: Analysis) -> bool:
    """`Believe strong medicine needed`, `we conclude that urgency justifies such an approach`."""
    words = t.low[a.main + 1 : min(a.end, a.main + WITHIN)]
    left_out = any(low in WANTED and words[at - 1] not in AUXILIARIES for at, low in enumerate(words) if at)
    return left_out or (a.inner is not None and a.inner.verb is not None and a.inner.verb.name in CALLING_FOR)


WANTED = frozenset(
    {"needed", "required", "essential", "desirable", "undesirable", "inadvisable", "advisable", "premature"}
)
CALLING_FOR = frozenset({"require", "justify", "warrant", "necessitate"})
WITHIN = 10
"""So many words behind `believe` a telegram may say what is needed."""


def _thought_of(inner: Analysis, a: Analysis, scene: Scene) -> Told | None:
    """The position that somebody has by thinking so: that it should be, would help, could be done."""
    if inner.predicate in HELPFUL and inner.modal in ("would", "might", "could", "may"):
        return position("thinks-would-help", a.denied, inner.denied)
    expects = "expect" in a.sorts and a.who == "other" and inner.modal in ("will", "would") and inner.verb is not None
    if expects or (inner.modal in ("should", "must", "ought") and "be" not in inner.sorts):
        return position("thinks-should", a.denied, inner.denied)
    of_another = inner.predicate in OF_MIND and inner.who != "self"
    if (inner.predicate in STANDS and not of_another) or (inner.sorts & {"stand"} and inner.who == "self"):
        return position("thinks-needed", a.denied, inner.denied)
    could = inner.modal in ("can", "could", "might") and not scene.reported
    if could and (inner.passive or (inner.who == "self" and inner.modal != "might")):
        return position("thinks-could-be", a.denied, inner.denied)
    return None


def _thinks(a: Analysis) -> bool:
    minds = a.predicate in MINDS and a.copula and not a.perfect
    return (minds or bool(a.sorts & {"think", "know"})) and a.modal not in ("should", "must")
