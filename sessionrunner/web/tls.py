"""TLS for the phones' door, with the municipality's own certificate and key; checked before anybody is invited."""

import socket
import ssl
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509

from sessionrunner.core.text import SessionRunnerError


class CertificateUnreadable(SessionRunnerError):
    """A file of the pair is not there, or holds no certificate or no key that can be used without a password."""

    cause = "web.tls-unreadable"


class KeyOfAnother(SessionRunnerError):
    """The key does not belong to the certificate."""

    cause = "web.tls-key-of-another"


class CertificateOutOfDate(SessionRunnerError):
    """The certificate is not valid now."""

    cause = "web.tls-out-of-date"


class CertificateForAnother(SessionRunnerError):
    """The certificate has no name that leads to this laptop, or not the one asked for."""

    cause = "web.tls-for-another"


@dataclass(frozen=True, slots=True)
class Tls:
    """What the phones' door needs to speak TLS."""

    context: ssl.SSLContext
    host: str
    """What stands in the code: a name in the certificate, so that browsers accept it."""


def load(certificate: Path, key: Path, name: str, own: Collection[str], now: datetime) -> Tls:
    """The pair, ready to serve; ``name`` is the host asked for, ``own`` the laptop's addresses. SessionRunnerError."""
    found = _read(certificate)
    _check_dates(found, now)
    names = _names(found)
    host = name if name and any(_covers(pattern, name) for pattern in names) else ""
    if not name:
        host = next((one for one in names if _leads_here(one, own)), "")
    if not host:
        raise CertificateForAnother(file=certificate.name, names=", ".join(names) or "–")
    return Tls(_context(certificate, key), host)


def _read(file: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(file.read_bytes())
    except (OSError, ValueError) as error:
        raise CertificateUnreadable(file=file) from error


def _check_dates(found: x509.Certificate, now: datetime) -> None:
    first, last = found.not_valid_before_utc, found.not_valid_after_utc
    if not first <= now <= last:
        raise CertificateOutOfDate(first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}")


def _names(found: x509.Certificate) -> Sequence[str]:
    """Host names and addresses; browsers have long since stopped reading the subject."""
    try:
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    addresses = [str(one) for one in names.get_values_for_type(x509.IPAddress)]
    return [*names.get_values_for_type(x509.DNSName), *addresses]


def _covers(pattern: str, name: str) -> bool:
    """A star stands for exactly one label."""
    first, _, rest = pattern.casefold().partition(".")
    head, _, tail = name.casefold().partition(".")
    return pattern.casefold() == name.casefold() or (first == "*" and bool(head) and tail == rest)


def _leads_here(name: str, own: Collection[str]) -> bool:
    if "*" in name:
        return False
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(name, None, socket.AF_INET)}
    except OSError:
        return False
    return bool(found & set(own))


def _context(certificate: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # An empty password fails at once; without one OpenSSL would ask for it in the leader's terminal.
        context.load_cert_chain(certificate, key, password="")
    except ssl.SSLError as error:
        if error.reason == "KEY_VALUES_MISMATCH":
            raise KeyOfAnother(certificate=certificate.name, key=key.name) from error
        raise CertificateUnreadable(file=key) from error
    except OSError as error:
        raise CertificateUnreadable(file=key) from error
    return context
