"""The roads by which a notification can go out, in the order in which they are tried, and what stopped each.

A road is taken only when it looks open, and counts only when it delivered: plyer and ``notify-send`` where somebody
owns the name of the notification service after it, a command when it ended well, a terminal when it could be written.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from planner.domain.record import Record
from planner.notify.bus import BusError, bus_address, has_owner, shows_notifications
from planner.notify.running import Ran, run
from planner.notify.words import escaped
from planner.wording import t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.notify.words import Notice

__all__ = ["ROADS", "Delivery", "Roads", "Tried"]

ROADS = ("plyer", "command", "notify-send", "terminal", "osascript", "toast")

TTY = "/dev/tty"
"""The controlling terminal, where there is one."""

_FREE = sys.platform not in ("darwin", "win32")
"""Whether notifications go over D-Bus here."""

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

_OSASCRIPT = """\
ObjC.import('Foundation')
const given = $.NSProcessInfo.processInfo.environment
const said = name => ObjC.unwrap(given.objectForKey(name)) || ' '
const app = Application.currentApplication()
app.includeStandardAdditions = true
app.displayNotification(said('PLANNER_BODY'), {withTitle: said('PLANNER_TITLE')})
"""
"""Written for macOS, not yet run there. The words come by the environment: arguments are in the list of processes."""

_TOAST = """\
[Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType=WindowsRuntime] | Out-Null
$kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
$xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind)
$texts = $xml.GetElementsByTagName('text')
$texts.Item(0).AppendChild($xml.CreateTextNode($env:PLANNER_TITLE)) | Out-Null
$texts.Item(1).AppendChild($xml.CreateTextNode($env:PLANNER_BODY)) | Out-Null
$toast = [Windows.UI.Notifications.ToastNotification]::new($xml)
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier('planner').Show($toast)
"""
"""Written for Windows, not yet run there. The words come by the environment, so that nothing of them is a program."""


class Tried(Record):
    """A road that did not deliver, and why, in words."""

    road: str
    reason: str


class Delivery(Record):
    """How a notification went: the road that delivered it, or ``None``; and those tried before."""

    road: str | None
    tried: tuple[Tried, ...] = ()


class Roads:
    """The roads of one run. A daemon that hung once is not waited for again.

    ``command`` is the user's own; ``terminal`` is whether this process may write to its terminal, which it may not
    while it draws there.
    """

    def __init__(self, command: str = "", *, terminal: bool = True) -> None:
        self._command = command
        self._terminal = terminal
        self._hung = False

    def send(self, notice: Notice) -> Delivery:
        """Send by the first road that delivers."""
        tried: list[Tried] = []
        for road in ROADS:
            reason = self._closed(road)
            if reason is None:
                reason = self._sent(road, notice)
            if reason is None:
                return Delivery(road=road, tried=tuple(tried))
            if reason:
                tried.append(Tried(road=road, reason=reason))
        return Delivery(road=None, tried=tuple(tried))

    def outlook(self) -> Delivery:
        """The road that would be tried first now, and why those before it are closed; nothing is sent."""
        tried: list[Tried] = []
        for road in ROADS:
            reason = self._closed(road)
            if reason is None:
                return Delivery(road=road, tried=tuple(tried))
            if reason:
                tried.append(Tried(road=road, reason=reason))
        return Delivery(road=None, tried=tuple(tried))

    def _closed(self, road: str) -> str | None:
        """Why a road can't be taken; empty where it is not for this machine or not wanted; ``None`` when it is open."""
        if road == "plyer":
            return self._bus_closed() if _FREE else None
        if road == "command":
            return None if shlex.split(self._command) else ""
        if road == "notify-send":
            if not _FREE:
                return ""
            if shutil.which("notify-send") is None:
                return t("notify-send is not installed")
            return self._bus_closed()
        if road == "terminal":
            return self._terminal_closed()
        if road == "osascript":
            return None if sys.platform == "darwin" else ""
        return None if sys.platform == "win32" else ""

    def _bus_closed(self) -> str | None:
        """Why nothing can be shown over the session's bus."""
        if self._hung:
            return t("the desktop's notification service does not answer")
        address = bus_address()
        if address is None:
            return t("no session bus was found: nobody is logged in at a desktop")
        try:
            if shows_notifications(address):
                return None
        except BusError:
            return t("the session bus {address} does not answer", address=shown(address))
        return t("no notification service runs on the session bus")

    def _terminal_closed(self) -> str | None:
        """Why the terminal can't be written to."""
        if not self._terminal or sys.platform == "win32" or os.environ.get("TERM", "dumb") == "dumb":
            return ""
        try:
            os.close(os.open(TTY, os.O_WRONLY | os.O_NOCTTY))
        except OSError:
            return t("this process has no terminal")
        return None

    def _sent(self, road: str, notice: Notice) -> str | None:
        """Send by a road; why it did not deliver, or ``None``."""
        senders: dict[str, Callable[[Notice], str | None]] = {
            "plyer": self._by_plyer,
            "command": self._by_command,
            "notify-send": self._by_notify_send,
            "terminal": self._by_terminal,
            "osascript": self._by_osascript,
            "toast": self._by_toast,
        }
        return senders[road](notice)

    def _by_plyer(self, notice: Notice) -> str | None:
        """In the child process; it must say nothing and end well."""
        body = escaped(notice.body) if _FREE else notice.body
        path = os.pathsep.join(part for part in (os.environ.get("PYTHONPATH"), _ROOT) if part)
        ran = run(
            (sys.executable, "-W", "ignore", "-m", "planner.notify.child"),
            given=json.dumps({"title": notice.title, "body": body}),
            env={**_with_bus(), "PYTHONPATH": path},
        )
        failed = self._failed(ran) or (_reason(ran.err) if ran.err else None)
        if failed is None and _FREE and not _owned():
            return t("no notification service took it")
        return failed

    def _by_notify_send(self, notice: Notice) -> str | None:
        """``notify-send`` itself, whose exit code tells."""
        words = ("notify-send", "--app-name=planner", "--", notice.title, escaped(notice.body))
        ran = run(words, env=_with_bus())
        failed = self._failed(ran)
        if failed is None and not _owned():
            return t("no notification service took it")
        return failed

    def _by_command(self, notice: Notice) -> str | None:
        """The user's command. The words take whole arguments, and stand in the environment for a script."""
        filled = {"{title}": notice.title, "{body}": notice.body}
        words = [filled.get(word, word) for word in shlex.split(self._command)]
        return self._failed(run(words, env=_with_words(notice, _with_bus())), waits=False)

    def _by_terminal(self, notice: Notice) -> str | None:
        """OSC 9, which terminals show as a notification, and the bell. No control sign of the words is left in them."""
        text = " ".join(part for part in (notice.title, *notice.body.split("\n")) if part)
        try:
            handle = os.open(TTY, os.O_WRONLY | os.O_NOCTTY | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(handle, "wb", buffering=0) as terminal:
                terminal.write(f"\x1b]9;{shown(text)}\x07\x07".encode("utf-8", "backslashreplace"))
        except OSError as error:
            return error.strerror or str(error)
        return None

    def _by_osascript(self, notice: Notice) -> str | None:
        """To macOS."""
        ran = run(("osascript", "-l", "JavaScript", "-e", _OSASCRIPT), env=_with_words(notice, os.environ))
        return self._failed(ran, waits=False)

    def _by_toast(self, notice: Notice) -> str | None:
        """To Windows."""
        from base64 import b64encode

        program = b64encode(_TOAST.encode("utf-16-le")).decode("ascii")
        ran = run(
            ("powershell", "-NoProfile", "-NonInteractive", "-EncodedCommand", program),
            env=_with_words(notice, os.environ),
        )
        return self._failed(ran, waits=False)

    def _failed(self, ran: Ran, *, waits: bool = True) -> str | None:
        """Why a program did not do it; ``None`` when it ended well. ``waits``: for the notification service."""
        if ran.late:
            if waits:
                self._hung = True
                return t("the desktop's notification service does not answer")
            return t("it took too long")
        if ran.absent:
            return t("it can't be started: {reason}", reason=_reason(ran.err))
        if ran.code:
            return _reason(ran.err or ran.out) or t("it failed with code {code}", code=ran.code)
        return None


def _with_words(notice: Notice, env: Mapping[str, str]) -> dict[str, str]:
    """An environment with a notification's words in it, which nobody else can read."""
    return {**env, "PLANNER_TITLE": notice.title, "PLANNER_BODY": notice.body}


def _with_bus() -> dict[str, str]:
    """The environment, with the session's bus, which cron does not name."""
    env = dict(os.environ)
    address = bus_address()
    if address is not None:
        env["DBUS_SESSION_BUS_ADDRESS"] = address
    return env


def _owned() -> bool:
    """Whether the name of the notification service has an owner now."""
    address = bus_address()
    if address is not None:
        with suppress(BusError):
            return has_owner(address)
    return False


def _reason(text: str) -> str:
    """What a program said last, in one safe line."""
    lines = text.strip().splitlines()
    return shown(lines[-1].strip())[:200] if lines else ""
