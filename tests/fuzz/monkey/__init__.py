"""A monkey at the leader's keyboard: keys, clicks, pastes and other sizes, faster than any screen can follow.

The real screens over a real laptop in folders of its own, with phones that answer and threads that take their time.
Whatever is pressed, the program stays up, its threads end well, the journal tells the same session, and Esc leads home.
"""
