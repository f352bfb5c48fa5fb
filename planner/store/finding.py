"""What a look through a book's files finds, and the table of all its codes."""

from __future__ import annotations

from planner.domain.record import Record

__all__ = ["CODES", "Finding"]

CODES: dict[str, bool] = {
    "missing": True,  # a file that must be there is not
    "unreadable": True,  # a file can't be read as what it should be
    "behind": True,  # the checkpoint is older than its journal
    "no_head": True,  # the journal's first line is not what was written
    "no_journal": True,  # there is a checkpoint and no journal beside it
    "damaged_lines": True,  # lines in the journal's middle are not what was written; ``count`` of them
    "damaged_row": True,  # a row can't be read as a record, or a line about one is not what was written
    "invalid": True,  # a record breaks a rule of its kind; ``field`` and ``rule`` say which
    "counter_low": True,  # a number stands that its counter has not reached, so it could be given again
    "erasing": True,  # the erasure of a person was begun and is not finished; the next change goes on with it
    "gap": True,  # a number of a kind without gaps is not there
    "differs": True,  # a record is not as its history tells it
    "history_missing": False,  # the old journals do not reach back to the beginning without a hole
    "history_damaged": False,  # lines of an old journal are not what was written
    "backup_unreadable": False,  # a backup can't be read
    "torn_end": False,  # bytes after the journal's last whole transaction; the next change sets them aside
    "set_aside": False,  # a file holds what was cut off the journal; never read again
    "hand_edited": False,  # a checkpoint or archive file was changed by something else; taken as it is
    "unknown_fields": False,  # a record holds fields that this planner does not know; they are kept
    "leftover": False,  # a crash left a temporary file
    "mode": False,  # a file or folder can be read by others
    "link": False,  # a symbolic link stands where a file of the book should
}
"""Every code, and whether it means that something of the book is lost, wrong or in danger."""


class Finding(Record):
    """One thing found. ``path`` is relative to the book's folder; other fields are given where they mean anything."""

    code: str
    path: str = ""
    table: str = ""
    number: int | None = None
    field: str = ""
    rule: str = ""
    """The rule that a field breaks, as in ``Invalid``."""
    count: int = 0
    """Lines or bytes, as the code says."""
    mended: bool = False
    """Whether ``repair`` has put it right."""

    @property
    def severe(self) -> bool:
        """Whether something of the book is lost, wrong or in danger."""
        return CODES[self.code] and not self.mended
