"""What the writer asks of his reader without `you should`: wishes, polite requests, leave given, tasks named.

The turns are those in which the Department and its posts ask (FRUS, telegrams of 1955 to 1976; the Foreign Service's
correspondence handbook has the same): `request you see him`, `would appreciate your views`, `Department desires that`,
`timing is left to your discretion`, `no objection to your seeing him`, `purpose of your approach is to`.
"""

from __future__ import annotations

from onionskin import lexicon
from onionskin.ledger.analysis import Analysis
from onionskin.ledger.grammar import is_adverb
from onionskin.ledger.scene import Scene, Told, inner_of, ordered, polarity, strength_of
from onionskin.ledger.stances import is_own
from onionskin.ledger.subjects import head_of
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.statements import Polarity, StatementType, Strength

KNOWING, POSTS = word_class("knowing"), word_class("posts")
CHIEFS = frozenset({"president", "secretary", "department", "dept", "washington", "jcs", "defense", "usg"})
"""Who may ask something of a post by way of the writer: `the President wishes you to deliver`."""
CITIES = frozenset(lexicon.spellings("posts"))
DISCRETION = (
    "your discretion",
    "leave to you",
    "leave it to you",
    "leaves to you",
    "up to you",
    "your judgment",
    "your judgement",
    "your good judgment",
    "your good judgement",
    "your best judgment",
    "as you see fit",
    "way you see fit",
    "you deem appropriate",
    "you consider appropriate",
    "you think best",
)
LEAVING = frozenset({"you", "your", "objection"})
"""Without one of them nothing is left to the reader."""
YOURS = frozenset(
    {"your", "you", "embassy's", "department's", "comments", "views", "advice", "guidance", "instructions", "reactions"}
)
YOURS_OR_POSTS = YOURS | POSTS
ANSWERS = word_class("answers")
"""What is asked for by its name: `your comments are requested`, `early reply would be appreciated`."""
ANSWERED = frozenset({"requested", "desired", "appreciated", "required", "welcome", "welcomed", "invited", "solicited"})
FOR_YOU, TO_KNOW = ("for", "you", "to"), ("you", "to", "know")
GRATEFUL = frozenset({"appreciate", "welcome"})
OBLIGED = frozenset({"grateful", "obliged", "glad"})
ASKING = frozenset({"ask", "propose", "allow", "hope", "want", "order", "assume", "expect"})
LINKING = frozenset({"that", "the", "on", "upon", "of", "to"})
RELYING = frozenset({"rely", "count", "look", "depend"})
GIVEN = frozenset(
    {"authority", "authorization", "discretion", "latitude", "permission", "leave", "approval", "concurrence"}
)
TASKS = frozenset({"purpose", "task", "aim", "object", "objective", "instructions", "instruction", "mission", "job"})
YOUR_PLAN = word_class("plans-of-yours")
WELL = word_class("well-if")


def to_do(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Embassy to inform Foreign Office`: what a telegram orders with its verb to be left out."""
    if not scene.outgoing or scene.reported or a.verb is not None or a.copula or a.modal:
        return None
    at = next((at for at in range(a.first + 1, min(a.end - 1, a.first + 4)) if t.low[at] == "to"), None)
    verb = t.verbs[at + 1] if at is not None else None
    if at is None or verb is None or "b" not in verb.forms:
        return None
    named = t.low[a.first] in CITIES or POSTS & frozenset(t.low[a.first : at])
    return ordered(t, a, Strength.MUST, "post-to-do", Polarity.DO) if named else None


def our_wish_that_you(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`My suggestion is that you see him`, `it is our desire that you`, `I am sure you will wish to`."""
    if a.past or scene.reported or not a.copula or a.who == "you":
        return None
    inner = inner_of(t, a)
    if inner is None or inner.who != "you":
        return None
    wished = a.verb is None and WISHES & frozenset(t.low[a.first : a.main + 4]) and not a.denied
    sure = a.predicate in SURE and inner.modal in ("will", "would") and inner.verb is not None
    if wished or (sure and inner.verb is not None and inner.verb.name not in KNOWING and not inner.copula):
        return ordered(t, inner, Strength.SHOULD, "our-wish", polarity(inner.denied))
    return None


WISHES = frozenset({"desire", "wish", "hope", "suggestion", "recommendation", "thought", "advice", "request"})
SURE = frozenset({"sure", "confident", "certain"})


def left_to_you(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We leave it to your discretion to tell Egypt on Monday`, `no objection to your using this`."""
    if LEAVING.isdisjoint(t.low[a.start : a.end]):
        return None
    words = " ".join(t.low[a.start : a.end])
    leaves = a.verb is not None and a.verb.name == "leave"
    given = any(each in words for each in DISCRETION)
    if given and not (a.who == "you" and a.modal) and (leaves or not _ordering(a)):
        return Told(StatementType.INSTRUCTION, "left-to-you", Polarity.DO, Strength.MAY)
    free = "no objection to" in words and a.who == "there" and scene.outgoing and not scene.reported
    if free or "no objection to your" in words or "no objection if you" in words:
        return ordered(t, a, Strength.MAY, "no-objection", Polarity.DO)
    return None


def _ordering(a: Analysis) -> bool:
    """Whether the clause orders by itself, whatever is left to discretion in it."""
    return a.modal in ("should", "must", "shall") or a.bare


def asked_of_you(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """The writer or his chief asks, suggests, hopes or allows: `request you see him`, `the President wishes you to`."""
    if a.verb is None or a.past or a.denied or a.passive or not _asks(t, a, scene):
        return None
    behind = t.low[a.main + 1 : min(a.main + 4, a.end)]
    near = [low.removesuffix("'s") for low in behind if low not in LINKING and not is_adverb(low)][:2]
    posted = not scene.abroad and not a.progressive and POSTS & frozenset(near)
    if not (near[:1] == ["you"] or posted or behind[:1] == ("your",)) or behind == TO_KNOW:
        return None
    inner = inner_of(t, a)
    if inner is not None and inner.start > a.main + 3:
        inner = None
    if inner is not None and inner.verb is not None and inner.verb.name in KNOWING and inner.verb.name != "see":
        return None
    taken = bool(a.sorts & {"assume", "expect"})
    if taken and (inner is None or inner.denied or inner.modal not in ("will", "may", "should")):
        return None
    strength = Strength.MAY if "allow" in a.sorts or "assume" in a.sorts else Strength.SHOULD
    denied = inner.denied if inner is not None else "not" in behind
    return ordered(t, inner or a, strength, f"{a.verb.name}-you", polarity(denied))


def _asks(t: Tokens, a: Analysis, scene: Scene) -> bool:
    needs = a.verb is not None and a.verb.name in ("need", "require") and t.low[a.main + 1 : a.main + 2] == ("your",)
    relies = a.verb is not None and a.verb.name in RELYING and t.low[a.main + 1 : a.main + 3] in ON_YOU
    if not (a.sorts & ASKING or relies or needs):
        return False
    return a.who in ("self", "none") or (is_chief(t, a, scene) and not scene.reported)


ON_YOU = (("on", "you"), ("upon", "you"), ("to", "you"))


def is_chief(t: Tokens, a: Analysis, scene: Scene) -> bool:
    """Whether who asks is the writer's own government or its head, in a paper that may ask something of its reader."""
    if a.who != "other" or not scene.instructing:
        return False
    start, end = a.subject
    return is_own(t, a, scene) or (end - start <= 3 and head_of(t, a.subject) in CHIEFS)


def would_appreciate(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Would appreciate your views`, `I would be grateful if you`, `it is requested that you`: asked politely."""
    words = t.low[a.first : a.end]
    if a.past or YOURS_OR_POSTS.isdisjoint(words[:12]):
        return None
    asking = a.who in ("self", "none") and (a.modal in ("would", "should") or (a.bare and scene.instructing))
    asking = asking or (is_chief(t, a, scene) and a.modal in ("would", "should"))
    eager = a.predicate in ("anxious", "eager") and t.low[a.main + 1 : a.main + 3] in LIKE_TO_HAVE
    asking = asking or (eager and a.who == "self")
    polite = eager or (a.verb is not None and a.verb.name in GRATEFUL) or bool(OBLIGED & frozenset(words[:8]))
    like = a.verb is not None and a.verb.name == "like" and t.low[a.main + 1 : a.main + 3] in LIKE_TO_HAVE
    if asking and (polite or like):
        return ordered(t, a, Strength.SHOULD, "would-appreciate", Polarity.DO)
    if a.who == "thing" and a.passive and a.sorts & {"ask", "propose", "order", "want"}:
        inner = inner_of(t, a)
        return ordered(t, a, Strength.SHOULD, "is-requested", polarity(inner is not None and inner.denied))
    return None


LIKE_TO_HAVE = (("to", "have"), ("to", "receive"), ("to", "know"), ("your",), ("to", "hear"))


def answer_wanted(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Your comments are requested`, `early reply would be appreciated`: what is to be sent, with no word of who."""
    if not scene.instructing or scene.reported or (a.past and a.copula):
        return None
    if ANSWERED.isdisjoint(t.low[a.first : a.end]):
        return None
    words = [low for low in t.low[a.first : a.end] if low not in ("urgently", "soonest", "earliest")]
    wanted = next((at for at, low in enumerate(words) if low in ANSWERED), None)
    if wanted is None or not 0 < wanted <= 8 or not ANSWERS & frozenset(words[:wanted]) or "has" in words[:wanted]:
        return None
    ours = words[0] in ("our", "my", "his", "their") or words[wanted + 1 : wanted + 2] == ["by"]
    return None if ours else ordered(t, a, Strength.SHOULD, "answer-wanted", Polarity.DO)


def requested(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Request authority to proceed`, `Department may wish to`, `it is essential that you`, `you need not`."""
    asks = a.verb is not None and a.verb.name == "request" and not (a.past or a.perfect or a.passive or a.modal)
    if asks and scene.instructing and not scene.reported and (a.bare or a.who == "self"):
        return ordered(t, a, Strength.SHOULD, "request", polarity(a.denied))
    subject = t.low[a.subject[0] : a.subject[1]]
    wishes = (
        a.modal in ("may", "might") and a.verb is not None and a.verb.name in ("wish", "want", "desire", "consider")
    )
    if wishes and scene.instructing and 0 < len(subject) <= 4 and POSTS & frozenset(subject):
        return ordered(t, a, Strength.MAY, "post-may-wish", polarity(a.denied))
    inner = inner_of(t, a) if a.predicate and a.who == "thing" else None
    for_you = a.predicate and any(t.low[at : at + 3] == FOR_YOU for at in range(a.main, min(a.end, a.main + 6)))
    if for_you and not scene.reported:
        return ordered(t, a, Strength.SHOULD, "for-you-to", polarity(a.denied))
    if inner is not None and (inner.who == "you" or (scene.outgoing and not scene.reported and _is_post(t, inner))):
        return ordered(t, inner, Strength.SHOULD, "essential-that-you", polarity(inner.denied))
    return None


def _is_post(t: Tokens, a: Analysis) -> bool:
    """Whether a subject is the post that is written to, or one that is told by way of it."""
    subject = t.low[a.subject[0] : a.subject[1]]
    return 0 < len(subject) <= 4 and not POSTS.isdisjoint(subject) and CHIEFS.isdisjoint(subject)


def well_if_you(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`It would be helpful if you could see him`, `you would do well to see him`."""
    del scene
    words = t.low[a.at : a.end]
    well = a.who == "thing" and a.modal in ("would", "might", "may") and WELL & frozenset(words[:5])
    if well and any(words[at : at + 2] == ("if", "you") for at in range(min(8, len(words)))):
        return ordered(t, a, Strength.SHOULD, "well-if-you", Polarity.DO)
    advised = a.modal == "would" and (words[1:4] == ("do", "well", "to") or "advised" in words[1:4])
    return ordered(t, a, Strength.SHOULD, "well-if-you", Polarity.DO) if a.who == "you" and advised else None


def empowered(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`You have authority to sign`, `you are free to`, `you are at liberty to`, `you need not`."""
    if a.who != "you" or a.past or scene.reported:
        return None
    words = t.low[a.main : min(a.end, a.main + 4)]
    holds = a.verb is not None and a.verb.name == "have" and GIVEN & frozenset(words)
    need_not = t.low[a.at : a.at + 2] == ("need", "not")
    if holds or need_not or a.predicate == "free" or (a.copula and "liberty" in words):
        return ordered(t, a, Strength.MAY, "you-are-free", polarity(a.denied or need_not))
    return None


def your_task(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Purpose of your approach is to obtain his support`, `your instructions are to`."""
    if not a.copula or not scene.outgoing:
        return None
    words = t.low[a.subject[0] : a.subject[1]]
    named = bool(TASKS & frozenset(words[:2])) and (words[:1] == ("your",) or bool({"your", "approach"} & set(words)))
    ours = words[:1] == ("our",) and bool({"approaching", "approach", "instructing"} & frozenset(words))
    to_do = a.modal == "shall" or t.low[a.at + 1 : a.at + 2] == ("to",)
    if not scene.reported and (named or ours) and to_do and not a.past:
        return ordered(t, a, Strength.SHOULD, "your-task", polarity(a.denied))
    return None


def agreed_for_you(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Department concurs in your proposed approach`: leave for what the reader put forward."""
    agreed = "agree" in a.sorts and not (a.past or a.modal or a.passive)
    behind = t.low[a.main + 1 : min(a.end, a.main + 5)]
    if agreed and (a.who in ("self", "none") or is_chief(t, a, scene)) and "your" in behind and scene.outgoing:
        yours = behind[behind.index("your") + 1 :]
        if YOUR_PLAN & frozenset(yours) or (yours and yours[0].endswith("ing")):
            return ordered(t, a, Strength.MAY, "agreed-for-you", polarity(a.denied))
    return None


def yours_should(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Your approach should be guided by`, `Embassy authorized inform FonMin`, where the verb to be is left out."""
    subject = t.low[a.subject[0] : a.subject[1]]
    if subject[:1] == ("your",) and a.modal in ("should", "must", "shall") and not scene.reported:
        return ordered(t, a, strength_of(a.modal), "yours-should", polarity(a.denied))
    asked = a.sorts & {"ask", "allow", "order"} and a.past and not a.modal and not a.perfect and not a.copula
    if not asked or not scene.instructing or scene.reported:
        return None
    reader = a.who == "you" or (0 < len(subject) <= 3 and (subject[0] in CITIES or bool(POSTS & frozenset(subject))))
    behind = t.verbs[a.main + 1 : a.main + 2]
    follows = t.low[a.main + 1 : a.main + 2] == ("to",) or (behind and behind[0] is not None and "b" in behind[0].forms)
    return ordered(t, a, _given(a), "yours-should", polarity(a.denied)) if reader and follows else None


def you_are_asked(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`You are requested to give Diem a piece of paper`, `Embassy is authorized to`."""
    if a.modal or not a.passive or a.past or not a.sorts & {"ask", "allow", "order"}:
        return None
    subject = t.low[a.subject[0] : a.subject[1]]
    post = scene.outgoing and not scene.reported and 0 < len(subject) <= 4 and bool(POSTS & frozenset(subject))
    if not (a.who == "you" or post):
        return None
    refraining = "not" in t.low[a.main + 1 : a.main + 2]
    return ordered(t, a, _given(a), "you-are-asked", polarity(a.denied, refraining and not a.denied))


def _given(a: Analysis) -> Strength:
    """How binding it is to be authorized, asked, or ordered."""
    if "allow" in a.sorts:
        return Strength.MAY
    return Strength.MUST if "order" in a.sorts else Strength.SHOULD
