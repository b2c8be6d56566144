"""Does acts at a desk and kills itself in the midst of what follows: `python -m tests.desk.killed FOLDER PAPER WHERE`.

WHERE is `module:Class.method`, whose first call is the last thing that happens.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path

from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.workbench.desk import open_desk


def main(  # noqa: PLR0917 - what is done, by whom, and until when
    folder: str, paper: str, where: str, by: str, act: str, given: str
) -> None:
    """Does the act, and is no more when `where` is reached."""
    module, _, name = where.partition(":")
    of, method = name.split(".")

    def killed(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with open_desk(Settings(collection=Path(folder), policy="review")) as desk:
        setattr(getattr(import_module(module), of), method, killed)
        desk.perform(by, DeskAct(act), paper, json.loads(given), at="1988-04-06")


if __name__ == "__main__":
    main(*sys.argv[1:])
