"""The steps of the folder writer over SMB: the same methods as a path, each one a request to a real server.

There is no need to mount anything, so the tests run wherever Samba can be started.
"""

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import stat_result
from pathlib import PurePosixPath
from types import TracebackType
from typing import Any

import smbclient
from smbprotocol.exceptions import SMBException, SMBOSError, SMBResponseException

_ERRNO = {0xC0000022: errno.EACCES, 0xC0000043: errno.EBUSY, 0xC0000056: errno.EBUSY, 0xC000007F: errno.ENOSPC}
"""What a system says that has the share mounted: access denied, opened by others, about to be deleted, full."""


@contextmanager
def as_a_system() -> Iterator[None]:
    """The server's refusals as the errors of a disk."""
    try:
        yield
    except SMBOSError as error:
        raise OSError(_ERRNO.get(error.ntstatus, error.errno or errno.EIO), str(error.strerror)) from error
    except (SMBException, ValueError, ConnectionError) as error:
        if isinstance(error, SMBResponseException) and error.status in _ERRNO:
            raise OSError(_ERRNO[error.status], error.message) from error
        smbclient.reset_connection_cache(fail_on_error=False)
        raise OSError(errno.EHOSTDOWN, "the server is gone") from error


@dataclass(frozen=True)
class SmbPath:
    """A place on a share; as much of ``pathlib.Path`` as the writer uses."""

    port: int
    inside: PurePosixPath

    def __truediv__(self, name: str) -> "SmbPath":
        return SmbPath(self.port, self.inside / name)

    def __str__(self) -> str:
        tail = str(self.inside).replace("/", "\\")
        return rf"\\127.0.0.1\share\{tail}" if self.inside.parts else r"\\127.0.0.1\share"

    def __fspath__(self) -> str:
        """Nothing on this laptop: what asks the system for the folder finds none, as with many network disks."""
        return f"/nonexistent/{self.inside}"

    @property
    def name(self) -> str:
        return self.inside.name

    @property
    def parent(self) -> "SmbPath":
        return SmbPath(self.port, self.inside.parent)

    @as_a_system()
    def stat(self) -> stat_result:
        found: stat_result = smbclient.stat(str(self), port=self.port)
        return found

    @as_a_system()
    def is_dir(self) -> bool:
        return bool(smbclient.path.isdir(str(self), port=self.port))

    @as_a_system()
    def is_file(self) -> bool:
        return bool(smbclient.path.isfile(str(self), port=self.port))

    def is_symlink(self) -> bool:
        return False

    @as_a_system()
    def mkdir(self, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        try:
            smbclient.mkdir(str(self), port=self.port)
        except SMBOSError as error:
            if not exist_ok or error.errno != errno.EEXIST:
                raise

    @as_a_system()
    def glob(self, pattern: str) -> Iterator["SmbPath"]:
        ending = pattern.rpartition("*")[2]
        return (self / name for name in smbclient.listdir(str(self), port=self.port) if name.endswith(ending))

    @as_a_system()
    def unlink(self, missing_ok: bool = False) -> None:
        try:
            smbclient.remove(str(self), port=self.port)
        except SMBOSError as error:
            if not missing_ok or error.errno != errno.ENOENT:
                raise

    @as_a_system()
    def read_bytes(self) -> bytes:
        with smbclient.open_file(str(self), mode="rb", share_access="rwd", port=self.port) as stream:
            return bytes(stream.read())

    @as_a_system()
    def hardlink_to(self, target: "SmbPath") -> None:
        smbclient.link(str(target), str(self), port=self.port)

    @as_a_system()
    def rename(self, target: "SmbPath") -> None:
        smbclient.rename(str(self), str(target), port=self.port)

    @as_a_system()
    def replace(self, target: "SmbPath") -> None:
        smbclient.replace(str(self), str(target), port=self.port)

    @as_a_system()
    def open(self, mode: str) -> "_Stream":
        return _Stream(smbclient.open_file(str(self), mode=mode, share_access="r", port=self.port))


class _Stream:
    """A file on the share. Its number is that of an empty local file: the server syncs at close, not at our asking."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._local = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the stream

    def __enter__(self) -> "_Stream":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @as_a_system()
    def write(self, content: bytes) -> int:
        return int(self._stream.write(content))

    @as_a_system()
    def flush(self) -> None:
        self._stream.flush()

    def fileno(self) -> int:
        return self._local.fileno()

    @as_a_system()
    def close(self) -> None:
        self._local.close()
        self._stream.close()


@as_a_system()
def connect(port: int) -> SmbPath:
    """The top of the share, after a greeting as a guest."""
    smbclient.ClientConfig(require_secure_negotiate=False)
    smbclient.register_session("127.0.0.1", username="nobody", password="-", port=port, require_signing=False)
    return SmbPath(port, PurePosixPath())
