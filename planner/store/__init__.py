"""The book on disk: journal, checkpoint, lock, transactions, undo, backups. The only importer of TinyDB.

What stands in a book's folder
------------------------------
``journal.jsonl``
    What changed since the checkpoint. Every line is one JSON object and begins with the CRC-32 of the rest of itself:
    ``{"crc":"48a39eab",...}``. All numbers below are behind that prefix.

    * the first line, the *head*: ``"head":57`` (the last transaction before this journal), ``schema``, ``names``,
      ``counters``; at most 512 bytes, as a commit line is;
    * *row lines*: ``"was":12,"of":"matters","is":{...}`` is the state before, ``"put":...`` the state after,
      ``"del":12,"of":"matters"`` a deletion; ``"new":"table","is":{}`` and ``"end":"table"`` make and drop a table that
      is not the planner's. A row is always the whole record, so any of them can be read without the others;
    * a *commit line* closes the rows of a transaction: ``"commit":58,"rows":[lines,bytes,"crc of them"]``, ``schema``,
      ``at``, ``who``, ``command``, ``undoable``, ``undoes`` or ``redoes`` (a transaction's number), ``names`` (the last
      transaction that changed a party), ``counters`` (the highest number given by table, and by table and year).

    A row counts when the commit line behind it is there and its length and checksum hold; else it counts for nothing.
``book.json``
    The checkpoint: plain TinyDB JSON, one record a line, which stock ``TinyDB(path, access_mode="r")`` opens; it must
    not write it. The first line is the table ``_planner``: ``upto`` (the last transaction it holds), ``schema``,
    ``names``, all ``counters``, and the checksum of the lines below, by which an edit by hand is known: it is accepted,
    reported, and written into the journal before the next checkpoint.
``archive/2026.json``, ``archive/2026.2.json``
    The same form: records closed for sixty days, or beyond the newest 500 closed of their kind, by year of closing, a
    further part once one has 4,096. The working set, which is checkpoint and journal, shadows the archive.
``history/0000000057.jsonl``
    Old journals by the transaction before them, for ever, and changed by an erasure only: what undo, history and a
    rebuilding read.
``backups/2026-09-21-0750/``
    Each a whole book with its ``about.json``.
``erasing.json``
    There while the erasure of a person is under way: who and what is to go, so that it is finished after a crash.
``lock``
    Its kernel lock is the writer's. Never replaced, never deleted. ``cache/`` can be deleted; ``cache/checkpoint`` is
    the size and time of the last ``book.json`` that was looked at, by which a number is known to be free. ``torn/``
    holds what was cut off. ``aside.tmp`` is the one temporary name, used under the lock only.

What happens at a crash between any two system calls
----------------------------------------------------
*A transaction* is one ``write`` at the journal's end and one ``fdatasync``; only then is anybody told. Before the write
nothing has happened. Within it, or before the sync has returned, the end of the file may hold a part, nothing, all, or
(after a power cut) blocks in any order: the commit line is missing or its checksum fails, and readers pass over what
stands behind the last whole transaction. The next writer looks at the last commit line *and* the rows it closes before
it adds anything, puts what is torn into ``torn/`` (written, synced, named) and only then cuts it off: a crash between
leaves it in both places. If everything reached the disk, the change is kept though nobody was told: that is allowed.
A write or sync that fails is cut off again, and the caller is told that nothing was saved.

*A new book*: folder, lock, journal (written aside, synced, renamed, folder synced). A crash leaves an empty folder, or
a lock alone, or a journal with a head: all are an empty book. A journal is never there and empty.

*A checkpoint*, under the lock, each file written aside, synced, renamed, its folder synced, in this order:

1. archive files. Crash: the archived records stand in the archive and in the old checkpoint or journal, which shadows
   it. What was taken out of the archive was deleted by rows that are still in the journal.
2. ``book.json``. Crash: the journal begins before what the checkpoint reaches; transactions up to ``upto`` are skipped.
3. a second name in ``history/`` for the journal (a hard link; a copy where links fail). Crash: the journal has two
   names and grows under both; the next checkpoint finds its name taken by the same file, or by a copy of its beginning.
4. the new journal. Crash before: as above. After: all is done but ``cache/``, which is checked by its stamp.

A reader takes no lock: it reads the checkpoint, then the journal. If the journal begins after what the checkpoint
reaches, a checkpoint came between, and both are read again. The checkpoint being the newer is the case of step 2.

*An erasure* rewrites the past, and is the one thing that does. It begins with a checkpoint; then, under the lock, all
that the book and its journals tell of the person is looked for, ``erasing.json`` is written, and from there on it will
be done: the old journals, the journal, ``torn/``, the archive, the checkpoint are replaced one by one, each row blanked
by the same function, so the book folds alike whichever were reached; then a transaction that can't be undone tells it,
and the note is removed. Crash: whoever next gets the lock goes on before anything else; until then ``check`` names it.
Twice blanked is once blanked. While one can't be finished no other is begun, and nothing can be redone across one.
Backups are left, and those that hold the person are named; one that is restored is blanked on its way in, of the names
that it tells, and by the history, which was blanked.

*A backup* grows in ``backups/partial.tmp`` and gets its name by one rename. Its ``about.json`` is removed first when it
is removed. *A restoring* is a transaction. *Undo* is a transaction.

Files are 0600 and folders 0700. The book is not encrypted.
"""
