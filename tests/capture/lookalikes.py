"""What is no date though it looks like one. The line must come back as its own title, with nothing read from it."""

ENGLISH = """
Review May's draft
Tomorrow's agenda
friday's minutes
tonight's dinner
yesterday's mail
last week's figures
the friday meeting
the monday report
review the thursday minutes
my weekend shifts
file the daily bulletin
the weekly report
Weekly report
Daily standup notes
monthly bill
annual budget plan
quarterly review template
weekend report
Q3 summary
H1 report
2026 budget
plan 2027
year 2030 plan
class of 2026
room 1130
chapter 12
section 4.2
version 2.10
v1.2.3 release notes
release 1.10.30
mp3 player
3d model
A4 paper
B2B portal
covid-19
4x4 truck
call 13812345678
phone 555-1234
Tel +86 571 8888 1234
pay 3,500.00
pay $12.30
50% discount
ratio 3:2
aspect 16:9
score 2-1
3-5 pages
10-15 people
add 3 chairs
buy 2 monitors
order 20 chairs
in 2 copies
in 3 parts
at 3 sites
for 5 families
I sat down
sun cream
wed the couple
mon ami
march to the office
may the force
this may take longer
august body
one second please
second opinion
second floor
first draft
1st draft
third party audit
the third party
the first one
4th floor
5th avenue
21st century
a minute of silence
minutes of the meeting
send minutes
take five
one day
some day
someday
day care
day off request
night shift rota
morning tea list
evening class fees
noon prayers
an evening of songs
Good morning all
summer plan
new year plan
christmas party budget
easter eggs
spring festival gala
black friday deals
halloween costumes
in time
at once
on time
in order
by hand
by mail
within budget
until done
before leaving
after all
after meeting
from home
whenever
once more
once again
every time
every section
each party
each of them
any day
3 days ago
two weeks old
keep the files for 10 days
open a 24/7 hotline
February 30
2026-02-30
june 31, 2027
13/32
feb 20 - 30, 2027
"due on friday"
'by tomorrow'
read "Monday or Tuesday"
https://example.org/2026/11/27/news
"""

CHINESE = """
两三天后
七八天后
三四个月后再议
三五个工作日内办结
十几天后
二十多天后
十来天内
两三个小时后
3到5天内反馈
每两三天检查
四五点
每月第一或第三个周五
下午茶采购
每月之星评选
3月15日会议纪要
3月15日会议纪要归档
5月12日函件复印
国庆值班表
国庆节值班安排方案
春节慰问名单
元旦晚会主持稿
五一放假通知起草
周四党组会材料
周一例会纪要
明日计划模板
五月份报表模板
下周五会议材料
15号发电机检修
12月2号楼竣工
明年春天
年中总结
100元月租
本季度初步方案
2号楼维修
3号楼电梯检修
一号文件学习
学习中央一号文件
12号线开通
8号院漏水
第3季度总结
三季度总结
2026年第三季度工作总结
一季度工作汇报
2026年工作要点
2027年预算编制
周一鸣来访
请周一鸣同志参会
三周年庆典
成立十周年
周报
改周报
月报
起草年报
三月三日活动方案
起草三月三日活动方案
整理三月份总结
七点建议
讲三点意见
提两点要求
有一点问题
一点小事
重点工作
节点安排
试点方案
3.5版本
v2.0上线
2.5万元
一点五
九点九
共12.5亿元
5:3比分
第15期简报
第十二次会议
三天两头来
百日攻坚
七日游
一日三餐
今日头条转发
明日之星评选
昨天的会议记录
上周五的材料
上个月的台账
去年的总结
3天前的信访件
提交明天的会议纪要
准备周五的会议
汇总本周工作
整理上周台账
总结本月情况
拨款5000元
张三13800000000
身份证330102199001011234
0571-88888888
民政〔2026〕12号
市局45号函
邮编310000
24小时热线
7天无理由
60天期限
三岁孩子入园
80岁老人补贴
3个孩子
5户低保
二十四节气
国庆路改造
五一路排水
年轻干部培训
年度考核
时间安排
日常管理
月亮湾社区
晚会彩排
早餐供应
午休时间
半天没回
一年级家长会
两会精神
六一居委会
八一路
百年老店
下面的意见
上面的要求
本人申请
本地新闻
这里漏水
今后工作打算
今年以来情况
明确责任
明细表
后续工作
后勤保障
到底怎么办
三分钟热度
五分之一
一周年
前天的事
1.5倍
每人一份
每户200元
补写工作日志
《明日之后》
学习“三月三日讲话”
"""
