"""Words of an accusation, put into every field that takes some, are told by no command that was not asked for them.

A book is filled with the canary once; every row of the command table is then run on a copy of it, as text and as JSON,
the verbs among them, which say what they did.
"""

from __future__ import annotations

import shutil

import pytest

from planner.cli.table import COMMANDS
from planner.store.book import Book

CANARY = "秘雀"
PHONE = "13900007777"

FILLING = (
    ("add", "修路", "周五"),
    ("visit", f"{CANARY}姓 {PHONE} 举报{CANARY}事 转纪检室 报李局", "--class", "accusation", "--accused", f"{CANARY}科",
     "--unit", f"{CANARY}街", "--asked", f"{CANARY}人", "--received-by", f"{CANARY}员", "--attachment", f"{CANARY}信",
     "--petition-number", f"{CANARY}77", "--satisfaction", f"{CANARY}满意"),
    ("edit", "2", f"title:{CANARY}题 周三 +{CANARY}签"),
    ("edit", "2", f'words:"{CANARY}批示"'),
    ("note", "2", f"{CANARY}记"),
    ("steps", "2", "--add", f"{CANARY}步", "--ahead", "2"),
    ("steps", "2", "--skip", "1", f"{CANARY}不用"),
    ("steps", "2", "--add", f"{CANARY}步二"),
    ("chase", "2", f"{CANARY}催", "周五交"),
    ("extend", "2", "周五", "--reason", f"{CANARY}缓", "--progress", f"{CANARY}度", "--approver", f"{CANARY}批"),
    ("return", "2", f"{CANARY}退"),
    ("link", "2", f"https://example.org/{CANARY}"),
    ("link", "V2026-0001", f"https://example.org/{CANARY}访"),
    ("visits", "event", "V2026-0001", "reported", "--reason", f"{CANARY}报"),
    ("extend", "V2026-0001", "5d", "--reason", f"{CANARY}延", "--approver", f"{CANARY}长"),
    ("tell", "--edit", "1", f"{CANARY}话"),
    ("tell", f"@李局 {CANARY}要点", "--visit", "V2026-0001", "--original", f"{CANARY}原话", "--source", f"{CANARY}源"),
    ("talk", "李局", "--tick", "2", "--answer", f"{CANARY}答", "--how", f"{CANARY}处", "--matter"),
    ("tell", "@李局 修路进展"),
    ("visit", "王强 修桥"),
    ("tell", f"@李局 {CANARY}由事而言 #2", "--original", f"{CANARY}原句"),
    ("talk", "李局", "--tick", "4", "--answer", f"{CANARY}复", "--how", f"{CANARY}室", "--matter"),
    ("tell", f"@李局 {CANARY}再言 #4"),
    ("edit", "4", f"title:{CANARY}改题 周一 每周一"),
    ("done", "4", f"{CANARY}毕"),
    ("tell", f"@李局 {CANARY}三言 #5"),
)  # fmt: skip

FORMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "add": (("周三", "买纸", "needs:2"), ("--dry-run", "买纸")),
    "today": ((), ("--json",), ("--plain",)),
    "agenda": ((), ("month",), ("--json",)),
    "list": ((), ("--json",), (CANARY,), (CANARY, "--json"), ("state:all",), ("/秘/",),
             (f"+{CANARY}签",), ("--plain",)),
    "views": ((), ("--json",)),
    "show": (("2",), ("2", "--json"), ("3",), ("3", "--json"), ("V2026-0001",), ("V2026-0001", "--json"), ("point:1",),
             ("point:2", "--json"), ("point:2",), ("4",), ("4", "--json"), ("5",), ("5", "--json"), ("point:4",),
             ("point:4", "--json"), ("point:5",), ("point:6", "--json"), ("party:1",), ("party:1", "--json")),
    "why": (("2",), ("2", "--json"), ("3",)),
    "edit": (("2", "周四"), ("2", "p2")),
    "done": (("2",), ("2", "办了"), ("--where", CANARY)),
    "reopen": (("2",),),
    "return": (("2", "再办"),),
    "postpone": (("2", "周五"),),
    "note": (("2", "记下"),),
    "wait": (("2", "等回话"), ("2",)),
    "drop": (("2", "作罢"),),
    "hand": (("2", "财务科"),),
    "chase": (("2", "又催"),),
    "extend": (("2", "下周五"), ("V2026-0001", "5d")),
    "stage": (("2", "reported"), ("2", "反馈")),
    "owed": ((), ("--json",), ("--silent",)),
    "rank": (("2", "1"), ("2", "top"), ("2", "up")),
    "steps": (("2",), ("2", "--json"), ("2", "--tick", "2"), ("2", "--tick", "9"), ("2", "--add", "review")),
    "sign": (("2",),),
    "templates": ((), ("--json",)),
    "tags": ((), ("--json",)),
    "link": (("2",), ("V2026-0001",), ("2", "--json"), ("2", "https://example.org/x")),
    "find": ((CANARY,), (CANARY, "--json"), ("V2026-0001",), ("V2026-0001", "--json"), (PHONE,)),
    "visit": (("--dry-run", "赵新 咨询"), (f"{PHONE} 再来",), ("秘雀姓 再来",)),
    "visits": ((), ("--json",), ("--state", "all"), ("--by-section",), (CANARY,), ("--subject", CANARY), ("retention",),
               ("edit", "1", "age:44"), ("forward", "1", "财务科"), ("event", "1", "reported"), ("void", "1", "重复"),
               ("erase", "1", "申请", "--dry-run"), ("erase", "1", "申请")),
    "notice": (("1",),),
    "accept": (("1",),),
    "objection": (("1",),),
    "reply": (("1", "已告知"),),
    "clocks": ((), ("--json",)),
    "tell": (("@李局", "别的"), ("--edit", "2", "改过")),
    "talk": (("李局",), ("李局", "--json"), ("李局", "--format", "md"), ("纪检室",), ("纪检室", "--json"),
             ("李局", "--tick", "1"),
             ("李局", "--held"), ("李局", "--tick", "1", "--answer", "好", "--matter")),
    "parties": ((), ("--json",), ("李局",), ("李局", "--json"), ("merge", "李局", "纪检室")),
    "checklist": ((), ("--json",)),
    "undo": ((),),
    "redo": ((),),
    "history": ((), ("2",), ("2", "--json"), ("V2026-0001",), ("V2026-0001", "--json"), ("point:1",),
                ("point:2", "--json"), ("4",), ("5", "--json"), ("point:4",), ("point:5", "--json"), ("point:6",),
                ("--json",)),
    "check": ((), ("--json",), ("--repair",)),
    "backup": ((), ("--list",), ("--list", "--json")),
    "restore": ((),),
    "config": ((), ("office",)),
    "remind": ((), ("--list",), ("--json",), ("--dry-run",), ("--once",)),
    "import": (),
    "export": tuple(
        (*subject, "--format", form)
        for subject in (("all",), ("week",), ("party", "李局"), ("today",), ("visits",), ("matters",), ("review",))
        for form in ("json", "csv", "ics", "todotxt", "taskwarrior", "md", "html")
        if (subject[0], form) not in (("all", "md"), ("all", "html"))
    ),
    "review": ((), ("--json",)),
}  # fmt: skip
"""What is asked of each command, of any other it is bare and ``--json``. One that refuses says so without the words."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Where the book is kept between the copies."""
    return tmp_path_factory.mktemp("filled") / "home"


@pytest.fixture
def book(shell, filled):
    """A shell on a copy of the book that is full of the canary."""
    if not filled.exists():
        for words in FILLING:
            said = shell.again(words)
            assert said.code == 0, (words, said)
        assert sum(CANARY in repr(one) for one in Book(str(shell.home)).read().all("matter")) == 4
        shutil.copytree(shell.home, filled)
    return shell


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_command_tells_the_words(book, filled, name, lang):
    told = []
    for form in FORMS.get(name, ((), ("--json",))):
        shutil.rmtree(book.home)
        shutil.copytree(filled, book.home)
        said = book.again(("--lang", lang, name, *form))
        typed = any(CANARY in word or PHONE in word for word in form)
        out, err = said.out, said.err
        for word in " ".join(form).split():  # what was typed is said back
            err = err.replace(word, "") if typed else err
        if CANARY in out + err or PHONE in out + err:
            told.append((" ".join((name, *form)), [line for line in (out + err).splitlines() if CANARY in line][:3]))
        assert "Traceback" not in out + err
        assert name != "export" or said.code == 0, form  # a subject that is refused tells nothing anyhow
    assert told == []


def test_the_words_are_found_by_nobody_who_did_not_ask(book, filled):
    shutil.rmtree(book.home)
    shutil.copytree(filled, book.home)
    for form in (("list", CANARY), ("list", f"/{CANARY}/"), ("list", CANARY, "--json"), ("list", f"+{CANARY}签"),
                 ("find", CANARY), ("visits", CANARY, "--state", "all"), ("visits", "--subject", CANARY)):  # fmt: skip
        said = book.again(form)
        assert said.out in ("", "[]\n"), form
    assert book.again(("done", "--where", CANARY)).code == 1
    assert CANARY in book.again(("show", "2", "--private")).out
