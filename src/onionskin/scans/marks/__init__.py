"""What OCR does not see: strokes through words and under them, check boxes, black-outs."""

MARKS_VERSION = "3"
"""Another one, and the pages of a collection's images are looked at again."""
