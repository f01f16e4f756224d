"""Phones that come through the server for many rooms."""
