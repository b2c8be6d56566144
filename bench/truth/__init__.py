"""Truth annotated by hand."""
