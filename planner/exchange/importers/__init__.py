"""Readers of other programs' files: a file each, behind the one table in ``table``."""
