"""The same session as lines: for screen readers, poor terminals and scripts."""
