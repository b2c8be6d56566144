"""The unfamiliar half of the reading benchmark: whoever writes a reader keeps out of this folder.

Its layouts, stamps and wear are not those of `onionskin.facsimile` and `bench.reading`, so that its figures say how the
readers do on papers nobody has prepared them for. Looking in here, or tuning to what it prints, spoils the measure.
"""

from bench.unfamiliar.cases import generate

__all__ = ["generate"]
