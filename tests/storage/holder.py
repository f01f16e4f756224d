"""A colleague's laptop that has a file on the share open and lets nobody else at it, until its input ends.

``python -m tests.storage.holder PORT FOLDER... NAME``: a line on stdout once the file is open.
"""

import sys
from contextlib import suppress
from typing import Any

import smbclient
from smbprotocol.exceptions import SMBOSError

from tests.storage.smb_path import SmbPath, connect


def opened(path: SmbPath) -> Any:
    """The file, as soon as others have let go of it."""
    while True:
        with suppress(SMBOSError):
            return smbclient.open_file(str(path), mode="r+b", buffering=0, share_access=None, port=path.port)


def main(port: str, *parts: str) -> None:
    path = connect(int(port))
    for part in parts:
        path /= part
    with opened(path):
        print("held", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
