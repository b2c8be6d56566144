"""What OCR does not see: strokes through words and under them, check boxes, passages covered or bracketed by hand."""

MARKS_VERSION = "8"
"""Another one, and the pages of a collection's images are looked at again."""
