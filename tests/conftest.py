"""What holds for every test."""

from hypothesis import settings

# A shared or slow machine must not fail a property: time is measured in benchmarks, never asserted.
settings.register_profile("house", deadline=None, max_examples=60)
settings.load_profile("house")
