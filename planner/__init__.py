"""Planner: a terminal daily planner for the director of an office (办公室主任)."""

__version__ = "0.1.0"
