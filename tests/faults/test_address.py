"""The laptop gets another address in mid-session, or the room's network goes away for a while."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.hour import Hour, answers
from tests.faults.oracle import Harm, harms
from tests.plain_program import PlainProgram
from tests.whole.room_network import LAPTOP, RoomNetwork

ELSEWHERE = "192.168.77.99"
NEW_CODE = "Telefonerna ska nu använda: "
SHORT = 3.0
"""Seconds that a phone waits when no receipt can come."""


class RoomHour(Hour):
    """An hour on the laptop of a room's network, with the phones on another device there."""

    def __init__(self, folder: Path, room: RoomNetwork, mistake: str = "") -> None:
        super().__init__(folder, room.wrapper(), mistake)
        self.reached_by = ()
        self.room = room
        self.make_lessons_folder()
        command = room.on_phone("-m", "tests.faults.phone")
        self._phone = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _post(self, number: int, source: str) -> int:
        path, body, headers = self.request(number)
        assert self._phone.stdin is not None and self._phone.stdout is not None
        print(json.dumps([self.url, path, body.decode(), headers, self.patience]), file=self._phone.stdin, flush=True)
        status, said = json.loads(self._phone.stdout.readline())
        self.said.append(said)
        return int(status)

    def send_all(self, them: Iterable[int], at_once: int = 1) -> list[int]:
        """One after the other: there is one phone."""
        return [self.send(number) for number in them]

    def send_in_vain(self, number: int) -> None:
        """One try that nothing can come of."""
        usual, self.patience = self.patience, SHORT
        assert self.send(number) == 0
        self.patience = usual

    def put_away(self) -> None:
        """The phone leaves."""
        self._phone.communicate()

    def moves(self, to: str) -> None:
        """The router gives the laptop another number; none takes the network away."""
        ip = "ip addr flush dev wlan0"
        self.room.run(self.room.laptop, f"{ip} && ip addr add {to}/24 dev wlan0" if to else ip)


@contextmanager
def in_a_room(folder: Path, mistake: str = "") -> Iterator[RoomHour]:
    """A room, its laptop and its phone."""
    with RoomNetwork() as room:
        hour = RoomHour(folder, room, mistake)
        try:
            yield hour
        finally:
            hour.put_away()


def scan(hour: RoomHour, program: PlainProgram) -> None:
    """The phones use the new code."""
    hour.url = hour.told(program, NEW_CODE, "another address").partition(NEW_CODE)[2]


def test_another_address_costs_nobody_an_answer(tmp_path: Path) -> None:
    """What was tried in between is sent again to the new address, and counts once."""
    with in_a_room(tmp_path) as hour:
        with hour.run() as program:
            hour.send_all(range(6))
            hour.moves(ELSEWHERE)
            hour.send_in_vain(6)
            scan(hour, program)
            assert hour.send_all(range(12)) == [201] * 12
            usable = answers(program)
            hour.end(program)
        assert ELSEWHERE in hour.url
        assert harms(hour.evidence(hour.in_lessons(), usable)) == set()


def test_a_network_that_goes_away_for_a_while_costs_nobody_an_answer(tmp_path: Path) -> None:
    """The leader is told, and when it is back the same address takes what the phones have kept."""
    with in_a_room(tmp_path) as hour:
        with hour.run() as program:
            hour.send_all(range(6))
            hour.moves("")
            hour.told(program, "tappat nätverket", "network gone")
            hour.send_in_vain(6)
            hour.moves(LAPTOP)
            scan(hour, program)
            assert hour.send_all(range(12)) == [201] * 12
            hour.end(program)
        assert harms(hour.evidence(hour.in_lessons())) == set()


@pytest.mark.parametrize("to", [ELSEWHERE, ""])
def test_a_program_that_looks_for_its_address_once_is_found_out(tmp_path: Path, to: str) -> None:
    """The control: no phone gets through any more, and the leader is left to find that out."""
    with in_a_room(tmp_path, "stubborn") as hour:
        with hour.run() as program:
            hour.send_all(range(6))
            hour.moves(to)
            hour.send_in_vain(6)
            hour.end(program)
        told = any(NEW_CODE in line or "tappat nätverket" in line for line in hour.said)
        assert harms(hour.evidence(hour.in_lessons(), told=told)) == {Harm.UNTOLD}
