"""One session's record on this laptop, complete, with a note of where it is going and what has arrived."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from threading import RLock

from sessionrunner.storage.durable import make_private_folder, patiently, remove, replace_private, sync_folder
from sessionrunner.storage.file_lock import Claim
from sessionrunner.storage.lessons_folder import LessonsFolder, digest
from sessionrunner.storage.plain_json import read_json

_MANIFEST = "manifest.json"
_LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Where a record is going and how far it has come."""

    target: str | None = None
    """The lessons folder; None until the leader has chosen."""
    known: bool = False
    """True once something has arrived there, or had before: a missing marker then means a missing share."""
    finished: bool = False
    """No later version of the record will come."""
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of what is to be delivered, by file name."""
    delivered: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of what we may have put in the target, by file name; several with spaces between when unsure."""


class Entry:
    """A folder in the outbox. Safe to use from several threads; one program at a time holds it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._guard = RLock()
        self._claim = Claim(folder / _LOCK)

    @property
    def manifest(self) -> Manifest:
        """The note beside the files; an empty one when it cannot be read."""
        try:
            found = Manifest(**read_json((self.folder / _MANIFEST).read_bytes()))
        except (OSError, ValueError, TypeError):
            return Manifest()
        sound = isinstance(found.files, dict) and isinstance(found.delivered, dict)
        return found if sound and isinstance(found.target, str | None) else Manifest()

    @property
    def waiting(self) -> bool:
        """Whether something here has not arrived where it is going."""
        manifest = self.manifest
        return manifest.finished or manifest.files != manifest.delivered

    def put(self, files: Mapping[str, bytes], target: Path | None, known: bool, finished: bool) -> None:
        """Return when the files are complete on disk, beside those that were there; OSError when they could not be."""
        with self._guard:
            make_private_folder(self.folder)
            for name, content in files.items():
                self._replace(name, content)
            self.aim(target, known)
            digests = {name: digest(content) for name, content in files.items()}
            manifest = self.manifest
            self._note(replace(manifest, finished=finished, files={**manifest.files, **digests}))
            sync_folder(self.folder.parent)

    def aim(self, target: Path | None, known: bool) -> None:
        """Send the record to this folder from now on."""
        with self._guard:
            manifest, goal = self.manifest, str(target) if target else None
            if goal != manifest.target:
                self._note(replace(manifest, target=goal, known=known, delivered={}))

    def carry(self, create: bool = False) -> Path | None:
        """Take the record to its folder and give the place it has there; None when there is nowhere to take it.

        SessionRunnerError when it could not be taken there, OSError when that could not be noted.
        """
        with self._guard:
            manifest, files = self.manifest, self._files()
        if manifest.target is None or not files:
            return None
        folder = LessonsFolder(Path(manifest.target))
        folder.prepare(manifest.known, create)
        previous = self._expect(manifest, files)
        folder.deliver(self.folder.name, files, previous)
        self._arrived(manifest, files)
        return folder.path / self.folder.name

    def _expect(self, manifest: Manifest, files: Mapping[str, bytes]) -> Mapping[str, str]:
        """Note what may lie there from now on, so that a crash on the way does not make our own file a stranger's."""
        with self._guard:
            both = {name: f"{manifest.delivered.get(name, '')} {digest(files[name])}".strip() for name in files}
            current = self.manifest
            if current.target == manifest.target:
                self._note(replace(current, known=True, delivered={**current.delivered, **both}))
            return both

    def _arrived(self, manifest: Manifest, files: Mapping[str, bytes]) -> None:
        with self._guard:
            current = self.manifest
            if current.target == manifest.target:
                there = {name: digest(content) for name, content in files.items()}
                self._note(replace(current, delivered={**current.delivered, **there}))

    def finish(self) -> bool:
        """Remove everything if the finished record has arrived; whether it did."""
        with self._guard:
            manifest = self.manifest
            there = all(manifest.delivered.get(name) == digest(content) for name, content in self._files().items())
            if not (manifest.finished and manifest.files and there):
                return False
            self._remove()
            return True

    def _remove(self) -> None:
        # The note goes last: files without it would be nobody's, and it without files does no harm.
        self.release()
        for path in sorted(self.folder.iterdir(), key=lambda path: path.name == _MANIFEST):
            remove(path)
        patiently(self.folder.rmdir)
        sync_folder(self.folder.parent)

    def hold(self) -> bool:
        """Keep other programs from delivering this entry; False when one already does."""
        make_private_folder(self.folder)
        return self._claim.take()

    def release(self) -> None:
        """Let other programs deliver this entry; the system does the same when a program dies."""
        self._claim.release()

    def _files(self) -> dict[str, bytes]:
        """What is to be delivered; when all had arrived, and only some could be removed, what is left of it."""
        manifest = self.manifest
        over = manifest.finished and manifest.files == manifest.delivered
        names = [name for name in manifest.files if not over or (self.folder / name).exists()]
        return {name: patiently((self.folder / name).read_bytes) for name in names}

    def _note(self, manifest: Manifest) -> None:
        self._replace(_MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode())

    def _replace(self, name: str, content: bytes) -> None:
        replace_private(self.folder / name, content)
        sync_folder(self.folder)
