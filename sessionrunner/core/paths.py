"""A path as somebody hands it over."""


def unquoted(text: str) -> str:
    """The path without the quotation marks that Windows puts around one that is copied, or leaves at its end.

    A text with more of them is no path and stays as it is.
    """
    bare = text.strip()
    return bare.removeprefix('"').removesuffix('"') if bare.count('"') <= 2 else text
