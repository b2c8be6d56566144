"""Which papers would leave the machine for a model: none of the desk's, whatever was released."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.desk.chancery.desks import desk
from tests.workbench.publishing import ASKED, IN_FULL, done, sent

from onionskin.errors import NotReleasedError
from onionskin.settings import Settings
from onionskin.workbench.asking_models import Model
from onionskin.workbench.desk_publishing import open_shown
from onionskin.workbench.proposing import outgoing

MODEL = Model("http://127.0.0.1:9/v1")


def test_a_paper_of_the_desk_never_leaves_even_when_all_may_read_it(tmp_path: Path) -> None:
    settings = Settings(collection=tmp_path / "collection")
    with desk(settings.collection) as held:
        paper = sent(held)
        done(held, paper, (*ASKED, *IN_FULL))
    with open_shown(settings) as shown:
        shown.make_ready()
        assert outgoing(shown, MODEL) == ()
        with pytest.raises(NotReleasedError, match="a paper of the desk is not sent"):
            outgoing(shown, MODEL, paper)
