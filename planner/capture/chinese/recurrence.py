"""Chinese recurrences."""

from __future__ import annotations


def recurrence(reader, at):
    return None


def joined(reader, reading, at):
    return None
