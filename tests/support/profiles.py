"""How much the properties try: little in each run, the same every time; more by hand."""

from hypothesis import HealthCheck, settings


def register_profiles() -> None:
    """Make the profiles known; `pytest --hypothesis-profile=long` chooses one."""
    common = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)
    # The same programs every time: a failure in a change is of that change.
    settings.register_profile("short", common, derandomize=True)
    settings.register_profile("long", common, max_examples=5_000)
    settings.load_profile("short")
