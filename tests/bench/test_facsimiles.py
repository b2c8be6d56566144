"""The two sets of page images share nothing that a reader could be tuned to."""

from __future__ import annotations

import pytest
from bench.facsimiles.sets import NoFacesError, Workshop, workshop


@pytest.fixture(scope="module")
def shops() -> tuple[Workshop, Workshop]:
    try:
        return workshop("familiar"), workshop("held-out")
    except NoFacesError as error:
        pytest.skip(str(error))


def test_no_face_is_in_both_sets(shops: tuple[Workshop, Workshop]) -> None:
    ours, others = (
        {each.face.name for each in shop.machines} | {each.name for each in (*shop.stamps, *shop.hands)}
        for shop in shops
    )
    assert ours
    assert not ours & others


def test_no_ageing_is_in_both_sets(shops: tuple[Workshop, Workshop]) -> None:
    ours, others = ({each.name for each in shop.agings} for shop in shops)
    assert ours
    assert not ours & others
