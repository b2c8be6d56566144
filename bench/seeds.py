"""`bench seeds`: the acceptance list on both seed papers and on both of them rewritten, side by side."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the judge of the rewritten seeds; its own arguments and exit status."""
    judge: Callable[[Sequence[str]], int] = import_module("bench.rewrite.score").main
    return judge(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
