"""Why a text is not shown: a few usual reasons by number, or the leader's own words."""

from sessionrunner.locale import Catalogue


def reason(words: Catalogue, given: str) -> str:
    """The usual reason with this number, else what was written."""
    usual = words.section("sorting.reason")
    return str(usual.get(given.strip(), given.strip()))
