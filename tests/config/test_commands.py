"""The user's command for reminders: where a title may stand, which is anybody's text."""

from __future__ import annotations

import pytest

from planner.config.commands import is_command


@pytest.mark.parametrize(
    "text",
    [
        "",
        "off",
        "say {title} {body}",
        "say '{title}' \"{body}\"",
        "/usr/bin/notify --title {title} --body {body}",
        "notify.sh {title}",
        "sh notify.sh {title} {body}",
        "/usr/bin/python3.11 /home/li/say.py {title}",
        "python3 -u say.py {title}",
        "sh -c 'notify \"$PLANNER_TITLE\"'",
        "bash -lc 'say \"$PLANNER_TITLE\"'",
        "ssh office 'notify-send reminder'",
        "sudo -u li notify-send {title}",
        r"'C:\Tools\toast.exe' {title}",
    ],
)
def test_words_of_their_own_are_accepted(text):
    assert is_command(text)


@pytest.mark.parametrize(
    "text",
    [
        'sh -c "echo {title}"',
        "sh -c {title}",
        "sh -c 'echo $1' sh {title}",
        "bash -lc 'echo {body}'",
        "/bin/dash -ec {title}",
        "env LANG=C sh -c {title}",
        "nice zsh -c 'say {title}'",
        "busybox sh -c {body}",
        "fish --command {title}",
        "python3 -c {title}",
        "python3 -c 'import sys; print(sys.argv)' {title}",
        "pythonw.exe -c {title}",
        "perl -e {title}",
        "perl -ne {title} file",
        "ruby -e {title}",
        "node --eval {title}",
        "php -r {title}",
        "lua {title}",
        "sh {title}",
        "awk {title} /dev/null",
        "osascript -e {title}",
        "osascript -e 'display notification \"{body}\"'",
        "powershell -Command {title}",
        "powershell.exe -EncodedCommand {title}",
        r"'C:\Windows\cmd.exe' /c {title}",
        "cmd /k start {title}",
        "ssh office notify-send {title}",
        "su li -c {title}",
        "xargs echo {title}",
        "tmux display-message {title}",
        "say --title={title}",
        "say 'now: {title}'",
        "{title}",
        "'{body}' x",
        "say {title}{body}",
        "say '{title}",
        "say\n{title}",
        "say\0",
    ],
)
def test_a_script_or_a_part_of_a_word_is_refused(text):
    assert not is_command(text)
