"""OCR damage laid over the papers of `bench reading`, and how much of what was read before is read after it."""
