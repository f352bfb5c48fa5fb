"""The roads out, on a real session bus with a real service behind it, and on all that can be wrong with one."""

from __future__ import annotations

import os
import select
import sys
from contextlib import suppress

import pytest

from planner.notify import roads as module
from planner.notify import running
from planner.notify.roads import ROADS, Roads
from planner.notify.words import notice
from planner.wording import use

NO_BUS = "no session bus was found: nobody is logged in at a desktop"
HUNG = "the desktop's notification service does not answer"


def tried(delivery):
    return {one.road: one.reason for one in delivery.tried}


@pytest.fixture
def quick(monkeypatch):
    """A desktop that hangs is given up after a moment, so that no test waits five seconds."""
    monkeypatch.setattr(running, "SECONDS", 0.5)
    monkeypatch.setattr(running.run, "__kwdefaults__", {**running.run.__kwdefaults__, "seconds": 0.5})


def test_plyer_delivers_to_a_service_that_is_there(desktop_that, notify_send):
    desktop = desktop_that()
    delivery = Roads().send(notice("14:30 Report on relief funds", "10 min left\nLi"))
    assert (delivery.road, delivery.tried) == ("plyer", ())
    assert desktop.shown == [
        {"name": "planner", "title": "Planner: 14:30 Report on relief funds", "body": "10 min left\nLi"}
    ]


@pytest.mark.parametrize(
    "title",
    ["-t", "--wait", "--help", "-u critical", "<b>bold</b> & <a href='x'>", "\x1b]52;c;x\x07", "", "\ud800", "\x00"],
)
def test_no_title_is_an_option_or_a_command(desktop_that, notify_send, title):
    desktop = desktop_that()
    assert Roads().send(notice(title, "words")).road == "plyer"
    (shown,) = desktop.shown
    assert shown["title"].startswith("Planner: ")
    assert shown["title"].isprintable()
    assert shown["body"] == "words"


def test_markup_and_control_signs_of_the_body_are_shown_as_they_are(desktop_that, notify_send):
    desktop = desktop_that()
    body = "<script>1 & 2</script>\x1b[31m\u202eturned"
    assert Roads().send(notice("x", body)).road == "plyer"
    (shown,) = desktop.shown
    assert shown["body"] == "&lt;script&gt;1 &amp; 2&lt;/script&gt;&#92;u001b[31m&#92;u202eturned"


@pytest.mark.parametrize("char", ["a", "字", "😀", "&"])
def test_five_thousand_characters_are_cut_and_arrive(desktop_that, notify_send, char):
    desktop = desktop_that()
    assert Roads().send(notice(char * 5000, char * 5000)).road == "plyer"
    (shown,) = desktop.shown
    assert len(shown["title"].encode("utf-16-le")) // 2 <= 60
    assert len(shown["body"].encode("utf-16-le")) // 2 <= 250
    assert shown["body"].endswith("…")


def test_without_a_bus_nothing_is_started(monkeypatch):
    monkeypatch.setattr(module, "run", lambda *_, **__: pytest.fail("a program was run"))
    delivery = Roads(terminal=False).send(notice("x"))
    assert delivery.road is None
    assert tried(delivery)["plyer"] == NO_BUS


def test_a_bus_that_has_gone_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/gone")
    delivery = Roads().send(notice("x"))
    assert delivery.road is None
    assert "does not answer" in tried(delivery)["plyer"]


def test_a_bus_without_a_service_is_no_delivery(session, notify_send):
    """plyer itself returns normally here."""
    delivery = Roads().send(notice("x"))
    assert delivery.road is None
    assert tried(delivery)["plyer"] == "no notification service runs on the session bus"


def test_plyer_alone_is_not_believed(session, notify_send, monkeypatch):
    """Were the bus not asked, plyer's silence about a failure would still not count."""
    monkeypatch.setattr(module, "shows_notifications", lambda _: True)
    delivery = Roads().send(notice("x"))
    assert delivery.road is None
    assert "ServiceUnknown" in tried(delivery)["plyer"]


def test_a_service_that_hangs_is_given_up_and_not_asked_again(desktop_that, notify_send, quick):
    desktop_that("hang")
    roads = Roads()
    delivery = roads.send(notice("x"))
    assert delivery.road is None
    assert tried(delivery)["plyer"] == HUNG
    assert tried(delivery)["notify-send"] == HUNG
    assert tried(roads.send(notice("y")))["plyer"] == HUNG


def test_without_notify_send_the_next_road_is_taken(desktop_that, monkeypatch, tmp_path):
    desktop_that()
    monkeypatch.setenv("PATH", str(tmp_path))
    delivery = Roads(f"{sys.executable} -c pass").send(notice("x"))
    assert delivery.road == "command"
    assert "plyer" in tried(delivery)
    assert tried(Roads().send(notice("x")))["notify-send"] == "notify-send is not installed"


def script(folder, name, text):
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_what_plyer_s_program_says_is_a_failure_and_notify_send_follows(
    desktop_that, notify_send, monkeypatch, tmp_path
):
    """A first notify-send that complains and leaves well, as it does when nothing was delivered; then a good one."""
    desktop = desktop_that()
    once = tmp_path / "once"
    script(
        tmp_path,
        "notify-send",
        f"import os, sys\nif not os.path.exists({str(once)!r}):\n"
        f"    open({str(once)!r}, 'w').close(); sys.exit(print('complaint', file=sys.stderr))\n"
        f"os.execv({notify_send!r}, [{notify_send!r}, *sys.argv[1:]])\n",
    )
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    delivery = Roads().send(notice("--title", "body & more"))
    assert (delivery.road, tried(delivery)) == ("notify-send", {"plyer": "complaint"})
    assert [one["body"] for one in desktop.shown] == ["body &amp; more"]


def test_the_user_s_command_gets_the_words_as_words(tmp_path):
    out = tmp_path / "out"
    program = script(tmp_path, "say", f"import sys\nopen({str(out)!r}, 'w').write(repr(sys.argv[1:]))\n")
    command = f"'{program}' -- '{{title}}' {{body}} --body={{body}} '$(touch {tmp_path}/evil)'"
    delivery = Roads(command).send(notice("a 'b' {body} \"c\"; rm -rf x", "{title} $HOME"))
    assert delivery.road == "command"
    assert out.read_text() == repr(
        ["--", "Planner: a 'b' {body} \"c\"; rm -rf x", "{title} $HOME", "--body={body}", f"$(touch {tmp_path}/evil)"]
    )
    assert not (tmp_path / "evil").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="has no sh")
def test_a_script_gets_the_words_by_the_environment(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "out"
    title = "$(touch evil) `touch evil`; touch evil"
    command = f"""sh -c 'printf "%s|%s" "$PLANNER_TITLE" "$PLANNER_BODY" >{out}; echo {{title}}' {{title}}x"""
    assert Roads(command).send(notice(title, "body")).road == "command"
    assert out.read_text() == f"Planner: {title}|body"
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("/nowhere/at/all {title}", "it can't be started"),
        (f"'{sys.executable}' -c 'import sys; sys.exit(3)'", "it failed with code 3"),
        (f"'{sys.executable}' -c 'import sys; sys.exit(\"no\\x1b[2J\")'", "no\\u001b[2J"),
    ],
)
def test_a_command_that_fails_says_why(command, reason):
    delivery = Roads(command).send(notice("x"))
    assert delivery.road is None
    assert reason in tried(delivery)["command"]


def test_a_command_that_hangs_is_given_up(quick):
    delivery = Roads(f"'{sys.executable}' -c 'import time; time.sleep(60)'").send(notice("x"))
    assert (delivery.road, tried(delivery)["command"]) == (None, "it took too long")


def test_a_program_that_is_late_is_killed_with_its_children(tmp_path, quick):
    pids = tmp_path / "pids"
    text = (
        "import os, subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(pids)!r}, 'w').write(str(child.pid))\ntime.sleep(60)\n"
    )
    ran = running.run((sys.executable, "-c", text), seconds=4)
    assert ran.late
    child = int(pids.read_text())
    with suppress(ProcessLookupError):  # it has gone already
        handle = os.pidfd_open(child)
        try:
            assert select.select([handle], [], [], 10)[0]  # readable once it has ended, however busy the machine
        finally:
            os.close(handle)


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_a_terminal_gets_osc_9_and_the_bell_and_nothing_else(monkeypatch):
    import pty

    ours, theirs = pty.openpty()
    try:
        monkeypatch.setattr(module, "TTY", os.ttyname(theirs))
        delivery = Roads().send(notice("x\x1b]0;evil\x07", "two\nlines"))
        assert delivery.road == "terminal"
        assert os.read(ours, 1000) == b"\x1b]9;Planner: x\\u001b]0;evil\\u0007 two lines\x07\x07"
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_terminal_that_is_drawn_on_is_left_alone(monkeypatch, tmp_path):
    path = tmp_path / "tty"
    path.touch()
    monkeypatch.setattr(module, "TTY", str(path))
    assert Roads(terminal=False).send(notice("x")).road is None
    monkeypatch.setenv("TERM", "dumb")
    assert Roads().send(notice("x")).road is None
    assert path.read_bytes() == b""


def test_outlook_sends_nothing(desktop_that, notify_send):
    desktop = desktop_that()
    assert Roads().outlook().road == "plyer"
    assert desktop.shown == []


def test_macos_gets_the_words_by_the_environment(monkeypatch):
    seen = []
    monkeypatch.setattr(module, "_FREE", False)
    monkeypatch.setattr(module.sys, "platform", "darwin")

    def run(words, **options):
        seen.append((tuple(words), options))
        return running.Ran(code=0, err="no pyobjus" if words[0] == sys.executable else "")

    monkeypatch.setattr(module, "run", run)
    delivery = Roads().send(notice('say "hi"', "<b>"))
    assert (delivery.road, tried(delivery)["plyer"]) == ("osascript", "no pyobjus")
    words, options = seen[-1]
    assert words[0] == "osascript"
    assert (options["env"]["PLANNER_TITLE"], options["env"]["PLANNER_BODY"]) == ('Planner: say "hi"', "<b>")
    assert not any("hi" in word or "<b>" in word for word in words)


def test_windows_gets_the_words_by_the_environment(monkeypatch):
    seen = []
    monkeypatch.setattr(module, "_FREE", False)
    monkeypatch.setattr(module.sys, "platform", "win32")

    def run(words, **options):
        seen.append((tuple(words), options))
        return running.Ran(code=1 if words[0] == sys.executable else 0)

    monkeypatch.setattr(module, "run", run)
    assert Roads().send(notice("$(evil)", "body")).road == "toast"
    words, options = seen[-1]
    assert words[0] == "powershell"
    assert options["env"]["PLANNER_TITLE"] == "Planner: $(evil)"
    assert not any("evil" in word for word in words)


def test_every_road_has_its_name_in_both_languages():
    from planner.wording.reminders import road_name

    for lang in ("en", "zh"):
        use(lang)
        names = [road_name(road) for road in (*ROADS, "screen")]
        assert len(set(names)) == len(names)
        assert not set(names) & set(ROADS)
