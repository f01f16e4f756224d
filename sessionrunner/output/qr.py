"""QR codes as modules, as SVG for pages, and as pictures for posters and chat."""

from pathlib import Path

QUIET = 4
"""Empty modules round the code; cameras need them."""


def matrix(text: str) -> list[list[bool]]:
    """The code's modules row by row, True for dark; level M, quiet zone included."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    code.make()
    return [[bool(module) for module in row] for row in code.get_matrix()]


def svg(text: str) -> str:
    """The code as an SVG element, black on white whatever the page's colours are."""
    rows = matrix(text)
    side = len(rows)
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#000" d="{dark}"/></svg>'
    )


def png(text: str, path: Path, module: int = 12) -> None:
    """Write the code as a PNG with this many pixels a module."""
    from PIL import Image

    rows = matrix(text)
    small = Image.new("1", (len(rows), len(rows)), 1)
    small.putdata([0 if dark else 1 for row in rows for dark in row])
    small.resize((len(rows) * module, len(rows) * module), Image.Resampling.NEAREST).save(path, "PNG")
