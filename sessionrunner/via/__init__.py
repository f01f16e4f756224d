"""The laptop's way out: a session whose phones come through the server for many rooms, over connections we begin."""
