"""A whole session by itself: the real runner and server, simulated phones, a lesson at the end."""
