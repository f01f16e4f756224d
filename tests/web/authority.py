"""A certificate authority of a municipality that exists in tests only."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NOW = datetime.now(UTC)  # noqa: TID251 - certificates are checked against the real clock by both ends
NAME = "laptop.test"


class Authority:
    """Signs certificates for laptops."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kommunens rot")])
        root = self._sign(self._name, self._key, NOW, [x509.BasicConstraints(ca=True, path_length=0)])
        self.root = self._write("root.pem", root.public_bytes(serialization.Encoding.PEM))

    def pair(self, *names: str, began: datetime = NOW, password: bytes | None = None) -> tuple[Path, Path]:
        """A certificate for these names, valid for a week from a day before ``began``, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "laptop")])
        alternative = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
        signed = self._sign(subject, key, began, [alternative])
        sealed = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
        pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, sealed)
        tag = len([*self._folder.iterdir()])
        certificate = self._write(f"{tag}.pem", signed.public_bytes(serialization.Encoding.PEM))
        return certificate, self._write(f"{tag}.key", pem)

    def _sign(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        began: datetime,
        extensions: Sequence[x509.ExtensionType],
    ) -> x509.Certificate:
        day = timedelta(days=1)
        builder = x509.CertificateBuilder(self._name, subject, key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(began - day).not_valid_after(began + 6 * day)
        for extension in extensions:
            builder = builder.add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
        return builder.sign(self._key, hashes.SHA256())

    def _write(self, name: str, data: bytes) -> Path:
        (self._folder / name).write_bytes(data)
        return self._folder / name
