"""Lines of an office that a date could be misread in unnoticed, in English, on Monday 23 November 2026, 09:00."""

PHRASES = """
1-3 december | 12-01 .. 12-03
thursday and friday | 11-26 .. 11-27
"""

LINES = """
# a range of days with the hour at which each begins: it ends with the office on the last day
workshop 8-10 December 9:30 | 12-08 09:30 .. 12-10 17:30 | workshop
audit 2-4 Dec 14:00 | 12-02 14:00 .. 12-04 17:30 | audit
induction Dec 1-3 8:30 | 12-01 08:30 .. 12-03 17:30 | induction
panel Dec 7-11 at 2pm | 12-07 14:00 .. 12-11 17:30 | panel
panel 1st to 3rd december at 9am | 12-01 09:00 .. 12-03 17:30 | panel
forum 30 Nov - 4 Dec 9:00 | 11-30 09:00 .. 12-04 17:30 | forum
forum from 30 November to 4 December at 14:00 | 11-30 14:00 .. 12-04 17:30 | forum
forum 28 Dec - 3 Jan 9:00 | 12-28 09:00 .. 2027-01-03 17:30 | forum
site visits Thu-Fri 9:00 | 11-26 09:00 .. 11-27 17:30 | site visits
site visits Tuesday to Thursday 8:30 | 11-24 08:30 .. 11-26 17:30 | site visits
interviews thu and fri 9am | 11-26 09:00 .. 11-27 17:30 | interviews
interviews 9am thu and fri | 11-26 09:00 .. 11-27 17:30 | interviews
interviews 1st and 2nd of december 9:00 | 12-01 09:00 .. 12-02 17:30 | interviews
# one that begins when the office has closed ends with the day
watch 12-13 Dec 8pm | 12-12 20:00 .. 12-13 23:59 | watch
# hours of each day
workshop 8-10 Dec 9am-5pm | 12-08 09:00 .. 12-10 17:00 | workshop
workshop 8 to 10 Dec from 9 to 5 | 12-08 09:00 .. 12-10 17:00 | workshop
workshop 1st-3rd december 14:00-16:00 | 12-01 14:00 .. 12-03 16:00 | workshop
site visits Thu-Fri 9:00-17:00 | 11-26 09:00 .. 11-27 17:00 | site visits
"""

RULES = """
# daily from one day to another
every day from 1 to 10 December count | FREQ=DAILY;UNTIL=20261210 | 12-01 | count
count every day 1-10 december at 5pm | FREQ=DAILY;UNTIL=20261210T235959 | 12-01 17:00 | count
count 1-10 december every day | FREQ=DAILY;UNTIL=20261210 | 12-01 | count
30 nov to 4 dec daily 9:00 count | FREQ=DAILY;UNTIL=20261204T235959 | 11-30 09:00 | count
tuesday to friday every day count | FREQ=WEEKLY;BYDAY=TU,WE,TH,FR | 11-24 | count
"""

REMARKS = """
leave mon until friday 5pm | 11-30 .. 12-04 | two_readings
"""

NEGATIVES = """
"""
