"""A paper as notes and bibliographies cite it."""

from onionskin.exports.citing.citation import Citation, cite
from onionskin.exports.citing.phrases import Phrase

__all__ = ["Citation", "Phrase", "cite"]
