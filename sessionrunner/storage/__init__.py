"""Files: exercises in, journal and box beside the session, lessons out."""
