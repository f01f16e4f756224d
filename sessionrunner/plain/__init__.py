"""The same session as lines: for screen readers, poor terminals and scripts.

A command a line comes in, an event a line goes out; whoever leads from here loses nothing that the screens have.
"""
