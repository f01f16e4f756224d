"""The box takes every answer once, keeps it sealed, and lets nothing of it remain when it is destroyed."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.reflections import LARGEST, Submission
from sessionrunner.storage import box_writer, durable
from sessionrunner.storage.box import SealedBox
from sessionrunner.storage.box_trouble import BoxClosed, BoxFailed, BoxInUse, NoSlotsLeft, trouble_of
from sessionrunner.storage.sealing import SLOT, SessionKey, SubmissionTooLarge, blank, pack, unpack
from sessionrunner.storage.slots import PAGE, Slots
from tests.storage.reflection import ASKED, OTHER_STEP, STEP, number, places, submission, text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "box"


@pytest.fixture
def box(folder: Path) -> Iterator[SealedBox]:
    made = SealedBox.create(folder, 64)
    yield made
    made.close()


def bytes_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_an_answer_that_was_put_is_found(box: SealedBox) -> None:
    """What the phone was told is saved can be read when the step is revealed."""
    box.put(submission(1))
    assert box.mixed(STEP) == {ASKED.id: (text(1),)}


def test_answers_are_counted_by_step(box: SealedBox) -> None:
    """The leader sees how many have answered each step, and not what."""
    for one in (submission(1), submission(2), submission(3, OTHER_STEP)):
        box.put(one)
    assert box.counts() == {STEP.id: 2, OTHER_STEP.id: 1}


def test_an_answer_is_mixed_with_its_own_steps_answers_only(box: SealedBox) -> None:
    """What was written in one step does not turn up under another."""
    box.put(submission(1))
    box.put(submission(2, OTHER_STEP))
    assert box.mixed(OTHER_STEP) == {ASKED.id: (text(2),)}


def test_a_step_nobody_has_answered_has_no_answers(box: SealedBox) -> None:
    """An empty form is shown as empty."""
    assert box.mixed(STEP) == {ASKED.id: ()}


def test_an_answer_after_the_first_look_is_found_too(box: SealedBox) -> None:
    """Looking at the answers does not freeze them."""
    box.put(submission(1))
    box.mixed(STEP)
    box.put(submission(2))
    assert sorted(box.mixed(STEP)[ASKED.id]) == [text(1), text(2)]


def test_the_same_sending_again_is_stored_once(box: SealedBox) -> None:
    """A phone that lost its receipt sends again; that is one answer."""
    for _ in range(3):
        box.put(submission(1))
    assert box.counts() == {STEP.id: 1}


def test_the_same_sending_is_stored_once_while_the_first_is_on_its_way(box: SealedBox, folder: Path) -> None:
    """Two taps on Send at the same moment are one answer, and both get their receipt after it is on disk."""
    start = threading.Barrier(16)

    def tap() -> None:
        start.wait()
        box.put(submission(1))

    with ThreadPoolExecutor(16) as phones:
        for tapped in [phones.submit(tap) for _ in range(16)]:
            tapped.result()
    assert len(places(folder)) == 1


def test_the_same_sending_is_stored_once_after_a_restart(box: SealedBox, folder: Path) -> None:
    """A phone that sends again after the laptop was restarted is still one answer."""
    box.put(submission(1))
    box.close()
    again = SealedBox.open(folder)
    again.put(submission(1))
    assert (again.counts(), len(places(folder))) == ({STEP.id: 1}, 1)
    again.close()


def test_answers_of_many_phones_at_once_are_all_there(box: SealedBox) -> None:
    """The whole room presses Send at once."""
    with ThreadPoolExecutor(32) as phones:
        list(phones.map(box.put, map(submission, range(60))))
    assert sorted(map(number, box.mixed(STEP)[ASKED.id])) == list(range(60))


def test_a_restarted_box_knows_its_answers(box: SealedBox, folder: Path) -> None:
    """After a crash the counter and the answers are what they were."""
    for which in range(10):
        box.put(submission(which))
    before = box.mixed(STEP)
    box.close()
    again = SealedBox.open(folder)
    assert (again.counts(), again.mixed(STEP)) == ({STEP.id: 10}, before)
    again.close()


def test_the_order_shown_is_another_in_another_session(tmp_path: Path) -> None:
    """The order says nothing, not even by being always the same for the same words."""
    orders = set()
    for session in range(3):
        box = SealedBox.create(tmp_path / str(session), 16)
        for which in range(12):
            box.put(submission(which))
        orders.add(box.mixed(STEP)[ASKED.id])
        box.destroy()
    assert len(orders) == 3


def test_a_full_box_says_so_and_keeps_what_it_has(folder: Path) -> None:
    """More answers than slots: the last ones are refused, none is pushed out."""
    box = SealedBox.create(folder, 4)
    for which in range(4):
        box.put(submission(which))
    with pytest.raises(NoSlotsLeft):
        box.put(submission(4))
    assert box.counts() == {STEP.id: 4}
    box.close()


def test_the_largest_form_fits_a_slot(box: SealedBox) -> None:
    """Whatever the form lets through has room, whichever characters were typed."""
    pairs = [(f"fraga-{which}", '"\\\n' * 300) for which in range(3)]
    spent = sum(len(key + answer) + 8 for key, answer in pairs)
    largest = Submission("s" * 100, "i" * 100, dict([*pairs, ("sist", "x" * (LARGEST - spent - 12))]))
    assert unpack(pack(largest)) == largest
    box.put(largest)


def test_a_submission_larger_than_a_slot_is_refused(box: SealedBox) -> None:
    """A form that was tampered with gets an answer, and the box goes on."""
    with pytest.raises(SubmissionTooLarge):
        box.put(Submission(STEP.id, "för-stor", {ASKED.id: "x" * 70_000}))
    box.put(submission(1))
    assert box.counts() == {STEP.id: 1}


@given(
    st.text(max_size=20), st.text(max_size=40), st.dictionaries(st.text(max_size=9), st.text(max_size=60), max_size=9)
)
def test_every_submission_is_packed_to_the_same_size_and_back(step: str, name: str, answers: dict[str, str]) -> None:
    """The size of a sealed answer does not tell how much somebody wrote."""
    given_in = Submission(step, name, answers)
    packed = pack(given_in)
    assert (len(packed), unpack(packed)) == (SLOT - 48, given_in)


def test_a_free_slot_and_an_answer_have_the_same_size() -> None:
    """Free and taken slots cannot be told apart by size."""
    assert len(blank()) == len(SessionKey.generate().seal(submission(1))) == SLOT


def test_another_sessions_key_opens_nothing() -> None:
    """Each session's answers are sealed to that session."""
    sealed = SessionKey.generate().seal(submission(1))
    assert SessionKey.generate().open(sealed) is None


def test_a_slot_with_one_changed_bit_is_not_shown() -> None:
    """A damaged answer is left out, never shown as something nobody wrote."""
    key = SessionKey.generate()
    sealed = key.seal(submission(1))
    for bit in range(0, SLOT * 8, 97):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        assert key.open(bytes(changed)) is None or (bit // 8 == 31 and bit % 8 == 7)


def test_nothing_that_was_written_is_in_any_file(tmp_path: Path) -> None:
    """Whoever finds the laptop's files finds no answer, no step and no phone's number."""
    box = SealedBox.create(tmp_path / "box", 64)
    for which in range(24):
        box.put(submission(which))
    live = bytes_in(tmp_path)
    box.close()
    for content in (live, bytes_in(tmp_path)):
        assert not [word for word in canaries() if word in content]
    control = plain_copy(tmp_path)
    assert all(word in control for word in canaries())


def canaries() -> list[bytes]:
    ids = [submission(which).id.encode() for which in range(24)]
    return [*ids, *(text(which).encode() for which in range(24)), STEP.id.encode()]


def plain_copy(folder: Path) -> bytes:
    """The same answers stored as most programs would."""
    table = sqlite3.connect(folder / "plain.db")
    table.execute("CREATE TABLE answer (step TEXT, id TEXT, text TEXT)")
    rows = [(STEP.id, submission(which).id, text(which)) for which in range(24)]
    table.executemany("INSERT INTO answer VALUES (?, ?, ?)", rows)
    table.commit()
    table.close()
    return bytes_in(folder)


def test_two_answers_of_one_phone_share_no_stored_bytes(box: SealedBox, folder: Path) -> None:
    """What one person wrote in two steps cannot be put together, even if the words were the same."""
    for step in (STEP, OTHER_STEP):
        box.put(Submission(step.id, "samma-telefon", {ASKED.id: "samma ord"}))
    content = (folder / "box.db").read_bytes()
    ends = [end for end in range(PAGE, len(content) + 1, PAGE) if opens(folder, content[end - SLOT : end])]
    pieces = [{content[at : at + 8] for at in range(end - SLOT, end - 7)} for end in ends]
    assert len(pieces) == 2
    assert not pieces[0] & pieces[1]


def opens(folder: Path, sealed: bytes) -> bool:
    return SessionKey.from_file((folder / "box.key").read_bytes()).open(sealed) is not None


def test_every_answer_changes_its_own_page_and_nothing_else_but_the_header(folder: Path) -> None:
    """24 answers touch 24 slots and SQLite's counters; nothing else in the file remembers them."""
    box = SealedBox.create(folder, 256)
    before = (folder / "box.db").read_bytes()
    for which in range(24):
        box.put(submission(which))
    after = (folder / "box.db").read_bytes()
    changed = {at // PAGE for at in range(0, len(after), PAGE) if before[at : at + PAGE] != after[at : at + PAGE]}
    assert changed == {0} | {end // PAGE - 1 for end in places(folder).values()}
    assert (len(changed), len(after), (folder / "box.db-journal").stat().st_size) == (25, len(before), 0)
    box.close()


def test_the_header_changes_in_its_counters_only(box: SealedBox, folder: Path) -> None:
    """The one page all answers share says that something was written, and not what."""
    before = (folder / "box.db").read_bytes()[:PAGE]
    for which in range(24):
        box.put(submission(which))
    after = (folder / "box.db").read_bytes()[:PAGE]
    changed = {at for at in range(PAGE) if before[at] != after[at]}
    assert changed <= {*range(24, 28), *range(92, 100)}


def test_the_settings_that_promises_rest_on_are_in_force(folder: Path) -> None:
    """Durable through a power cut (FULL), no write-ahead log, one slot a page, for one program alone."""
    slots = Slots.create(folder.with_name("slots.db"), [blank() for _ in range(8)])
    names = ("synchronous", "journal_mode", "page_size", "locking_mode", "fullfsync")
    assert [slots.setting(name) for name in names] == [2, "truncate", 4096, "exclusive", 1]
    slots.close()


def test_only_this_user_may_read_the_files(box: SealedBox, folder: Path) -> None:
    """A colleague logged in on the same computer cannot look."""
    box.put(submission(1))
    modes = {file.name: file.stat().st_mode & 0o777 for file in [folder, *folder.iterdir()]}
    assert modes == {"box": 0o700, "box.key": 0o600, "box.db": 0o600, "box.db-journal": 0o600}


def test_a_destroyed_box_has_no_files_and_takes_no_answers(box: SealedBox, folder: Path) -> None:
    """After the end nobody can read or add anything."""
    box.put(submission(1))
    box.destroy()
    assert list(folder.iterdir()) == []
    with pytest.raises(BoxClosed):
        box.put(submission(2))
    with pytest.raises(BoxClosed):
        box.mixed(STEP)


def test_the_key_is_destroyed_first(box: SealedBox, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the laptop dies in the middle of it, what is left can no longer be opened."""
    erased: list[str] = []
    monkeypatch.setattr(durable, "erase", lambda file: erased.append(file.name))
    box.destroy()
    assert erased[0] == "box.key"
    assert {"box.db", "box.db-journal"} <= set(erased)


def test_a_destroyed_box_still_tells_how_many_answered(box: SealedBox) -> None:
    """The closing screen shows the number; it is all that is left."""
    box.put(submission(1))
    box.destroy()
    box.destroy()
    assert box.counts() == {STEP.id: 1}


def test_a_box_without_its_key_is_closed(box: SealedBox, folder: Path) -> None:
    """What was destroyed halfway is not taken up again."""
    box.close()
    (folder / "box.key").unlink()
    with pytest.raises(BoxClosed):
        SealedBox.open(folder)


def test_a_box_is_never_written_over(box: SealedBox, folder: Path) -> None:
    """A new session cannot wipe out another one's answers by mistake."""
    box.put(submission(1))
    with pytest.raises(BoxFailed):
        SealedBox.create(folder, 8)
    assert box.counts() == {STEP.id: 1}


def test_the_remains_of_a_box_that_was_never_complete_are_replaced(folder: Path) -> None:
    """A laptop that died while the session was being opened does not stop the next try."""
    folder.mkdir()
    (folder / "box.db").write_bytes(b"half of something")
    box = SealedBox.create(folder, 8)
    box.put(submission(1))
    assert box.counts() == {STEP.id: 1}
    box.close()


def test_two_programs_cannot_have_the_same_box_open(box: SealedBox, folder: Path) -> None:
    """Two windows on the same session would write over each other's answers."""
    with pytest.raises(BoxInUse):
        SealedBox.open(folder)


def test_closing_waits_for_answers_on_their_way(folder: Path) -> None:
    """Whoever presses Send as the leader closes gets a receipt and is there, or neither."""
    box = SealedBox.create(folder, 64)
    with ThreadPoolExecutor(16) as phones:
        sent = {which: phones.submit(box.put, submission(which)) for which in range(40)}
        box.close()
    acknowledged = {which for which, put in sent.items() if put.exception() is None}
    assert all(isinstance(put.exception(), BoxClosed | None) for put in sent.values())
    assert places(folder).keys() == acknowledged


def test_closing_ends_the_writers_thread(folder: Path) -> None:
    """The program can end; closing twice does no harm."""
    before = set(threading.enumerate())
    box = SealedBox.create(folder, 8)
    box.close()
    box.close()
    assert set(threading.enumerate()) <= before


def test_answers_that_wait_share_a_commit(box: SealedBox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow disk writes for everybody who waits, not for one at a time."""
    disk, waits = SlowDisk(), Waits()
    monkeypatch.setattr(Slots, "write", disk.write)
    monkeypatch.setattr(box_writer, "Future", waits.promise)
    with ThreadPoolExecutor(20) as phones:
        phones.submit(box.put, submission(0))
        disk.entered.wait()
        for which in range(1, 20):
            phones.submit(box.put, submission(which))
        waits.until(20)
        disk.gate.set()
    assert disk.batches == [1, 19]
    assert box.counts() == {STEP.id: 20}


class SlowDisk:
    """Lets nobody write before the gate is opened."""

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.entered, self.gate = threading.Event(), threading.Event()
        self._write = Slots.write

    @property
    def write(self) -> Callable[[Slots, Mapping[int, bytes]], None]:
        return lambda slots, contents: self._gated(slots, contents)

    def _gated(self, slots: Slots, contents: Mapping[int, bytes]) -> None:
        self.batches.append(len(contents))
        self.entered.set()
        self.gate.wait()
        self._write(slots, contents)


class Waits:
    """Counts those who wait for their receipt."""

    def __init__(self) -> None:
        self._semaphore = threading.Semaphore(0)

    def promise(self) -> "Future[None]":
        semaphore = self._semaphore

        class Promise(Future[None]):
            def result(self, timeout: float | None = None) -> None:
                semaphore.release()
                return super().result(timeout)

        return Promise()

    def until(self, count: int) -> None:
        for _ in range(count):
            self._semaphore.acquire()


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_a_damaged_file_costs_one_answer_at_most(tmp_path: Path, half_full: bytes, key: bytes) -> None:
    """One bit has changed on the disk: every answer that is intact is found, and nothing that nobody wrote."""
    (tmp_path / "box.key").write_bytes(key)
    header, table, rest = range(0, 800, 9), range(8 * 3980, 8 * PAGE, 9), range(800, 8 * len(half_full), 2999)
    for bit in (*header, *table, *rest):
        (tmp_path / "box.db").write_bytes(flipped(half_full, bit))
        box = SealedBox.open(tmp_path)
        found = set(box.mixed(STEP)[ASKED.id])
        box.close()
        assert found <= {text(which) for which in range(4)}
        assert len(found) >= 3


@pytest.fixture(scope="module")
def half_full_box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("half-full")
    box = SealedBox.create(folder, 6)
    for which in range(4):
        box.put(submission(which))
    box.close()
    return folder


@pytest.fixture
def half_full(half_full_box: Path) -> bytes:
    return (half_full_box / "box.db").read_bytes()


@pytest.fixture
def key(half_full_box: Path) -> bytes:
    return (half_full_box / "box.key").read_bytes()


def test_a_mended_box_goes_on(tmp_path: Path, half_full: bytes, key: bytes) -> None:
    """The file's beginning is gone: the answers are found, more can come, and it can be opened again."""
    (tmp_path / "box.key").write_bytes(key)
    (tmp_path / "box.db").write_bytes(bytes(PAGE) + half_full[PAGE:])
    box = SealedBox.open(tmp_path)
    box.put(submission(9))
    box.close()
    again = SealedBox.open(tmp_path)
    assert sorted(map(number, again.mixed(STEP)[ASKED.id])) == [0, 1, 2, 3, 9]
    again.destroy()
    assert list(tmp_path.iterdir()) == []


def test_a_file_changed_under_our_feet_is_told_and_nobody_waits_for_ever(
    box: SealedBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong while writing, the phone gets its answer and the next one is tried."""

    def changed(slots: Slots, contents: Mapping[int, bytes]) -> None:
        raise ValueError

    with monkeypatch.context() as broken:
        broken.setattr(Slots, "write", changed)
        with pytest.raises(BoxFailed):
            box.put(submission(1))
    box.put(submission(1))
    assert box.counts() == {STEP.id: 1}


def full_disk_error() -> sqlite3.Error:
    """What SQLite itself says when there is no room."""
    small = sqlite3.connect(":memory:")
    small.execute("PRAGMA max_page_count = 2")
    try:
        small.execute("CREATE TABLE t (content BLOB)")
        small.execute("INSERT INTO t VALUES (zeroblob(100000))")
    except sqlite3.Error as error:
        return error
    finally:
        small.close()
    raise AssertionError("it should not have fitted")


def test_a_full_disk_is_told_from_a_failing_one() -> None:
    """The leader is told to make room when that is what helps."""
    assert trouble_of(full_disk_error()).cause == "storage.box-full"
    assert trouble_of(sqlite3.OperationalError("disk I/O error")).cause == "storage.box-failed"
    assert trouble_of(OSError(28, "No space left on device")).cause == "storage.box-full"
