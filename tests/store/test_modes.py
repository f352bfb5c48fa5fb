"""Every file is 0600 and every folder 0700, whatever the umask: a backup's folder was 0755 once."""

import os
import stat
from datetime import datetime

import pytest

from planner.domain.matter import Matter
from planner.store import backup, checkpoint
from planner.store.book import Book

AT = datetime(2026, 9, 21, 7, 50)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_nobody_else_can_read_what_is_made(tmp_path, mask):
    home = str(tmp_path / "deep" / "home")
    before = os.umask(mask)
    try:
        book = Book(home)
        with book.begin("add", AT) as tx:
            tx.put(Matter(number=tx.next_number("matter"), created=AT, title="report"))
        checkpoint.run(book, AT)
        backup.make(book, AT)
    finally:
        os.umask(before)
    wrong = []
    for folder, folders, files in os.walk(home):
        for name in folders:
            path = os.path.join(folder, name)
            if stat.S_IMODE(os.lstat(path).st_mode) != 0o700:
                wrong.append(path)
        for name in files:
            path = os.path.join(folder, name)
            if stat.S_IMODE(os.lstat(path).st_mode) != 0o600:
                wrong.append(path)
    assert wrong == []
    assert stat.S_IMODE(os.lstat(home).st_mode) == 0o700
