"""What comes from outside, broken in every way that dice can think of, and what the program may do about it.

A file, a form, a request or a message is taken as it is, or refused with a message and a remedy: never a traceback,
never a 500, and nothing that was kept before is lost. ``found/`` holds every case that once broke this rule.

``python -m pytest tests/fuzz`` tries some hundred cases of each kind; ``python -m tests.fuzz --long`` some hundred
thousand, with other dice each time, and puts what it finds in ``found/``.

``monkey`` is the same for the keyboard: storms of keys from every place in the program; ``--long --only monkey`` also
tells which screens and actions were reached. What it finds depends on threads too: throw the same storm several times.
"""
