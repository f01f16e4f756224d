"""The leader's screens in the terminal."""
