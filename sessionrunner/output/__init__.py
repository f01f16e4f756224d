"""A lesson record turned into something people read."""
