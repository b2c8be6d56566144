from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from tests.papers import batch, keep

from onionskin.store.opening import open_store
from onionskin.store.summary import Order


@pytest.mark.parametrize("order", Order)
def test_rows_come_from_an_index_in_their_order(tmp_path: Path, order: Order) -> None:
    """Thousands of papers are never sorted to show fifty of them."""
    asked: list[tuple[str, object]] = []

    def note(_: Connection, __: object, statement: str, given: object, *___: object) -> None:
        asked.append((statement, given))

    with open_store(tmp_path, create=True) as store:
        keep(store, *batch(3))
        event.listen(store._database._engine, "before_cursor_execute", note)
        store.summary(order=order)
        event.remove(store._database._engine, "before_cursor_execute", note)
        [(statement, given)] = [each for each in asked if "ORDER BY records" in each[0]]
        with store._database.reading() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given).all()  # type: ignore[arg-type]
    steps = [step.detail for step in plan]
    assert not [step for step in steps if "TEMP B-TREE" in step], steps
