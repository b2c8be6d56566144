"""How often each rule of the grammar is right on all papers that may be looked at; the package draws its confidences
from it.

python -m bench.ledger.fitting > src/onionskin/lexicon/ledger_rules.toml
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.ledger import door
from bench.ledger.scoring import Score
from bench.ledger.truth import looked_at, papers, told
from bench.reading.__main__ import DATA

HEAD = """# Made by `python -m bench.ledger.fitting`; do not edit.
[form]
about = "Rules of the grammar of statements: how many each found on the papers for building, and how many rightly"
name = "[a-z-]+"
facts = { found = "integer", right = "integer" }

[[group]]
source = "bench/truth/ledger: learning.jsonl, build.jsonl; of further, fresh, later.jsonl the papers of the half build"
entries = ["""


def table(data: Path) -> str:
    """The list as it stands in the lexicon."""
    lines = looked_at()
    pairs = sorted(lines)
    printed, documents, score = papers(data, pairs), door.taken_in(data, pairs), Score()
    for pair in pairs:
        score.add([told(each, printed[pair]) for each in lines[pair]], door.read(documents[pair], printed[pair]).told)
    rows = [
        f'    {{ name = "{rule}", found = {tally.right + tally.extra}, right = {tally.right} }},'
        for rule, tally in sorted(score.rules.items())
    ]
    return "\n".join([HEAD, *rows, "]"])


if __name__ == "__main__":
    print(table(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA))
