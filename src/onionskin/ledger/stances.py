"""Where a party stands: what it accepts, refuses, wants, and holds to be needed."""

from __future__ import annotations

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.grammar import AFTER_VERB
from onionskin.ledger.scene import Scene, Told, inner_of, position
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class

STANDS, OWN = word_class("stands"), word_class("own")
INTENDED = frozenset({"intention", "intentions", "desire", "wish", "objection", "objections", "plan", "plans"})
HELD = frozenset(
    {"policy", "position", "aim", "purpose", "goal", "objective", "intention", "desire", "interest", "hope"}
)
COMPARED = frozenset({"better", "best", "preferable"})
HELPFUL = frozenset({"helpful", "useful", "wise"})


def stands(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`They insist`, `we welcome`, `the Department prefers`."""
    if not a.sorts & {"stand", "want", "plan"} or a.passive or (a.progressive and not a.copula):
        return None
    if a.perfect and a.who != "self" and not is_own(t, a):
        return None
    guessed = a.who == "other" and not scene.reported and not a.past and (a.modal or t.low[a.first] in ("they", "he"))
    will_need = a.modal in ("would", "will") and a.verb is not None and a.verb.name == "need"
    asks = t.low[a.main + 1 : a.main + 3] == ("to", "know")
    if a.who in ("thing", "there", "you") or guessed or will_need or asks:
        return None
    verb_first = a.at == a.first and a.past and t.low[a.main + 1 : a.main + 2] and t.low[a.main + 1] not in AFTER_VERB
    inner = inner_of(t, a)
    trusted = a.verb is not None and a.verb.name == "trust" and inner is None
    if (verb_first and a.who == "none") or trusted:
        return None
    return position("stands", a.denied, inner is not None and inner.denied)


def aims(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Our policy is to`, `the United States has no intention of`, `we have no objection`: a stand by its noun."""
    own = a.who == "self" or is_own(t, a) or (a.who == "none" and not a.past)
    if a.verb is not None and a.verb.name == "have" and (own or scene.reported or scene.conversation):
        behind = t.low[a.main + 1 : a.main + 6]
        if INTENDED & frozenset(behind):
            return position("has-aim", a.denied, "objection" in behind or "objections" in behind)
    ours = t.low[a.first : a.first + 1] in (("our",), ("my",), ("us",), ("u.s",), ("usg",))
    if ours and a.copula and a.verb is None and HELD & frozenset(t.low[a.first : a.at]):
        return position("our-aim", a.denied)
    return None


def needed(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`It is essential that`, `this is unacceptable`, `GOE unable be bound`."""
    del scene
    if a.predicate not in STANDS or a.perfect or (a.past and a.at == a.main):
        return None
    if a.predicate in COMPARED and a.who != "thing":
        return None
    inner = inner_of(t, a)
    return position("is-needed", a.denied, inner is not None and inner.denied)


def would_help(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`It may be helpful for him to see the President`."""
    del t, scene
    if a.predicate in HELPFUL and a.modal and a.who == "thing":
        return position("would-help", a.denied)
    return None


def would_require(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Any inspection of US would require inspection of USSR`."""
    del t, scene
    if a.verb is not None and a.verb.name == "require" and a.modal in ("will", "would"):
        return position("would-require", a.denied)
    return None


def must_be(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Composition of Saigon Government must be determined by electoral process`."""
    del t, scene
    return position("must-be", a.denied) if a.modal in ("must", "should", "ought") and "be" not in a.sorts else None


def we_cannot(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We cannot be put in position of giving a guarantee`, `we would feel free to`."""
    if a.denied and a.modal in ("can", "could", "will", "would") and (a.who == "self" or is_own(t, a)):
        return position("we-cannot", a.denied)
    if a.modal in ("would", "could") and (a.who == "self" or is_own(t, a)) and not scene.reported:
        return position("we-would", a.denied)
    return None


def is_own(t: Tokens, a: Analysis) -> bool:
    """Whether the subject is the writer's own government, Department or post."""
    subject = t.low[a.first : a.at]
    ends = OWN | {"states", "government"}
    return 0 < len(subject) <= 4 and subject[-1] in ends and subject[0] in OWN | {"the"}
