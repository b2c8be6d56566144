"""Papers singled out without day and number: by who uttered them, by what body, on what, of what sort they are."""

from __future__ import annotations

import re

from onionskin import lexicon
from onionskin.phrases.before_papers import PRONOUNS, Before
from onionskin.phrases.behind_papers import PROPER
from onionskin.phrases.late import LatePattern

AT_PLACE = LatePattern(rf"\s+(?:at|before)\s+(?:the\s+)?{PROPER}")
THAT_SO = re.compile(r"\s+(?:that|not\s+to|to\s+(?:me|us|the\s+effect))(?![A-Za-z])", re.IGNORECASE)
BY_BODY = LatePattern(
    rf"""\s+(?:of|by|from)\s+(?:the\s+)?
    (?=(?:{PROPER}\s+(?:(?:of|for|and|on)\s+(?:the\s+)?)?){{0,4}}(?:Congress|Council|Assembly|Parliament|Committee|Commission|Conference
      |League|Organization|Diet|Senate|House|Party|Convention|Federation|Chiefs\s+of\s+Staff|Government|Ministry|Department|Office|Board
      |Group|Mission|Embassy|Bureau|Agency|Bank|Foreign\s+Ministers?|Chamber\s+of\s+Commerce|Cabinet)(?![A-Za-z]))
    {PROPER}(?:\s+(?:(?:of|for|and|on)\s+(?:the\s+)?)?{PROPER}){{0,5}}""",
    re.VERBOSE,
)
"""`report by the Joint Chiefs of Staff`, `the resolution of the Congress of the People`."""
ON_MATTER = re.compile(r"\s+(?:on|re|regarding|concerning|about|entitled|titled)\s+(?=[A-Za-z“\"])", re.IGNORECASE)
"""`the paper on beef`; the matter itself is none of the words that are clicked."""
ON_MATTERS = frozenset(
    {"memorandum", "memo", "paper", "aide-memoire", "telegram", "cable", "airgram", "despatch", "letter", "message"}
)
ISSUED = re.compile(
    r"\s+(?:issued|released|signed|adopted|published|delivered|presented|submitted|circulated|tabled)(?![A-Za-z])",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"(?<![A-Za-z])(?:para(?:graph)?s?|section|article|point|page|p\.)\s+\S{1,6}\s+of\s+(?:the\s+)?\Z", re.IGNORECASE
)
"""`paragraph 3 of the aide-memoire`."""


def is_uttered(before: Before, entry: lexicon.Entry, rest: str) -> bool:
    """Whether a name in the genitive tells who uttered it, or a pronoun and the place: `my speech at the Assembly`.

    `rest` stands behind the noun. A statement that something is so was made in the talk that is told here.
    """
    whose = before.whose
    if not entry.holds("uttered") or whose is None:
        return False
    if whose.lower() in PRONOUNS:
        return AT_PLACE.match(rest) is not None
    return whose[0].isupper() and THAT_SO.match(rest) is None


def is_known(before: Before, entry: lexicon.Entry, rest: str, lead: str) -> bool:
    """Whether a definite noun needs no more than its sort, its body, its matter: `the working paper`.

    `rest` stands behind the noun, `lead` before all that belongs to it.
    """
    if not (before.article and before.definite) and (before.whose is None or before.body is not None):
        return False
    written = entry.holds("sure") or entry.holds("uttered")
    if written and (before.body is not None or ISSUED.match(rest) or PART_OF.search(lead)):
        return True
    return entry.holds("known") or (entry.name in ON_MATTERS and ON_MATTER.match(rest) is not None)


def body_behind(text: str, at: int) -> int | None:
    """Where the words end that tell, behind a noun, which body it is of; None without a body."""
    m = BY_BODY.match(text, at)
    return m.end() if m else None
