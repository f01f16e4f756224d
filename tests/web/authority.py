"""A certificate authority of a municipality that exists in tests only."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

NOW = datetime.now(UTC)  # noqa: TID251 - certificates are checked against the real clock by both ends
NAME = "laptop.test"
_DAY = timedelta(days=1)


class Authority:
    """Signs certificates for laptops, and writes them as files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._signs = trustme.CA(organization_name="Kommunens rot")
        self.root = self._write("root.pem", self._signs.cert_pem.bytes())

    def pair(self, *names: str, began: datetime = NOW, password: bytes | None = None) -> tuple[Path, Path]:
        """A certificate for these names, valid for a week from a day before ``began``, and its key."""
        signed = self._signs.issue_cert(*names, not_before=began - _DAY, not_after=began + 6 * _DAY)
        pem = signed.private_key_pem.bytes()
        tag = len([*self._folder.iterdir()])
        certificate = self._write(f"{tag}.pem", signed.cert_chain_pems[0].bytes())
        return certificate, self._write(f"{tag}.key", pem if password is None else _locked(pem, password))

    def _write(self, name: str, data: bytes) -> Path:
        (self._folder / name).write_bytes(data)
        return self._folder / name


def _locked(pem: bytes, password: bytes) -> bytes:
    key = load_pem_private_key(pem, None)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))
