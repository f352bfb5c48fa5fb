"""Reminders out to the desktop, by the first road that really delivers. The only importer of plyer.

plyer comes first, in a child process (``child``): through ``notify-send`` it returns normally when nothing was shown,
waits 25 s for a daemon that hangs, takes a title that starts with ``-`` for an option, writes on the screen and escapes
no markup. So its output is caught, it has five seconds, the text is made harmless (``words``), and it counts only when
it said nothing, ended well, and somebody owns the name of the notification service on the session's bus (``bus``).
``roads`` holds the fallbacks in their order, ``schedule`` what calls ``planner remind`` while no planner is open.
"""
