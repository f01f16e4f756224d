"""A4 in PDF: embedded letters, Swedish hyphenation, bookmarks, and tags that a screen reader follows."""
