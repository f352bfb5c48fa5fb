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
# the particle of a verb stays
hand in by friday | 11-27 | hand in
turn in by 5pm | 11-23 17:00 | turn in
move in on december 1 | 12-01 | move in
come in friday | 11-27 | come in
stand by from 9am friday | 11-27 09:00 | stand by
report due by friday | 11-27 | report
# what is moved, is moved to a day
postpone the hearing to december 6 | 12-06 | postpone the hearing
reschedule to tuesday | 11-24 | reschedule
# words that close or open a day
bids by friday at the very latest | 11-27 | bids
bids friday latest | 11-27 | bids
ring Li first thing tomorrow morning | 11-24 09:00 | ring Li
audit w/c 7 december | 12-07 | audit
on site all day friday | 11-27 | on site
train leaves at 1700 hours | 11-23 17:00 | train leaves
# lunch is what is done, unless something is said to be after it
friday lunch | 11-27 | lunch
On Thursday, lunch with Ana | 11-26 | lunch with Ana
ring Ana after lunch friday | 11-27 13:30 | ring Ana
# a date behind a preposition is no attribute
on the 15th of december call Bob | 12-15 | call Bob
close the 12 December road works | - | close the 12 December road works
"""

NEGATIVES = """
minutes of 3 March meeting
the 15 March letter
the 2026-11-10 incident file
log from 2026-11-01
12 March Street deliveries
flat 5 June Court
Sunday school books
Saturday Evening Post renewal
year-end report
next working day delivery
"""
