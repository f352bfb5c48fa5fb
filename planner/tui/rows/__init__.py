"""The rows of the command table, a file for each part of the day's work."""
