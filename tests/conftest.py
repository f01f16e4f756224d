"""What holds for every test."""

from hypothesis import HealthCheck, settings

# A shared or slow machine must not fail a property: time is measured in benchmarks, never asserted. Nor must the
# luck of the draw: an hour that cannot take the command in question is passed over, however many come in a row.
settings.register_profile(
    "house",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
settings.load_profile("house")
