"""Lead a live exercise: script, clock, groups, anonymous reflections and a joint summary on one laptop."""

__version__ = "0.1.0"
