"""Point TinyDB's public test-suite at the book's storages and table, and run it.

    python tests/store/tinydb_suite.py PATH

PATH is an unpacked source distribution or checkout of TinyDB (the ``tests`` folder is in both). Left out are the tests
of ``JSONStorage``'s own handling of its file; all others must pass. The suite names the classes by import, so ours
stand under those names while it runs: each database is a folder where TinyDB's own would be a file.
"""

from __future__ import annotations

import os
import sys

OWN_FILE_HANDLING = (
    "test_json",
    "test_json_kwargs",
    "test_json_readwrite",
    "test_json_read",
    "test_json_invalid_directory",
    "test_create_dirs",
    "test_encoding",
    "test_yaml",
    "test_caching_json_write",
)
"""They look into the file of ``JSONStorage``, or need another storage altogether."""


def install() -> None:
    """Put the book's classes in the place of TinyDB's."""
    import tinydb
    import tinydb.database
    import tinydb.storages
    import tinydb.table

    from planner.store import tiny, tinytable

    class JSONStorage(tiny.BookStorage):
        """The book in a folder; the options of TinyDB's own storage mean nothing to it."""

        def __init__(self, path, create_dirs=False, encoding=None, access_mode="r+", **options):
            super().__init__(os.fspath(path))

    class MemoryStorage(tiny.MemoryStorage):
        """The book's rows in memory."""

    class Table(tinytable.BookTable):
        """The book's table."""

    for cls in (JSONStorage, MemoryStorage):
        cls.__module__ = "tinydb.storages"
        cls.__qualname__ = cls.__name__
        setattr(tinydb.storages, cls.__name__, cls)
    tinydb.JSONStorage = JSONStorage
    tinydb.TinyDB.table_class = Table
    tinydb.TinyDB.default_storage_class = JSONStorage


def main(path: str) -> int:
    """Run the suite; pytest's exit code."""
    import pytest

    install()
    tests = os.path.join(path, "tests")
    options = [tests, "-q", "-p", "no:cacheprovider", "--rootdir", path, "-c", os.devnull, "--import-mode=importlib"]
    files = [name for name in os.listdir(tests) if name.startswith("test_")]
    for name in OWN_FILE_HANDLING:
        options += [f"--deselect=tests/{file}::{name}" for file in files]
    return int(pytest.main(options))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
