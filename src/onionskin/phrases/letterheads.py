"""Printed heads of paper that say whose it is: THE WHITE HOUSE / WASHINGTON, AMERICAN EMBASSY / Paris."""

from __future__ import annotations

import re

LETTERHEAD = re.compile(
    r"""\s* (?: (?:THE\s+)? (?: WHITE\s+HOUSE | (?:DEPARTMENT|SECRETARY|(?:DEPUTY\s+)?UNDER\s+SECRETARY)\s+OF\s+
        (?:STATE|DEFENSE|THE\s+\w+) | (?:AMERICAN|UNITED\s+STATES)\s+(?:EMBASSY|LEGATION|CONSULATE\w*|MISSION\b.*)
      | EMBASSY\s+OF\s+THE\s+UNITED\s+STATES(?:\s+OF\s+AMERICA)? | NATIONAL\s+SECURITY\s+COUNCIL
      | CENTRAL\s+INTELLIGENCE\s+AGENCY | JOINT\s+CHIEFS\s+OF\s+STAFF | FOREIGN\s+SERVICE\s+OF\s+THE\s+UNITED\s+STATES.*
      | UNITED\s+STATES\s+GOVERNMENT | UNITED\s+STATES\s+DEPARTMENT\s+OF\s+\w+
      | (?:DEPUTY\s+)?ASSISTANT\s+SECRETARY(?:\s.*)?
      | EXECUTIVE\s+(?:OFFICE|SECRETARIAT)\b.* | BUREAU\s+OF\s+.* | FEDERAL\s+BUREAU\s+OF\s+INVESTIGATION
      | OFFICE\s+OF\s+THE\s+.* )
      | WASHINGTON (?:\s+\d{1,2})? ,? (?:\s*D\.?\s*C\.?)? (?:\s+\d{5})? ) \s* [.,]? \s*""",
    re.VERBOSE | re.IGNORECASE,
)
WIDTH = 70


def is_letterhead(text: str) -> bool:
    """Whether a whole line is printed or typed at the head of an office's paper."""
    words = text.strip()
    return 8 < len(words) < WIDTH and bool(LETTERHEAD.fullmatch(words))
