"""How sure a correction of a misread word is, as a share: of those said to be .9 sure, nine in ten are right.

The weights were fitted by `python -m bench.emending.fitting` on papers of one volume under none, 1, 3 and 6 % of damage
of the `build` model; bench/emending/README.md says how well they hold on other volumes and under other damage.
"""

from __future__ import annotations

import math

from onionskin.emending.misreadings import Correction

APPLIED = 0.9
"""From this confidence on a correction stands in the reading text before anybody decided."""
HELD_BACK = 0.85
"""The most that is said of what must not be applied unseen."""


def features(correction: Correction) -> tuple[float, ...]:
    """What is weighed, each about between -3 and 3; beyond a measure more of a thing says no more."""
    signs = correction.signs
    return (
        1.0,
        max(signs.score, -30.0) / 10,
        min(signs.margin, 12.0) / 4,
        min(signs.margin, 4.0) / 4,
        min(signs.length, 12) / 4,
        signs.damage,
        float(signs.name),
        signs.often,
        float(" " in correction.token.text),
        float(" " in correction.to),
    )


WEIGHTS = (2.628, 3.392, 0.055, 3.455, 1.228, 0.117, -1.289, -0.196, 0.881, 0.474)


def confidence(correction: Correction) -> float:
    """How sure it is, 0 to 1; never sure enough to be applied unseen where it is guarded."""
    total = sum(weight * sign for weight, sign in zip(WEIGHTS, features(correction), strict=True))
    sure = 1 / (1 + math.exp(-total))
    return round(min(sure, HELD_BACK) if correction.guard else sure, 3)
