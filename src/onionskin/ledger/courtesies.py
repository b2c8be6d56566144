"""What stands in a paper and is no business of it: thanks, regards, `begin text`, `as you know`."""

from __future__ import annotations

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.scene import NOTHING, Scene, Told
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class

SHORT = 3
FRAMED = frozenset({"text", "message", "fyi", "noforn", "quote", "summary", "comment"})
CITED = word_class("cited")
"""What one is told to see when it is only cited."""
COURTESY = word_class("courtesy")
WISHED = frozenset({"greetings", "wishes", "regards", "love", "compliments"})
"""What one sends one's friends: `my wife joins me in sending our good wishes`."""


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
    if words[:2] == ("may", "i"):
        return NOTHING
    praised = a.passive and "courtesy" in a.sorts
    accepts = words[:2] == ("please", "accept") or (a.bare and words[:1] == ("accept",) and "my" in words)
    sends = (
        a.verb is not None and a.verb.name in ("send", "join", "extend") and WISHED & frozenset(t.low[a.main : a.end])
    )
    return NOTHING if thanks or praised or accepts or (sends and not a.past) else None


def aside(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`As you know`, `this is why`: what only leads to something or points back at it."""
    del scene
    known = t.low[a.start] == "as" and (a.who == "you" or a.sorts & {"say"}) and a.content is None
    points = a.who == "thing" and a.copula and a.verb is None and t.low[a.main : a.main + 1] in BACKWARD
    return NOTHING if known or points else None


BACKWARD = (("why",), ("because",), ("what",), ("how",), ("where",))
