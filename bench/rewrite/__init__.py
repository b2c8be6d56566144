"""The seed papers rewritten: the same list asked of papers that no reader has been tuned to."""
