"""The sources, what rests on each, and what falls with it."""
