"""A session with nobody in the room: simulated phones post over real HTTP, and if wanted nobody leads either."""

from sessionrunner.rehearsal.leader import lead
from sessionrunner.rehearsal.phones import Phones

__all__ = ["Phones", "lead"]
