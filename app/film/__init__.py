"""Frames from the browser -> one file: MP4, GIF or PNG."""
