"""An hour whose laptop dies again and again while phones send."""

import os
import signal
import threading
from random import Random

from tests.faults.hour import Hour, answers


def live_through_kills(hour: Hour, rounds: int, seed: int = 11) -> bool:
    """Killed at moments drawn by lot while phones send; whether the program does what it is told each time after."""
    dice, usable = Random(seed), True
    hour.make_lessons_folder()
    program = hour.run()
    for round_ in range(rounds):
        switch = threading.Timer(dice.uniform(0.0, 0.12), os.kill, (program.process, signal.SIGKILL))
        switch.start()
        batch = range(round_ * 8, round_ * 8 + 8)
        hour.send_all(batch, at_once=4)
        program.wait()
        program = hour.resume()
        usable = usable and answers(program)
        hour.send_all(one for one in batch if one not in hour.acknowledged)
    with program:
        hour.end(program)
    return usable
