"""The reading room under load: a large collection, and twenty readers at once."""
