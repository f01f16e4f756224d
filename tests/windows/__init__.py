"""What Windows would do to the program, as far as it can be done to it on another system.

A disk that keeps to the rules of Windows (``disk``), under a program that finds of its system only what Windows has
(``system``). What neither can show is listed in ``README.md``.
"""
