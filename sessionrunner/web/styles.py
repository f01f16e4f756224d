"""Style sheets with the themes' colours in them, and the policy that lets exactly these through."""

import base64
import hashlib
from dataclasses import fields
from importlib import resources

from sessionrunner.core.theme import Theme


def asset(name: str) -> bytes:
    """A file that belongs to the pages, by its path below ``static``."""
    return resources.files(__package__).joinpath("static", *name.split("/")).read_bytes()


def phone_style(light: Theme, dark: Theme) -> str:
    """The phone page's style sheet, following the phone's own wish for light or dark."""
    night = f"@media (prefers-color-scheme:dark){{{variables(dark)}}}"
    return f"{variables(light)}{night}{asset('phone.css').decode()}"


def wall_style(theme: Theme) -> str:
    """The wall's style sheet."""
    return variables(theme) + asset("wall.css").decode()


def variables(theme: Theme) -> str:
    """The theme's colours as custom properties, ``--on-accent`` and so on."""
    names = [field.name for field in fields(theme) if field.name not in {"id", "dark", "title"}]
    colours = "".join(f"--{name.replace('_', '-')}:{getattr(theme, name)};" for name in names)
    return f":root{{color-scheme:{'dark' if theme.dark else 'light'};{colours}}}"


def policy(style: str) -> str:
    """A Content-Security-Policy that knows this one inlined style sheet by its hash, and no stranger."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        "default-src 'none'; script-src 'self'; "
        f"style-src 'sha256-{digest}'; connect-src 'self'; img-src 'self' data:; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
