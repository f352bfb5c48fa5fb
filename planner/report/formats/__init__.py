"""Formats: one module each, behind the one table in ``table``. The same value gives the same bytes."""
