"""English recurrences."""

from __future__ import annotations


def recurrence(at, ctx):
    return None


def recurrence_after(reading, end, ctx):
    return None
