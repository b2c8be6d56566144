"""What a model proposed is shown in the room as what it is, until a person decides."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.web.rooms import Enter

from onionskin.ledger.suggested import Suggestion
from onionskin.record.statements import StatementType
from onionskin.settings import Settings
from onionskin.workbench import open_collection, read
from onionskin.workbench.proposed import keep


def test_the_page_of_a_paper_names_the_model(tmp_path: Path, examples: Path, enter: Enter) -> None:
    shutil.copytree(examples, tmp_path / "box")
    settings = Settings(collection=tmp_path / "collection")
    with open_collection(settings, create=True) as collection:
        list(read(collection, [tmp_path / "box"]))
        record = next(each for each, _ in collection.store.digests() if each.startswith("os-njn1v"))
    keep(settings, record, "llama <b> at 127.0.0.1", [Suggestion(type=StatementType.DEADLINE, quote="early next week")])
    (settings.collection / "inventory.db").unlink()
    visitor = enter(settings)
    page = visitor.ask(f"/records/{record}/ledger").text
    assert "proposed by llama &lt;b&gt; at 127.0.0.1" in page
    told = visitor.ask(f"/api/records/{record}/ledger").json()["statements"]
    assert [each["proposed_by"] for each in told if each["state"] == "proposed"] == ["llama <b> at 127.0.0.1"]
