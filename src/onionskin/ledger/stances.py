"""Where a party stands: what it accepts, refuses, wants, and holds to be needed."""

from __future__ import annotations

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.denial import OBJECTIONS, TROUBLES, UNLIKE
from onionskin.ledger.grammar import AFTER_VERB, ARTICLES, COORDINATORS, PREPOSITIONS
from onionskin.ledger.scene import Scene, Told, inner_of, position
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.statements import Polarity, StatementType

STANDS, LIKELY = word_class("stands"), word_class("likely")
INTENDED = frozenset({"intention", "intentions", "desire", "wish", "objection", "objections", "plan", "plans"})
HELD = word_class("aims-held")
NEAR = 4
"""So far behind its verb what is needed begins: `it is essential that`, not `it is important to make clear that`."""
COMPARED = frozenset({"better", "best", "preferable"})
HELPFUL = frozenset({"helpful", "useful", "wise"})
AGENTS = word_class("agents")
"""By whom a government acts: `the United States Delegation`, `our representatives`."""
HEADS = (("president",), ("secretary",), ("acting", "secretary"))
"""In what the Department sends they are its own; a post may mean those of its host."""
FURTHER = (PREPOSITIONS - {"of"}) | COORDINATORS | {","}
"""Behind them a subject is told more closely, or is another's as well: `our representatives and those of`."""
OWNING = frozenset({"our", "my"})
WEIGHT = frozenset({"importance", "significance", "value", "weight", "attention"})
SEEN_NONE = word_class("seen-none")
"""`We see no advantage in`: a refusal; `no objection` is none."""
HOPES = frozenset({"hope", "hopes", "desire", "view", "views", "conviction", "belief", "determination", "interest"})
HOLDING = word_class("holding")
HELD_TO = word_class("held-to")
AMISS, RIGHTLY, REQUIRED = word_class("amiss"), word_class("rightly"), word_class("required")
"""`A mistake to`, `time to`, and what something hangs on: `a condition of`."""


def stands(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`They insist`, `we welcome`, `the Department prefers`."""
    if not a.sorts & {"stand", "want", "plan"} or a.passive or (a.progressive and not a.copula):
        return None
    if a.perfect and a.who != "self" and (is_head(t, a) or not is_own(t, a, scene)):
        return None
    guessed = a.who == "other" and not scene.reported and not a.past and (a.modal or t.low[a.first] in ("they", "he"))
    will_need = a.modal in ("would", "will") and a.verb is not None and a.verb.name == "need"
    asks = t.low[a.main + 1 : a.main + 3] == ("to", "know")
    guessed = guessed and not is_own(t, a, scene)
    tried = a.past and a.verb is not None and a.verb.name == "seek"
    guessed = guessed or (a.who == "other" and not LIKELY.isdisjoint(t.low[a.start : a.main]))
    if a.who in ("thing", "there", "you") or guessed or will_need or asks or tried:
        return None
    verb_first = a.at == a.first and a.past and t.low[a.main + 1 : a.main + 2] and t.low[a.main + 1] not in AFTER_VERB
    inner = inner_of(t, a)
    trusted = a.verb is not None and a.verb.name == "trust" and inner is None
    if (verb_first and a.who == "none") or trusted:
        return None
    near = inner is not None and (inner.start <= a.main + 2 or t.low[a.main + 1 : a.main + 2] == ("that",))
    return position("stands", a.denied, near and inner is not None and inner.denied)


def aims(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Our policy is to`, `the United States has no intention of`, `we have no objection`: a stand by its noun."""
    own = a.who == "self" or is_own(t, a, scene) or (a.who == "none" and not a.past)
    if a.verb is not None and a.verb.name == "have" and (own or scene.reported or scene.conversation):
        behind = t.low[a.main + 1 : a.main + 6]
        if INTENDED & frozenset(behind):
            return position("has-aim", a.denied)
    subject = t.low[a.subject[0] : a.subject[1]]
    ours = bool(subject) and (subject[0] in ("our", "my", "us", "u.s", "usg") or subject[0].endswith("'s"))
    nominal = a.copula and (a.verb is None or a.modal == "shall") and not a.passive
    if ours and nominal and HELD & frozenset(subject):
        return position("our-aim", a.denied)
    return None


def holds(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We attach great importance to`, `we see no advantage in`, `we are firmly committed to`: a stand of one's own."""
    own = a.who == "self" or is_own(t, a, scene) or (a.who == "none" and scene.instructing and not scene.reported)
    if not own or a.past or a.modal:
        return None
    if a.perfect:
        held = a.who == "self" and a.sorts & {"think", "stand"} and not a.passive
        return position("has-held", a.denied) if held else None
    name = a.verb.name if a.verb is not None else ""
    if name == "see" or (name == "fail" and t.low[a.main + 1 : a.main + 3] == ("to", "see")):
        return _sees_none(t, a)
    behind = t.low[a.main + 1 : min(a.end, a.main + 6)]
    weighs = name in ("attach", "give", "assign") and WEIGHT & frozenset(behind)
    shares = name == "share" and not HOPES.isdisjoint(behind)
    held = a.copula and HELD_TO & frozenset(t.low[a.main : a.main + 3]) and not a.progressive
    if weighs or shares or held or (name in HOLDING and not a.passive and behind[:1] != ("ready",)):
        return position("holds", a.denied)
    return None


def _sees_none(t: Tokens, a: Analysis) -> Told | None:
    """`We see no advantage in such a meeting`, `I do not see how we can guarantee`; who sees no problem, or no reason
    why one should not, refuses nothing.
    """
    behind = t.low[a.main + 1 : min(a.end, a.main + 6)]
    how = a.denied and behind[:1] in (("how",), ("why",), ("that",), ("any",))
    none = "no" in behind[:2] and (SEEN_NONE | TROUBLES) & frozenset(behind)
    failed = a.verb is not None and a.verb.name == "fail"
    if not (how or none or failed):
        return None
    against = "why" in behind and "not" in t.low[a.main : a.end]
    none_against = none and (against or not (OBJECTIONS | TROUBLES).isdisjoint(behind))
    return Told(StatementType.POSITION, "sees-none", Polarity.DO if none_against else Polarity.DO_NOT)


def takes_view(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We hold that`, `we take the view that`, `we reserve the right to`, `we have no choice but to`."""
    name = a.verb.name if a.verb is not None else ""
    behind = t.low[a.main + 1 : a.main + 5]
    inner = inner_of(t, a)
    holds_that = name in ("hold", "maintain") and behind[:1] == ("that",)
    takes = name in ("take", "have", "adopt") and {"view", "position", "stand"} & frozenset(behind)
    if a.who in ("self", "other") and (holds_that or takes) and inner is not None and not scene.reported:
        return position("takes-view", inner.denied)
    reserves = name == "reserve" and "right" in behind
    compelled = name == "have" and behind[:3] in (("no", "choice", "but"), ("no", "alternative", "but"))
    if name == "rule" and "out" in behind[:3] and a.who in ("self", "other") and not a.passive:
        return position("takes-view", a.denied)
    if (reserves or compelled) and a.who in ("self", "other") and not a.past:
        return Told(StatementType.POSITION, "takes-view", Polarity.DO)
    return None


def for_or_against(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We are in favor of`, `the Department is against`, `we are not in a position to`, `we are not able to`."""
    del scene
    if not a.copula or a.verb is not None or a.who in ("thing", "there", "you"):
        return None
    behind = t.low[a.main : a.main + 4]
    placed = a.denied and behind[:2] in (("in", "position"), ("in", "a")) and "position" in behind
    unbound = behind[:3] == ("under", "no", "obligation")
    if unbound or behind[:2] in (("in", "favor"), ("in", "favour")) or behind[:1] == ("against",) or placed:
        return position("for-or-against", a.denied)
    return position("for-or-against", a.denied) if a.predicate == "able" and a.denied and not a.past else None


def ruled_out(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`There can be no question of withdrawal`, `it would be a mistake to agree`, `it is in our interest to`."""
    if scene.reported or a.past or a.who not in ("thing", "there"):
        return None
    behind = t.low[a.main : a.main + 6]
    if a.who == "there":
        none = behind[:3] == ("no", "question", "of") or behind[:2] == ("question", "of")
        none = none or (a.denied and a.modal in ("can", "must", "should"))
        return Told(StatementType.POSITION, "ruled-out", Polarity.DO_NOT) if none else None
    out = behind[:3] == ("out", "of", "question") or behind[:4] == ("out", "of", "the", "question")
    hard_to_know = behind[1:3] in TO_LEARN
    if not a.copula or a.verb is not None or hard_to_know or not (out or "to" in t.low[a.main : a.main + 8]):
        return None
    if out or AMISS & frozenset(behind[:3]):
        return position("ruled-out", a.denied, a.predicate not in UNLIKE)
    interest = behind[:1] == ("in",) and "interest" in behind[:4]
    if interest or RIGHTLY & frozenset(behind[:2]):
        return position("is-right", a.denied)
    return None


TO_LEARN = (("to", "see"), ("to", "judge"), ("to", "tell"), ("to", "say"), ("to", "predict"), ("to", "estimate"))
"""What is hard to know is no stand: `it is difficult to see how`."""


def on_condition(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Withdrawal is a condition of any settlement`, `the only acceptable solution is`."""
    if not a.copula or a.verb is not None or a.past or scene.reported:
        return None
    subject = t.low[a.subject[0] : a.subject[1]]
    only = "only" in subject and bool((STANDS | {"possible"}) & frozenset(subject))
    if only or REQUIRED & frozenset(t.low[a.main : a.main + 3]):
        return position("on-condition", a.denied)
    return None


def needed(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`It is essential that`, `this is unacceptable`, `GOE unable be bound`."""
    del scene
    if a.predicate not in STANDS or a.perfect or (a.past and a.at == a.main) or a.modal in ("may", "might"):
        return None
    if a.predicate in COMPARED and a.who != "thing":
        return None
    inner = inner_of(t, a)
    near = inner is not None and inner.start <= a.main + NEAR
    return position("is-needed", a.denied, near and inner is not None and inner.denied)


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
    """`Composition of Saigon Government must be determined by electoral process`, `the routes must remain open`."""
    del scene
    if a.modal not in ("must", "should", "ought") or a.perfect:
        return None
    inner = inner_of(t, a) if a.sorts & {"ask", "propose", "say"} else None
    remain = a.verb is not None and a.verb.name in ("remain", "become", "include", "contain", "reflect", "depend")
    return position("must-be", a.denied, inner is not None and inner.denied) if remain or "be" not in a.sorts else None


def we_cannot(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We cannot be put in position of giving a guarantee`, `we would feel free to`."""
    own = a.who == "self" or is_own(t, a, scene)
    agrees = bool(a.sorts & {"agree", "stand"}) and a.who == "other"
    if a.denied and a.modal in ("can", "could", "will", "would") and (own or (agrees and a.modal in ("can", "could"))):
        return position("we-cannot", a.denied)
    can = a.modal == "can" and a.who == "self" and "do" in a.sorts and not a.passive
    if ((a.modal in ("would", "could") and own) or can) and not scene.reported:
        return position("we-would", a.denied)
    return None


def is_own(t: Tokens, a: Analysis, scene: Scene) -> bool:
    """Whether the subject is the writer's own government, Department, post or people."""
    subject = _bare_subject(t, a)
    if subject in HEADS or (scene.he_is_ours and subject == ("he",)):
        return scene.outgoing and not scene.reported
    if not 0 < len(subject) <= 4:
        return False
    if subject[0] in OWNING:
        return subject[-1] in AGENTS
    named = scene.own | {"government"}
    return subject[0] in named and subject[-1] in scene.own | AGENTS and bool(scene.own & frozenset(subject))


def is_head(t: Tokens, a: Analysis) -> bool:
    """Whether the subject is `the President` or `the Secretary`, without a name."""
    return _bare_subject(t, a) in HEADS


def _bare_subject(t: Tokens, a: Analysis) -> tuple[str, ...]:
    """The words of the subject without its article and without what is said of it: `United States Delegation` of `the
    United States Delegation to the resumed session`; `our` and `my` stay.
    """
    start, end = a.subject
    while start < end and t.low[start] in ARTICLES and t.low[start] not in OWNING:
        start += 1
    behind = next((at for at in range(start + 1, end) if t.low[at] in FURTHER), end)
    return t.low[start:behind]
