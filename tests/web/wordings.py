"""What stands on the specimens of the reading room."""

TELEGRAM = """

OUTGOING TELEGRAM Department of State

5459

INDICATE: ☐ COLLECT
☒ CHARGE TO

~~TOP SECRET~~ SENSITIVE

ACTION: USUN, New York - PRIORITY 1359

Nov 23 9 43 PM '62

EYES ONLY

FOR HALLORAN AND BRANDOV

SUBJECT: Next Steps in Talks

EYES ONLY

1. You should see Brandov promptly.
We do not REPEAT not want a long haggle; see DEPTTEL 1338.

2. Report soonest.

EYES ONLY

DECLASSIFIED
Authority: State for 6/14/97
By: [Signature], NARS, Date 7/12/97

*Harwood* 4/18
QXJ 77
"""

SECOND_PAGE = """~~TOP SECRET - SENSITIVE~~
Proceed accordingly at once.
HARWOOD
"""

LETTER = """SECRET
March 9, 1963
Dear Tom:
I have your letter.
Yours,
<script>alert("paper")</script>
<b onmouseover="x">&amp; "quoted" 'too'</b>
MORRIS
"""


MEMORANDUM = "MEMORANDUM\nTo: Mr. Vale\nFrom: Mr. Pryce\nTalks were\nresumed.\n"
