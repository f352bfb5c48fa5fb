"""Reading the tables of these tests: ``phrase | moment``, with moments written short.

``11-27`` is a day of 2026, ``11-27 17:00`` a minute, ``a .. b`` a range, ``-`` nothing. The clock of every table stands
at Monday 23 November 2026, 09:00.
"""

from planner.domain.moment import date, datetime, iso

NOW = datetime(2026, 11, 23, 9, 0)


def rows(table):
    """The rows of a table, split at the bars; blank lines and comments left out."""
    lines = (line for line in table.strip().splitlines() if line.strip() and not line.startswith("# "))
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines]


def moment(text):
    """The moment a cell names."""
    day, _, time = text.partition(" ")
    numbers = [int(part) for part in day.split("-")]
    if len(numbers) == 2:
        numbers.insert(0, 2026)
    if not time:
        return date(*numbers)
    hour, _, minute = time.partition(":")
    return datetime(*numbers, int(hour), int(minute))


def span(text):
    """Due and end of a cell."""
    if text == "-":
        return None, None
    first, _, last = text.partition(" .. ")
    return moment(first), (moment(last) if last else None)


def shown(due, end):
    """A reading as the tables write it, for messages."""
    if due is None:
        return "-"
    text = iso(due).replace("T", " ").removeprefix("2026-")
    return text if end is None else f"{text} .. {iso(end).replace('T', ' ').removeprefix('2026-')}"
