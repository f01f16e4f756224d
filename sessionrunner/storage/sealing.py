"""What one slot of the box holds: a submission, packed to one size and sealed to the session's key (HPKE, RFC 9180)."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from sessionrunner.core.reflections import Submission
from sessionrunner.core.text import SessionRunnerError

SLOT = 3900
"""Bytes of one slot: the most that lets one row fill one database page of 4096."""
PACKED = SLOT - 48
"""Bytes of every packed submission; sealing adds a 32-byte key share and a 16-byte tag."""
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_128_GCM)
_INFO = b"sessionrunner reflection 1"
_LENGTH = 2
_KEY, _COPY = 32, 48
"""Bytes of a key, and of a key with its check."""
_HELD = "!"
"""Behind the wave of a submission that is held back."""


class SubmissionTooLarge(SessionRunnerError):
    """The submission does not fit a slot, whatever the form let through."""

    cause = "storage.box-too-large"


@dataclass(frozen=True, slots=True)
class SessionKey:
    """The one key that opens a session's answers."""

    _private: X25519PrivateKey

    @classmethod
    def generate(cls) -> "SessionKey":
        """A new key."""
        return cls(X25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, raw: bytes) -> "SessionKey":
        """The key whose 32 bytes these are; ValueError for any other number of bytes."""
        return cls(X25519PrivateKey.from_private_bytes(raw))

    def to_bytes(self) -> bytes:
        """The private key's 32 bytes."""
        return self._private.private_bytes_raw()

    @classmethod
    def from_file(cls, raw: bytes) -> "SessionKey":
        """The key of a key file, from whichever of its copies is intact; ValueError when none is."""
        for at in range(0, len(raw), _COPY):
            key, check = raw[at : at + _KEY], raw[at + _KEY : at + _COPY]
            if len(check) == _COPY - _KEY and check == _checked(key):
                return cls.from_bytes(key)
        raise ValueError("no intact copy")

    def to_file(self) -> bytes:
        """What a key file holds: the key twice, each with a check, since every answer hangs on these few bytes."""
        key = self.to_bytes()
        return (key + _checked(key)) * 2

    @property
    def public(self) -> bytes:
        """The public key's 32 bytes: whoever has them can seal, and open nothing."""
        return self._private.public_key().public_bytes_raw()

    @property
    def mixing(self) -> bytes:
        """What the shown order of the answers is drawn with; gone when the key is gone."""
        return hmac.digest(self.to_bytes(), b"sessionrunner mixing 1", hashlib.sha256)

    def mark(self, *about: str) -> str:
        """What an answer is known by outside the box while the key lives; says nothing to anybody without the key."""
        own = hmac.digest(self.to_bytes(), b"sessionrunner marks 1", hashlib.sha256)
        return hmac.digest(own, "\0".join(about).encode("utf-8", "surrogatepass"), hashlib.sha256).hex()[:16]

    def seal(self, submission: Submission) -> bytes:
        """A slot's content; SubmissionTooLarge when it does not fit."""
        return _SUITE.encrypt(pack(submission), self._private.public_key(), _INFO)

    def open(self, sealed: bytes) -> Submission | None:
        """The submission in a slot; None when the slot is free or damaged."""
        try:
            return unpack(_SUITE.decrypt(sealed, self._private, _INFO))
        except InvalidTag:
            return None


def seal_to(public: bytes, submission: Submission) -> bytes:
    """A slot's content for whoever has the key to these 32 bytes; SubmissionTooLarge when it does not fit."""
    return _SUITE.encrypt(pack(submission), X25519PublicKey.from_public_bytes(public), _INFO)


def _checked(key: bytes) -> bytes:
    return hashlib.sha256(b"sessionrunner key 1" + key).digest()[: _COPY - _KEY]


def blank() -> bytes:
    """A free slot: random bytes that nobody without the session's key can tell from a sealed answer."""
    # Plain random bytes could be told apart: every sealed slot begins with a point on the curve.
    share = X25519PrivateKey.generate().public_key().public_bytes_raw()
    return share + secrets.token_bytes(SLOT - len(share))


def pack(submission: Submission) -> bytes:
    """Every string with its length before it, then zeros: the same number of bytes whatever was written."""
    pairs = [text for pair in submission.answers.items() for text in pair]
    marks = f"{submission.wave}{_HELD * submission.held}"
    texts = [text.encode("utf-8", "surrogatepass") for text in (submission.step, submission.id, marks, *pairs)]
    packed = b"".join(len(text).to_bytes(_LENGTH, "big") + text for text in texts if len(text) <= PACKED)
    content = len(texts).to_bytes(_LENGTH, "big") + packed
    if len(content) > PACKED or any(len(text) > PACKED for text in texts):
        raise SubmissionTooLarge()
    return content.ljust(PACKED, b"\0")


def unpack(packed: bytes) -> Submission:
    """The submission that was packed."""
    texts: list[str] = []
    at = _LENGTH
    for _ in range(int.from_bytes(packed[:_LENGTH], "big")):
        start = at + _LENGTH
        at = start + int.from_bytes(packed[at:start], "big")
        texts.append(packed[start:at].decode("utf-8", "surrogatepass"))
    step, identity, marks, *pairs = texts
    answers = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return Submission(step, identity, answers, int(marks.removesuffix(_HELD)), marks.endswith(_HELD))
