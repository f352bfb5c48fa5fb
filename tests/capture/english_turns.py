"""Turns of English that a plainer reading would get wrong, seen from Monday 23 November 2026, 09:00."""

PHRASES = """
# minutes to an hour, and half past it
ten to three this afternoon | 11-23 14:50
five to three pm tomorrow | 11-24 14:55
twenty-five to six tonight | 11-23 17:35
half seven tomorrow evening | 11-24 19:30
ten to five tomorrow | 11-24 10:00 .. 11-24 17:00
# hours bare before their day
9-5 on friday | 11-27 09:00 .. 11-27 17:00
9 to 11 on 20 december | 12-20 09:00 .. 12-20 11:00
0900-1030 tomorrow | 11-24 09:00 .. 11-24 10:30
# thirds of a month, parts of a day before their day
early june | 2027-06-10
late june | 2027-06-30
late afternoon tomorrow | 11-24 17:00
mid-morning friday | 11-27 10:00
2027 march 18 | 2027-03-18
in a day or two | 11-24
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
# parts of periods, and weeks by their number
midweek | 11-25
midweek next week | 12-02
week 50 | 12-07 .. 12-13
in week 50 | 12-07 .. 12-13
wk 20 of 2027 | 2027-05-17 .. 2027-05-23
2026-W50 | 12-07 .. 12-13
2026-W50-3 | 12-09
first half of may | 2027-05-15
the second half of december | 12-31
first half of next week | 12-02
second half of the year | 12-31
first half of 2027 | 2027-06-30
q3 end | 2027-09-30
by q4-end | 12-31
month end friday | 11-27
noonish tomorrow | 11-24 12:00
# two days that follow one another
the 1st and 2nd of april | 2027-04-01 .. 2027-04-02
april 1 & 2 | 2027-04-01 .. 2027-04-02
friday after next | 12-04
not later than friday | 11-27
# written-out dates, in the order of mail headers, clocks and time stamps
Sept. 3rd, 2027 5pm | 2027-09-03 17:00
3-Oct-2027 | 2027-10-03
Sun, 27 Dec 2026 17:00 | 12-27 17:00
2026.12.27 14:30 | 12-27 14:30
20261227T1430 | 12-27 14:30
20261227T143000 | 12-27 14:30
Sun Dec 26 17:00:00 2027 | 2027-12-26 17:00
Dec 27 at 5 pm 2027 | 2027-12-27 17:00
27DEC26 | 12-27
"""

LINES = """
Meeting (friday): room 3 | 11-27 | Meeting: room 3
Time: friday 3pm, place: room 3 | 11-27 15:00 | place: room 3
due:fri,report the figures | 11-27 | report the figures
report due:"fri 5pm or so" | 11-27 17:00 | report or so
# two days side by side, and a day told twice
leave tomorrow and wednesday | 11-24 .. 11-25 | leave
today and tomorrow: stock take | 11-23 .. 11-24 | stock take
bids dec 1 (tue) by noon | 12-01 12:00 | bids
friday (27 nov) pm | 11-27 15:00 |
tomorrow () files () 2 | 11-24 | files 2
# what is moved from a day is moved to the other one
meeting moved from tuesday to friday | 11-27 | meeting moved
leave from tuesday to friday | 11-24 .. 11-27 | leave
bids by close friday | 11-27 17:30 | bids
bureau meeting 25 nov 9.30 | 11-25 09:30 | bureau meeting
guard 10pm to 6am | 11-23 22:00 .. 11-24 06:00 | guard
call Li Sun Dec 26 17:00:00 2027 | 2027-12-26 17:00 | call Li
Dec 27 17:00 2027 review | 2027-12-27 17:00 | review
friday 2000 copies | 11-27 | 2000 copies
fri 1430 budget meeting | 11-27 14:30 | budget meeting
# a day that is ruled out is not the one meant
call Li friday, not thursday | 11-27 | call Li, not thursday
not monday but wednesday works | 11-25 | not monday but works
any day but wednesday, reply by friday | 11-27 | any day but wednesday, reply
# "on" that belongs to its verb
log on friday | 11-27 | log on
meeting on friday | 11-27 | meeting
sum up midweek next week | 12-02 | sum up
reply on or before friday | 11-27 | reply
hear case 12/15 | 12-15 | hear case
move standup to 5pm tomorrow | 11-24 17:00 | move standup
review two weeks friday | 12-11 | review
# signs at a joint
Deadline Friday: bids | 11-27 | bids
Bids - Friday: final | 11-27 | Bids - final
全市会议：12月15日9时30分，市政府礼堂 | 12-15 09:30 | 全市会议：市政府礼堂
ring Li in the afternoon on friday | 11-27 15:00 | ring Li
# a bare hour of dinner is of the evening
dinner friday at 8 | 11-27 20:00 | dinner
supper friday 7-9 | 11-27 19:00 .. 11-27 21:00 | supper
dinner list by 9 friday | 11-27 09:00 | dinner list
# a score or a page count is no hour
win 4-2 on friday | 11-27 | win 4-2
3-5 pages friday | 11-27 | 3-5 pages
invoice 12/15 | 12-15 | invoice
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
minutes of 20 november
implement the mayor's note of 8 may
39 days to new year
2 weeks until christmas
unless friday works
may 5 people come
dec 5 copies
overdue since monday
waiting since 3 Nov
as of nov 20 35 cases closed
file no. 12/2026
9/10 rating
# a year that is left over is not guessed, nor a zone
Sat Dec 26 17:00:00 2027
Sun Dec 27 17:00:00 CST 2026
Dec 32 17:00 2027
any day but wednesday
any day except wednesday or friday
except friday
not on monday
call Li, not on monday
not before friday
anything but monday
other than friday
pay rent on the 1st and 15th
first and third week of the month
the 1st and 2nd draft
second tuesday
the 2nd tuesday
week 20 report
weeks 20 and 21
q3 end report
midweek market
friday week plan
1/2 cup of sugar
add 1/4 inch screws
2/3 majority
1 1/2 cups
scored 3/5 on the audit
rated 9/10 by visitors
contract 03-18-77
case 20261215
reference 11/2026/B
half ten boxes
early june report
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

RULES = """
2nd and 4th tuesday | FREQ=MONTHLY;BYDAY=2TU,4TU | 11-24 |
the second and fourth tuesday: tea | FREQ=MONTHLY;BYDAY=2TU,4TU | 11-24 | tea
2nd and 4th tuesday of the month | FREQ=MONTHLY;BYDAY=2TU,4TU | 11-24 |
every tuesday of the 2nd and 4th week | FREQ=MONTHLY;BYDAY=2TU,4TU | 11-24 |
every tuesday of the month | FREQ=WEEKLY;BYDAY=TU | 11-24 |
every tuesday of april | FREQ=WEEKLY;BYMONTH=4;BYDAY=TU | 2027-04-06 |
every odd week on monday | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 11-30 |
even weeks on friday | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR | 11-27 |
daily except friday | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SA,SU | 11-23 |
"""
