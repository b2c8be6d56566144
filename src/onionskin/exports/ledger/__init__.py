"""The ledger given away: as JSON lines, as a table, as a brief with quotes and citations."""

from onionskin.exports.ledger.brief import brief
from onionskin.exports.ledger.lines import ledger_line
from onionskin.exports.ledger.table import ledger_table

__all__ = ["brief", "ledger_line", "ledger_table"]
