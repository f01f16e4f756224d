"""Ports for servers that want to be told one.

They are drawn from below those that the system gives to connections on their way out: between the drawing and the
server's start nobody else gets hold of them. They lie above all that browsers refuse.
"""

import socket
from contextlib import ExitStack, suppress
from random import SystemRandom

_LOWEST, _HIGHEST = 10_100, 19_900


def free_port() -> int:
    """A port that nobody listens at."""
    return free_ports(1)


def free_ports(number: int) -> int:
    """The first of so many ports in a row that nobody listens at."""
    while True:
        first = SystemRandom().randint(_LOWEST, _HIGHEST)
        with suppress(OSError), ExitStack() as doors:
            for port in range(first, first + number):
                doors.enter_context(socket.socket()).bind(("127.0.0.1", port))
            return first
