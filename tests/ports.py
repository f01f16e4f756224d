"""Ports for servers that want to be told one.

Nothing is left to chance: every process has a block of its own for as long as it lives and gives its ports out in
turn, so between the giving and the server's start nobody else gets hold of one, and no two servers are given the same.
The blocks lie below what the system gives to connections on their way out, and above all that browsers refuse.
"""

import socket
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cache

_LOWEST, _HIGHEST, _SIZE = 10_200, 19_800, 200
_FOR_WALLS = 40
"""The program puts its wall a little above the phones: the last ports of a block are left for that."""


@dataclass
class Block:
    """Ports that are this process's own; the first one is held, which keeps the other processes off."""

    claim: socket.socket
    turn: int = 0

    def take(self, number: int) -> int:
        """The first of so many ports in a row, in turn; ports that somebody listens at are gone past."""
        while True:
            if self.turn + number > _SIZE - _FOR_WALLS:
                self.turn = 0
            first = self.claim.getsockname()[1] + 1 + self.turn
            self.turn += number
            with suppress(OSError), ExitStack() as doors:
                for port in range(first, first + number):
                    doors.enter_context(socket.socket()).bind(("127.0.0.1", port))
                return int(first)


@cache
def own_block() -> Block:
    """This process's block; claimed when the first port is wanted."""
    for first in range(_LOWEST, _HIGHEST, _SIZE):
        claim = socket.socket()
        try:
            claim.bind(("127.0.0.1", first))
        except OSError:
            claim.close()
        else:
            return Block(claim)
    raise AssertionError("no ports left")


def free_port() -> int:
    """A port that nobody listens at."""
    return free_ports(1)


def free_ports(number: int) -> int:
    """The first of so many ports in a row that nobody listens at."""
    return own_block().take(number)
