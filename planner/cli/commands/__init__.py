"""One file a command; the table that lists them is ``planner.cli.table``."""
