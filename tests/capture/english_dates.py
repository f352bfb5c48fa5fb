"""English phrases and the moments they mean, seen from Monday 23 November 2026, 09:00."""

PHRASES = """
# said days
today | 11-23
tomorrow | 11-24
tmrw | 11-24
tmr | 11-24
TOMORROW | 11-24
the day after tomorrow | 11-25
day after tomorrow | 11-25
day after tmrw 10am | 11-25 10:00
tonight | 11-23 20:00
tonight at 8 | 11-23 20:00
tonight at 7:30 | 11-23 19:30
late tonight | 11-23 22:00
this morning | 11-23 09:00
this afternoon | 11-23 15:00
this evening | 11-23 19:00
tomorrow morning | 11-24 09:00
tomorrow noon | 11-24 12:00
tomorrow at noon | 11-24 12:00
tomorrow afternoon | 11-24 15:00
tomorrow evening | 11-24 19:00
tomorrow night | 11-24 20:00
later today | 11-23
# weekdays
mon | 11-30
monday | 11-30
tue | 11-24
tues | 11-24
tuesday | 11-24
wed | 11-25
wednesday | 11-25
thu | 11-26
thurs | 11-26
thursday | 11-26
fri | 11-27
Friday | 11-27
fri. | 11-27
sat | 11-28
saturday | 11-28
sun | 11-29
sunday | 11-29
on friday | 11-27
this friday | 11-27
this coming friday | 11-27
coming tuesday | 11-24
upcoming wednesday | 11-25
next friday | 12-04
next monday | 11-30
next tue | 12-01
next sunday | 12-06
friday next week | 12-04
friday of next week | 12-04
next week friday | 12-04
next week on thursday | 12-03
this week friday | 11-27
tuesday this week | 11-24
friday the week after next | 12-11
monday at 8am | 11-30 08:00
monday 10am | 11-23 10:00
fri 5pm | 11-27 17:00
5pm fri | 11-27 17:00
fri at 5pm | 11-27 17:00
fri, 5pm | 11-27 17:00
fri@5pm | 11-27 17:00
fri @ 5 pm | 11-27 17:00
fri 17:00 | 11-27 17:00
fri 9 | 11-27 09:00
fri 3 | 11-27 15:00
friday noon | 11-27 12:00
friday morning | 11-27 09:00
friday afternoon at 4 | 11-27 16:00
friday night | 11-27 20:00
on wednesday evening | 11-25 19:00
early friday morning | 11-27 07:00
tuesday the 24th | 11-24
friday the 4th | 12-04
fri 27th | 11-27
fri 27 nov | 11-27
friday, november 27 | 11-27
fri, nov 27, 2026 | 11-27
# clock times
9am | 11-24 09:00
10am | 11-23 10:00
3pm | 11-23 15:00
3 pm | 11-23 15:00
3PM | 11-23 15:00
3p.m. | 11-23 15:00
3 p.m. | 11-23 15:00
3:30pm | 11-23 15:30
3.30pm | 11-23 15:30
15:30 | 11-23 15:30
at 15:30 | 11-23 15:30
8:15 | 11-24 08:15
08:15 | 11-24 08:15
at 4 | 11-23 16:00
at 10 | 11-23 10:00
at 9 | 11-24 09:00
by 6 | 11-23 18:00
@4pm | 11-23 16:00
noon | 11-23 12:00
midday | 11-23 12:00
midnight | 11-24 00:00
12pm | 11-23 12:00
12am | 11-24 00:00
12:30am | 11-24 00:30
12:30pm | 11-23 12:30
half past three | 11-23 15:30
half past 10 | 11-23 10:30
quarter past four | 11-23 16:15
a quarter to five | 11-23 16:45
ten past eleven | 11-23 11:10
20 to 3pm | 11-23 14:40
three o'clock | 11-23 15:00
3 o'clock | 11-23 15:00
14h | 11-23 14:00
14h30 | 11-23 14:30
at 1430 | 11-23 14:30
in the morning | 11-24 09:00
in the afternoon | 11-23 15:00
at lunch | 11-23 12:30
this afternoon at 2:45 | 11-23 14:45
7 in the evening | 11-23 19:00
eod | 11-23 17:30
by eod | 11-23 17:30
eod friday | 11-27 17:30
friday eod | 11-27 17:30
end of day tomorrow | 11-24 17:30
cob thursday | 11-26 17:30
tomorrow by close of business | 11-24 17:30
# month and day
nov 27 | 11-27
nov. 27 | 11-27
november 27 | 11-27
november 27th | 11-27
27 nov | 11-27
27th of november | 11-27
the 27th of november | 11-27
nov 27, 2027 | 2027-11-27
27 november 2027 | 2027-11-27
november 27th, 2027 | 2027-11-27
nov 22 | 2027-11-22
jan 5 | 2027-01-05
january fifth | 2027-01-05
the fifth of january | 2027-01-05
may 1 | 2027-05-01
1 may | 2027-05-01
december twenty first | 12-21
sept 3 at 2pm | 2027-09-03 14:00
dec 31 23:59 | 12-31 23:59
3pm on dec 3 | 12-03 15:00
dec 3rd, 3pm | 12-03 15:00
feb 29 | 2028-02-29
dec3 | 12-03
3dec | 12-03
dec 3 next year | 2027-12-03
27th | 11-27
the 27th | 11-27
the 3rd | 12-03
by the 3rd | 12-03
on the 30th at noon | 11-30 12:00
the 5th of next month | 12-05
15th of this month | 11-15
# numeric
2026-11-27 | 11-27
2026-11-27 17:00 | 11-27 17:00
2026-11-27T17:00 | 11-27 17:00
2026-11-27 5pm | 11-27 17:00
2026/11/27 | 11-27
2026.11.27 | 11-27
11/27 | 11-27
11/27/2026 | 11-27
11/27/26 | 11-27
27/11 | 11-27
27/11/2026 | 11-27
27.11.2026 | 11-27
27-11-2026 | 11-27
12/3 | 12-03
1/2 | 2027-01-02
on 12/3 at 9:30 | 12-03 09:30
12/3 2pm | 12-03 14:00
27-nov-2026 | 11-27
27/nov/2026 | 11-27
nov-27-2026 | 11-27
20261127 | 11-27
# counted from now
in 3 days | 11-26
in three days | 11-26
in 2 weeks | 12-07
in a week | 11-30
in a fortnight | 12-07
in a month | 12-23
in 2 months | 2027-01-23
in a year | 2027-11-23
in a couple of days | 11-25
in a few days | 11-26
in ten days | 12-03
in 20 minutes | 11-23 09:20
in half an hour | 11-23 09:30
in an hour | 11-23 10:00
in 2 hours | 11-23 11:00
in 1.5 hours | 11-23 10:30
in an hour and a half | 11-23 10:30
in 2h30m | 11-23 11:30
in 1 hour and 15 minutes | 11-23 10:15
in 90 min | 11-23 10:30
in 5 working days | 11-30
in 3 business days | 11-26
in 10 workdays | 12-07
within 3 working days | 11-26
within two weeks | 12-07
3 days from now | 11-26
2 weeks from today | 12-07
a week from tomorrow | 12-01
a week from friday | 12-04
two days after friday | 11-29
3 days before dec 25 | 12-22
3 weeks later | 12-14
in 3 days at 10am | 11-26 10:00
+3 days | 11-26
next 3 days | 11-26
2 mondays from now | 12-07
# ends and starts
eow | 11-29
end of week | 11-29
end of the week | 11-29
end of next week | 12-06
eom | 11-30
end of month | 11-30
end of the month | 11-30
end of next month | 12-31
end of this month | 11-30
eoq | 12-31
end of the quarter | 12-31
end of next quarter | 2027-03-31
eoy | 12-31
end of year | 12-31
end of december | 12-31
end of jan | 2027-01-31
by end of next month | 12-31
before the end of the week | 11-29
beginning of next month | 12-01
start of next week | 11-30
mid december | 12-15
mid-january | 2027-01-15
by q1 | 2027-03-31
end of q1 | 2027-03-31
# periods
this week | 11-29
next week | 12-06
the week after next | 12-13
this month | 11-30
next month | 12-31
next quarter | 2027-03-31
next year | 2027-12-31
this weekend | 11-28 .. 11-29
next weekend | 12-05 .. 12-06
the weekend | 11-28 .. 11-29
in december | 12-31
in january | 2027-01-31
december 2026 | 12-31
march next year | 2027-03-31
by january | 2027-01-31
# nth
first monday of december | 12-07
first monday in december | 12-07
last friday of the month | 11-27
last friday of december | 12-25
second tuesday of next month | 12-08
3rd thursday of january 2027 | 2027-01-21
last day of the month | 11-30
last day of november | 11-30
last workday of the month | 11-30
last working day of december | 12-31
first workday of next month | 12-01
third business day of december | 12-03
first friday of next month at 10am | 12-04 10:00
# holidays
christmas | 12-25
christmas eve | 12-24
xmas | 12-25
thanksgiving | 11-26
new year's eve | 12-31
new year's day | 2027-01-01
easter | 2027-03-28
good friday | 2027-03-26
halloween | 2027-10-31
labour day | 2027-05-01
national day | 2027-10-01
spring festival | 2027-02-06
chinese new year | 2027-02-06
mid-autumn festival | 2027-09-15
dragon boat festival | 2027-06-09
valentine's day | 2027-02-14
before christmas | 12-25
christmas 2027 | 2027-12-25
the day after christmas | 12-26
# ranges
9-10:30 | 11-24 09:00 .. 11-24 10:30
tomorrow 9-10:30 | 11-24 09:00 .. 11-24 10:30
next wed 9-10:30 | 12-02 09:00 .. 12-02 10:30
fri 2-4pm | 11-27 14:00 .. 11-27 16:00
fri 2pm-4pm | 11-27 14:00 .. 11-27 16:00
fri from 2 to 4 | 11-27 14:00 .. 11-27 16:00
fri from 2pm to 4pm | 11-27 14:00 .. 11-27 16:00
friday between 2 and 4 | 11-27 14:00 .. 11-27 16:00
2-4pm friday | 11-27 14:00 .. 11-27 16:00
tomorrow 10am to noon | 11-24 10:00 .. 11-24 12:00
tomorrow 11:30-1 | 11-24 11:30 .. 11-24 13:00
9:00 - 17:00 tomorrow | 11-24 09:00 .. 11-24 17:00
2pm for 90 minutes | 11-23 14:00 .. 11-23 15:30
tomorrow at 9 for 2 hours | 11-24 09:00 .. 11-24 11:00
10pm-2am | 11-23 22:00 .. 11-24 02:00
from mon to wed | 11-30 .. 12-02
mon to wed | 11-30 .. 12-02
tue-thu | 11-24 .. 11-26
wed through fri | 11-25 .. 11-27
from tomorrow to friday | 11-24 .. 11-27
dec 1-5 | 12-01 .. 12-05
dec 1 to 5 | 12-01 .. 12-05
1-5 dec | 12-01 .. 12-05
dec 1 - dec 5 | 12-01 .. 12-05
dec 28 to jan 3 | 12-28 .. 2027-01-03
from the 1st to the 5th | 12-01 .. 12-05
12/1-12/5 | 12-01 .. 12-05
2026-12-01 to 2026-12-05 | 12-01 .. 12-05
next mon to fri | 11-30 .. 12-04
"""

LINES = """
Draft relief-fund report for Director Li fri 5pm | 11-27 17:00 | Draft relief-fund report for Director Li
ring the county office tomorrow | 11-24 | ring the county office
ring the office tomorrow about the transfer | 11-24 | ring the office about the transfer
tomorrow ring the office | 11-24 | ring the office
Meet Zhang at 3pm in room 1130 | 11-23 15:00 | Meet Zhang in room 1130
send minutes by friday | 11-27 | send minutes
send minutes before friday noon | 11-27 12:00 | send minutes
Submit figures, due dec 1 | 12-01 | Submit figures
The deadline is december 4 | 12-04 | The deadline
Inspection is on thursday. | 11-26 | Inspection.
lunch with Wang tomorrow at 12:30 | 11-24 12:30 | lunch with Wang
Reply to the petition within 15 days | 12-08 | Reply to the petition
sign the contract on nov 30, then file it | 11-30 | sign the contract, then file it
remind section heads in 3 days | 11-26 | remind section heads
bureau meeting mon 9-10:30 | 11-30 09:00 .. 11-30 10:30 | bureau meeting
On Friday at 3pm, brief the deputies | 11-27 15:00 | brief the deputies
prepare slides for monday | 11-30 | prepare slides
prepare slides by end of month | 11-30 | prepare slides
check figures next week | 12-06 | check figures
visit the nursing home this weekend | 11-28 .. 11-29 | visit the nursing home
training from mon to wed | 11-30 .. 12-02 | training
training dec 7-9 in Hangzhou | 12-07 .. 12-09 | training in Hangzhou
pick up Wang at the station at 14:20 tomorrow | 11-24 14:20 | pick up Wang at the station
Finish Q3 summary by thursday | 11-26 | Finish Q3 summary
read chapter 5 tonight | 11-23 20:00 | read chapter 5
write to 3 counties by wed | 11-25 | write to 3 counties
order 20 chairs tomorrow | 11-24 | order 20 chairs
file no. 45 to be answered by 11/30 | 11-30 | file no. 45 to be answered
fix the printer in room 3 friday | 11-27 | fix the printer in room 3
print 30 copies (by tomorrow) | 11-24 | print 30 copies
Hand in the form tomorrow! | 11-24 | Hand in the form!
should we leave at 6? | 11-23 18:00 | should we leave?
go friday to the city bureau | 11-27 | go to the city bureau
Review the draft sometime next week | 12-06 | Review the draft
brief Li in 2 hours | 11-23 11:00 | brief Li
out of office for 3 days from tomorrow | 11-24 .. 11-26 | out of office
site visit for 2 hours from 10 am | 11-23 10:00 .. 11-23 12:00 | site visit
submit budget no later than friday 5pm | 11-27 17:00 | submit budget
"""
