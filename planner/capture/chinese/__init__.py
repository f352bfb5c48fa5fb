"""Chinese dates: days, times, ranges and recurrences (the grammar stands in ``phrase``)."""
