"""Lines of an office that a date could be misread in unnoticed, in English, on Monday 23 November 2026, 09:00."""

PHRASES = """
1-3 december | 12-01 .. 12-03
thursday and friday | 11-26 .. 11-27
"""

LINES = """
workshop tue, wed and thu 9am | 11-24 09:00 .. 11-26 17:30 | workshop
workshop wed & thu 2-4pm | 11-25 14:00 .. 11-26 16:00 | workshop
before the weekend phone Li | 11-27 | phone Li
over the weekend phone Li | 11-28 .. 11-29 | phone Li
workshop 1, 2 and 3 December 9:00 | 12-01 09:00 .. 12-03 17:30 | workshop
# titles
deadline Nov 30: ageing plan | 11-30 | ageing plan
deadline: Nov 30 ageing plan | 11-30 | ageing plan
report deadline Nov 30: draft | 11-30 | report deadline: draft
ledger check by 30.11. | 11-30 | ledger check
dec 3rd road works | 12-03 | road works
# parts of a month, and what a weekend is the term of
count early next month | 12-10 | count
count early December | 12-10 | count
count early in December | 12-10 | count
count late next month | 12-31 | count
late December count | 12-31 | count
count before the weekend | 11-27 | count
count by the weekend | 11-27 | count
count before next weekend | 12-04 | count
close by end of March the ledgers | 2027-03-31 | close the ledgers
# days with points
30.11. ledger check | 11-30 | ledger check
30.11 ledger check | 11-30 | ledger check
5.12. ledger check | 12-05 | ledger check
review after christmas | 12-28 | review
count by the end of November | 11-30 | count
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
count every day from Monday to Friday at 5pm | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 11-23 17:00 | count
daily 1 Dec to 10 Dec count | FREQ=DAILY;UNTIL=20261210 | 12-01 | count
count every quarter on the 5th | FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=5 | 2027-01-05 | count
assembly each tuesday 9am and read the papers | FREQ=WEEKLY;BYDAY=TU | 11-24 09:00 | assembly and read the papers
every second Thursday lunch with the veterans | FREQ=MONTHLY;BYDAY=2TH | 12-10 | lunch with the veterans
every friday lunch with the team | FREQ=WEEKLY;BYDAY=FR | 11-27 | lunch with the team
every friday at lunch call home | FREQ=WEEKLY;BYDAY=FR | 11-27 12:30 | call home
# daily from one day to another
every day from 1 to 10 December count | FREQ=DAILY;UNTIL=20261210 | 12-01 | count
count every day 1-10 december at 5pm | FREQ=DAILY;UNTIL=20261210T235959 | 12-01 17:00 | count
count 1-10 december every day | FREQ=DAILY;UNTIL=20261210 | 12-01 | count
30 nov to 4 dec daily 9:00 count | FREQ=DAILY;UNTIL=20261204T235959 | 11-30 09:00 | count
tuesday to friday every day count | FREQ=WEEKLY;BYDAY=TU,WE,TH,FR | 11-24 | count
# the day of a rule before it or behind it
flag day every year on 4 December | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4 | 12-04 | flag day
flag day each year on the 4th of Dec at 9 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4 | 12-04 09:00 | flag day
stocktake yearly on 15 March | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15 | 2027-03-15 | stocktake
stocktake annually on 1 June | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1 | 2027-06-01 | stocktake
stocktake yearly on dec 4 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4 | 12-04 | stocktake
assembly Tuesday to Friday 8:30 every week | FREQ=WEEKLY;BYDAY=TU,WE,TH,FR | 11-24 08:30 | assembly
assembly Monday and Thursday every week | FREQ=WEEKLY;BYDAY=MO,TH | 11-23 | assembly
assembly tue and thu 9am weekly | FREQ=WEEKLY;BYDAY=TU,TH | 11-24 09:00 | assembly
assembly tuesday, thursday every 2 weeks | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH | 11-24 | assembly
assembly weekly 9am every tue | FREQ=WEEKLY;BYDAY=TU | 11-24 09:00 | assembly
minutes on the 9th monthly | FREQ=MONTHLY;BYMONTHDAY=9 | 12-09 | minutes
minutes on the 6th and 21st monthly | FREQ=MONTHLY;BYMONTHDAY=6,21 | 12-06 | minutes
minutes the 5th and 20th every month | FREQ=MONTHLY;BYMONTHDAY=5,20 | 12-05 | minutes
minutes first monday monthly | FREQ=MONTHLY;BYDAY=1MO | 12-07 | minutes
minutes on the 4th quarterly | FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=4 | 2027-01-04 | minutes
minutes 12th of the second month of each quarter | FREQ=MONTHLY;BYMONTH=2,5,8,11;BYMONTHDAY=12 | 2027-02-12 | minutes
minutes quarterly on the 10th of the last month | FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=10 | 12-10 | minutes
minutes every month on 5 and last day | FREQ=MONTHLY;BYMONTHDAY=5,-1 | 11-30 | minutes
minutes every month on 5 at 5pm | FREQ=MONTHLY;BYMONTHDAY=5 | 12-05 17:00 | minutes
"""

REMARKS = """
workshop tue and thu 9am | 11-24 | conflict
# a month that has passed is next year's, and it is said
count by the end of October | 2027-10-31 | rolled_forward
count by october | 2027-10-31 | rolled_forward
# a feast that moves has no rule of dates: the next one alone
visit before Spring Festival every year | 2027-02-06 | unread
every easter visit | 2027-03-28 | unread
review after the spring festival | 2027-02-15 | unknown_year
leave mon until friday 5pm | 11-30 .. 12-04 | two_readings
report every year on the 15th | 12-15 | two_readings
"""

NEGATIVES = """
every friday and the weekend
workshop tue/thu 10am
letter dated 18 november
report from 20 November
April 4th Movement essay
# what one rule, or one range, can't say is not read in part
assembly every tue and wed 9am and fri 2pm
assembly every tuesday 9am and thursday 2pm
every tuesday and the last day of the month
workshop 3 and 10 December 9:00
# names of papers, people and places, and what is told from the past
cancel the Sunday Times order
cancel the Today newspaper order
phone Mr Friday
note for Mrs. May
June 1st Road repairs
May 4th Square survey
footage from yesterday 3pm
office 11 jan keys
24.04 release notes
30.11 yuan refund
read the late December review
"""
