"""From words to a command: options anywhere, exit codes, two streams, two languages, and help."""

from __future__ import annotations

import pytest

import planner
from planner.cli.options import UsageError, globals_of, plain_words
from planner.cli.table import COMMANDS
from planner.wording.safe import cells


@pytest.mark.parametrize(
    ("words", "home", "lang", "demo", "left"),
    [
        ([], None, None, False, ()),
        (["add", "a"], None, None, False, ("add", "a")),
        (["--home", "/a", "add", "a"], "/a", None, False, ("add", "a")),
        (["add", "a", "--home", "/a"], "/a", None, False, ("add", "a")),
        (["add", "--home=/a=b", "a"], "/a=b", None, False, ("add", "a")),
        (["--lang", "zh", "--demo", "today"], None, "zh", True, ("today",)),
        (["today", "--lang=en", "--demo"], None, "en", True, ("today",)),
        (["add", "--", "--home", "/a", "--demo"], None, None, False, ("add", "--", "--home", "/a", "--demo")),
        (["add", "--json", "-5%"], None, None, False, ("add", "--json", "-5%")),
        (["--home", "/a", "--home", "/b"], "/b", None, False, ()),
    ],
)
def test_global_options_stand_before_or_after(words, home, lang, demo, left):
    given = globals_of(words)
    assert (given.home, given.lang, given.demo, given.words) == (home, lang, demo, left)


@pytest.mark.parametrize(
    "words", [["--home"], ["--lang"], ["--home="], ["--lang", "fr"], ["--lang=ZH"], ["add", "--lang"]]
)
def test_a_global_option_without_its_value_is_a_slip_of_use(words):
    with pytest.raises(UsageError):
        globals_of(words)


@pytest.mark.parametrize(
    ("words", "split"),
    [
        (("a", "--json", "b"), ({"--json": True}, ["a", "b"])),
        (("-",), ({"--json": False}, ["-"])),
        (("-5%", "--", "--json"), ({"--json": False}, ["-5%", "--json"])),
        (("--",), ({"--json": False}, [])),
        (("a", "--unknown"), None),
        (("-h",), None),
        (("a", "--help"), None),
        (("---",), None),
        (("",), ({"--json": False}, [""])),
    ],
)
def test_plain_words_are_split_without_a_parser(words, split):
    assert plain_words(words, ("--json",)) == split


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_folder_is_named_before_or_after(shell, tmp_path, place):
    option = ["--home", str(tmp_path / "other")]
    shell(*(option if place == "before" else []), "add", "call Li", *(option if place == "after" else []))
    assert shell("list").out == ""
    assert "call Li" in shell("--home", str(tmp_path / "other"), "list").out


def test_the_language_is_the_option_s_the_setting_s_or_the_environment_s(shell):
    assert "Nothing is open" in shell("today").out
    assert "Nothing is open" not in shell("today", "--lang", "zh").out
    shell.monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "周三" in shell("today").out
    shell("config", "lang", "en")
    assert "Wed 25 Nov" in shell("today").out
    assert "周三" in shell("--lang", "zh", "today").out


SLIPS = [
    (("unicorn",), 2, "unicorn"),
    (("",), 2, ""),
    (("list", "--unicorn"), 2, "--unicorn"),
    (("list", "--state", "lost"), 2, "lost"),
    (("list", "--due-before", "sometime"), 1, "sometime"),
    (("show",), 2, "number"),
    (("show", "99"), 1, "99"),
    (("show", "unicorn"), 1, "unicorn"),
    (("why", "99"), 1, "99"),
    (("done",), 2, "number"),
    (("done", ""), 2, "number"),
    (("done", "99"), 1, "99"),
    (("done", "5-3"), 1, "5-3"),
    (("done", "unicorn"), 2, "number"),
    (("edit", "99", "p1"), 1, "99"),
    (("edit", "1"), 2, "edit"),
    (("return", "99", "why"), 1, "99"),
    (("postpone", "99", "fri"), 1, "99"),
    (("hand", "99", "IT"), 1, "99"),
    (("hand", "1"), 1, "whom"),
    (("note", "1"), 1, "note"),
    (("reply", "V99", "yes"), 1, "V2026-0099"),
    (("accept", "unicorn"), 1, "unicorn"),
    (("notice", "V1", "sometime"), 1, "sometime"),
    (("history", "unicorn"), 1, "unicorn"),
    (("history", "--limit", "many"), 2, "many"),
    (("config", "colour"), 1, "colour"),
    (("config", "lang", "fr"), 1, "fr"),
    (("talk", "Nemo"), 1, "Nemo"),
    (("talk", "--tick", "9"), 1, "9"),
    (("tell", "@Li"), 1, "tell"),
    (("restore", "never"), 1, "never"),
    (("restore", "../x"), 1, "../x"),
    (("--lang", "fr", "today"), 2, "fr"),
    (("--home",), 2, "--home"),
]


@pytest.mark.parametrize(("words", "code", "named"), SLIPS)
def test_a_slip_is_one_line_that_names_it(shell, words, code, named):
    said = shell(*words, code=code)
    assert said.out == ""
    assert named in said.line


@pytest.mark.parametrize(("words", "code", "_named"), SLIPS)
def test_a_slip_is_one_line_in_chinese_too(shell, words, code, _named):
    if words[:1] in (("--lang",), ("--home",)):
        words = ("unicorn",)
        code = 2
    said = shell("--lang", "zh", *words, code=code)
    assert any("\u4e00" <= sign <= "\u9fff" for sign in said.line)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "--grade", "x"), "--grade：x不在可选范围：大事、小事"),
        (("list", "--prority"), "无法识别：--prority"),
        (("list", "--due-before"), "--due-before：缺少取值"),
        (("history", "--limit", "x"), "--limit：'x'不是整数"),
        (("show",), "缺少：number"),
    ],
)
def test_argparse_speaks_the_language_in_use(shell, words, said):
    assert said in shell("--lang", "zh", *words, code=2).line
    page = shell("--lang", "zh", words[0], "--help").out
    assert page.startswith(f"用法：planner {words[0]} ")
    assert "\n选项:\n" in page
    assert not any(word in page for word in ("usage:", "options:", "show this"))


def test_what_is_said_in_chinese_has_no_code_in_it(shell):
    zh = ("--lang", "zh")
    shell("add", "报表 周五")
    shell("visit", "张伟 低保申请")
    assert "事项不能清空" in shell(*zh, "visits", "edit", "1", "matter:-", code=1).line
    assert "年龄" in shell(*zh, "visits", "edit", "1", "age:x", code=1).line
    assert "交办" in shell(*zh, "stage", "1", "dance", code=2).line
    assert "; " not in shell(*zh, "clocks").out


def test_an_edit_says_what_it_changed_and_nothing_before_it(shell):
    shell("add", "report")
    assert shell("edit", "1", "p1").err.startswith("p1\n")


def test_history_tells_a_log_in_words(shell):
    shell("add", "report +a")
    shell("note", "1", "sent to the bureau")
    said = shell("history", "1").out
    assert "1 entry, the last “sent to the bureau”" in said
    assert "tags: - -> a" in said
    assert '{"' not in said


def test_what_begins_later_is_counted_in_words(shell):
    shell("add", "report start:2026-12-20 due 2026-12-25")
    assert "1 more begins later" in shell("today").out


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("words", [("--help",), ("-h",), ("help",)])
def test_help_names_every_command(shell, lang, words):
    said = shell("--lang", lang, *words)
    assert [command.name for command in COMMANDS if f"  {command.name} " not in said.out] == []
    assert said.err == ""
    assert ("总" in said.out or "命令" in said.out) is (lang == "zh")


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_command_has_its_help(shell, lang, command):
    said = shell(command, "--help", "--lang", lang)
    assert f"planner {command}" in said.out
    assert "--home" in said.out
    assert "%(" not in said.out
    assert said.err == ""
    assert list(shell.home.iterdir()) == []


def test_the_version_is_told(shell):
    assert shell("--version").out == f"planner {planner.__version__}\n"
    assert shell("-V").out == shell("--version").out


def test_a_demo_book_is_shown_and_thrown_away(shell):
    said = shell("--demo", "today", "--lang", "zh")
    assert "救助" in said.out
    assert len(said.err.splitlines()) == 1
    assert list(shell.home.iterdir()) == []
    assert "raise" in shell("list", "--demo", "--lang", "en").out.lower()


@pytest.mark.parametrize(
    ("terminal", "term", "code"),
    [
        ((True, True), "xterm", 77),
        ((True, False), "xterm", 0),
        ((False, True), "xterm", 0),
        ((False, False), "xterm", 0),
        ((True, True), "dumb", 0),
    ],
)
def test_the_interface_opens_on_a_terminal_only(shell, terminal, term, code):
    shell.monkeypatch.setenv("TERM", term)
    shell(code=code, terminal=terminal)
    shell("--demo", code=code, terminal=terminal)
    shell("today", terminal=terminal)


@pytest.mark.parametrize(
    ("environment", "bold"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_headings_are_bold_only_where_that_is_wanted(shell, environment, bold):
    for name, value in environment.items():
        shell.monkeypatch.setenv(name, value)
    shell("add", "call Li")
    assert ("\x1b[1m" in shell("today", terminal=(True, True)).out) is bold
    assert "\x1b" not in shell("today").out


def test_a_terminal_gets_lines_of_its_width_and_a_pipe_whole_ones(shell):
    shell("add", "很长的标题" * 30)
    assert all(cells(line) <= 80 for line in shell("list", terminal=(True, True)).out.splitlines())
    for whole in (shell("list"), shell("list", "--plain", terminal=(True, True))):
        assert "很长的标题" * 30 in whole.out


@pytest.mark.parametrize(
    ("words", "typed", "out"),
    [
        (("add",), "call Li fri\n", "1\n"),
        (("visit",), "张伟 低保申请\n", "V2026-0001\n"),
        (("tell",), "@Li the money has come\n", "1\n"),
    ],
)
def test_a_line_is_asked_for_at_a_terminal_where_no_shell_reads_it(shell, words, typed, out):
    said = shell(*words, stdin=typed, terminal=(True, False))
    assert said.out == out
    assert "?" in said.err.splitlines()[0]
    assert "Nothing was typed" in shell(*words, stdin="", terminal=(True, False), code=2).err


def test_a_slip_in_config_lets_a_thought_be_taken_and_is_told(shell):
    (shell.home / "config.toml").write_text("lang = 'fr'\n")
    said = shell("add", "call Li")
    assert said.out == "1\n"
    assert "fr" in said.err.splitlines()[0]
    assert shell("visit", "张伟 低保申请").out == "V2026-0001\n"
    assert shell("tell", "@Li news").out == "1\n"
    for words in (("list",), ("today",), ("done", "1"), ("undo",)):
        assert "fr" in shell(*words, code=1).line
    shell("config", "lang", "en")
    assert "call Li" in shell("list").out


@pytest.mark.parametrize("now", ["tomorrow", "2026-99-99"])
def test_a_clock_that_is_no_moment_is_told(shell, now):
    shell.monkeypatch.setenv("PLANNER_NOW", now)
    assert now in shell("add", "call Li", code=1).line
    assert now in shell("today", code=1).line


def test_data_and_talk_never_mix(shell):
    shell("add", "call @Li fri p1")
    shell("visit", "张伟 低保申请")
    for words in (
        ("today",),
        ("list",),
        ("show", "1"),
        ("why", "1"),
        ("parties",),
        ("history",),
        ("config",),
        ("visits",),
    ):
        assert shell(*words).err == "", words
    for words in (("done", "1"), ("reopen", "1"), ("note", "1", "seen"), ("undo",), ("redo",), ("edit", "1", "p2")):
        said = shell(*words)
        assert (said.out, bool(said.err)) == ("", True), words
