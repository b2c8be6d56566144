"""The labels of the Agency's cable forms, as engines misread them, and the box that each is of."""

from __future__ import annotations

import re

LABEL = re.compile(
    r"\W*(?P<label>T[O0C]|1[O0]|FROM|FR0M|FRON|FRCM|F&OM|ACTION|INFO|CONF|DATE|OATE|ORIG|UNIT|EXT)(?:\s*[:;.,·•*'’|]+\s*|\s+)(?P<value>\S.*)"
)
ALONE = re.compile(r"\W*(?P<label>T[O0]|1[O0]|FROM|FR0M|FRON|FRCM|F&OM)\W*")
"""A label without its value."""
KEYS = {
    "T": "to",
    "1": "to",
    "F": "from",
    "A": "action",
    "I": "info",
    "C": "info",
    "D": "date",
    "O": "date",
    "U": "",
    "E": "",
}
"""The first letter of a label to the box."""
