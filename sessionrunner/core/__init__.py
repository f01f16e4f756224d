"""The session itself: pure values and functions, without clock, dice, files or framework."""
