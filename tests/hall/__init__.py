"""The audience's server for many rooms, on a real database."""
