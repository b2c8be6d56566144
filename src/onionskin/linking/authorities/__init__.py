"""Who and what there is to be meant: persons, posts, offices, bodies and things, with a source for each."""
