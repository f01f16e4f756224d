"""Ports of tests are nobody else's, so that no server meets another at its door."""

import subprocess
import sys

from tests.ports import free_port, free_ports

DRAW = "from tests.ports import free_port; print(*[free_port() for _ in range(100)], flush=True); input()"


def test_no_port_is_given_twice_in_a_row() -> None:
    """Rule: what is given first has time to be listened at before it is given again."""
    rows = [range(free_ports(number), 70_000)[:number] for number in (1, 4, 1, 2, 1) * 5]
    given = [port for row in rows for port in row]
    assert len(given) == len(set(given))


def other() -> "subprocess.Popen[str]":
    """Another process with a hundred ports, which lives until it is given a line."""
    return subprocess.Popen([sys.executable, "-c", DRAW], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_processes_that_run_at_once_are_given_different_ports() -> None:
    """Rule: four tests run at once, and each begins its servers where it was told."""
    with other() as one, other() as two, other() as three:
        lines = [process.stdout.readline() for process in (one, two, three) if process.stdout]
        given = [{free_port() for _ in range(100)}, *(set(map(int, line.split())) for line in lines)]
        for process in (one, two, three):
            process.communicate("\n")
    assert [len(ports) for ports in given] == [100] * 4
    assert len(set().union(*given)) == 400
