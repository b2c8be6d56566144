"""Who a copy went to, as a clerk notes it: `Mrs. Bundy`, `S/S`, `RM/R Files`, `White House`."""

from __future__ import annotations

ABBREVIATED = r"(?:Mr|Mrs|Miss|Ms|Dr|Amb|Gen|Gov|Sen|Adm|Col)\b\.?"
TITLE = rf"{ABBREVIATED}|Ambassador|Secretary|General|Governor|Senator|Admiral|President"
SURNAME = r"[A-Z][\w'’-]+"
PERSON = rf"(?:{TITLE})[ ]+(?:[A-Z]\.[ ]?){{0,2}}{SURNAME}(?:[ ]{SURNAME})?"
SYMBOL = r"[A-Z]{1,5}(?:/[A-Z]{1,4})*(?:-[A-Z]{1,3})?"
NAMED = r"White[ ]House|Department|Secretariat|Embassy|Executive[ ]Secretariat"
OFFICE = rf"(?:the[ ])?(?:{NAMED}|{SYMBOL})(?:[ ](?:Files?|FILES?|Central[ ]Files?|CENTRAL[ ]FILES?))?"
RECIPIENT = rf"(?:{PERSON}|{OFFICE}(?![a-z])|{SURNAME}(?:[ ]{SURNAME})?)"
"""One recipient, without groups, to be set into other patterns; capitals count."""
