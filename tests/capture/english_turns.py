"""Turns of English that a plainer reading would get wrong, seen from Monday 23 November 2026, 09:00."""

PHRASES = """
# weeks counted from a day
friday week | 12-04
monday week | 12-07
tomorrow week | 12-01
a week on thursday | 12-03
a fortnight today | 12-07
in 2 weeks on friday | 12-11
in a month on the 5th | 12-05
# weekdays beside another day
the friday before christmas | 12-18
the first monday after christmas | 12-28
the week before christmas | 12-18
30 days from november 1 | 12-01
# ends of periods, and the next working day
by month end | 11-30
quarter-end | 12-31
before the year's end | 12-31
by next working day | 11-24
the next business day at 9 | 11-24 09:00
"""

LINES = """
"""

NEGATIVES = """
year-end report
next working day delivery
"""
