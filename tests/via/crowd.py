"""Phones that go on pressing send while things die around them."""

import secrets
import threading
import urllib.error
import urllib.request
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit


class Crowd:
    """Each phone hands in one text after the other, and sends each again until it has a receipt."""

    def __init__(self, url: str, phones: int, each: int) -> None:
        """``url`` is what the code on the wall says."""
        self._url = url
        self._parts = urlsplit(url)
        self._changed = threading.Condition()
        self._over = False
        """Nobody waits for receipts any more."""
        self.acknowledged: list[str] = []
        self._threads = [threading.Thread(target=self._phone, args=[at, each]) for at in range(phones)]

    def __enter__(self) -> "Crowd":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over = True
        for thread in self._threads:
            thread.join()

    def wait(self, receipts: int) -> None:
        """Until so many answers have been acknowledged."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.acknowledged) >= receipts, 600)

    def _phone(self, at: int, each: int) -> None:
        for number in range(each):
            text, submission = f"Nummer {at:02d} tänker {number:02d} gånger.", secrets.token_hex(16)
            while not self._acknowledged(at, submission, text):
                if self._over:
                    return
            with self._changed:
                self.acknowledged.append(text)
                self._changed.notify_all()

    def _acknowledged(self, at: int, submission: str, text: str) -> bool:
        body = urlencode({"step": "reflektion", "submission": submission, "answer.tar-med": text}).encode()
        headers = {
            "Origin": f"{self._parts.scheme}://{self._parts.netloc}",
            "Accept": "application/json",
            "X-Forwarded-For": f"192.0.2.{at + 1}",
            "X-Forwarded-Proto": self._parts.scheme,
        }
        request = urllib.request.Request(f"{self._url}answers", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=15) as reply:
                return bool(reply.status == 201)
        except (OSError, HTTPException):
            return False
