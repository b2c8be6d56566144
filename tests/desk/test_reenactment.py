"""The acts that the seed papers show, done at the desk, make the records that were read from the papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.reenactment.comparing import Stood, differences, idle, seeds, stood
from bench.reenactment.performing import Enacted, enacted
from bench.reenactment.printing import again, kept

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Enacted]:
    return enacted(tmp_path_factory.mktemp("reenacted") / "desk")


def test_a_record_of_acts_differs_from_the_one_that_was_read_for_stated_reasons_alone(
    made: dict[str, Enacted],
) -> None:
    found = list(differences(seeds(EXAMPLES), made))
    assert len(found) <= 27
    assert [(each.paper, each.what) for each in found if not each.reason] == []
    assert idle(found) == []


def test_each_paper_stood_as_it_says_on_every_day_of_the_truth(made: dict[str, Enacted]) -> None:
    answers = list(stood(made))
    assert len(answers) == 12
    assert [_otherwise(each) for each in answers if each.wanted != each.found] == []
    assert all(each.because for each in answers)


def _otherwise(each: Stood) -> str:
    return f"{each.paper} on {each.on}: {each.found}, not {each.wanted}"


def test_the_form_of_the_telegram_read_again_gives_its_values(made: dict[str, Enacted], tmp_path: Path) -> None:
    values = list(kept(made["telegram"], again(made["telegram"], tmp_path, aged=False)))
    lost = [value for value, is_kept in values if not is_kept]
    assert len(values) == 19
    # A form that names whole persons in capitals is read without them.
    assert {each.split(":")[0] for each in lost} <= {"attention"}
