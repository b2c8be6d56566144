"""Onionskin: declassified diplomatic paper into a cited, linked, searchable edition. Importing it runs nothing."""

__version__ = "0.1.0"
