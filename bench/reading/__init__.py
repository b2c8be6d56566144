"""The familiar half of the reading benchmark: the layouts that everybody may look at, with drawn facts."""
