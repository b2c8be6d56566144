"""Marks on page images, scored against facsimiles whose marks are known."""
