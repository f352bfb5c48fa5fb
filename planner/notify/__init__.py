"""Reminders out to the desktop. The only importer of plyer."""
