"""A phone on a network of its own: a line in with what to send where, a line out with what came back.

``python -m tests.faults.phone``: lines of JSON, ``[address, path, body, headers, seconds of patience]`` and
``[status, text]``; the status is 0 when nothing came back.
"""

import http.client
import json
import sys
from collections.abc import Mapping
from urllib.parse import urlsplit


def send(url: str, path: str, body: str, headers: Mapping[str, str], patience: float) -> tuple[int, str]:
    """One try."""
    found = urlsplit(url)
    wire = http.client.HTTPConnection(str(found.hostname), found.port, patience)
    try:
        wire.request("POST", path, body, dict(headers))
        reply = wire.getresponse()
        return reply.status, reply.read().decode()
    except (OSError, http.client.HTTPException):
        return 0, ""
    finally:
        wire.close()


def main() -> None:
    """Send until nothing more is to be sent."""
    for line in sys.stdin:
        print(json.dumps(send(*json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
