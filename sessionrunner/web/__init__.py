"""The audience's server: phones on the room's network, the wall on this laptop."""
