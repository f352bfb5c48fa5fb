"""A power cut: what the disk may hold when only what was synced is sure.

The store's calls are recorded; for every prefix of them the folder is made as the disk could have it:

* ``calm``: everything that was done has reached the disk;
* ``names``: names made and changed have reached it, contents only as far as they were synced;
* ``strict``: of names, too, only those whose folder was synced after;
* ``last``: as ``strict``, but of the names that were not synced the last one changed is there;
* ``mixed``: as ``names``, but of the bytes that were not synced the later half is there and the earlier is zeros.
"""

from __future__ import annotations

import os
import shutil

from planner.store import files

DISKS = ("calm", "names", "strict", "last", "mixed")


class Inode:
    """A file's content now, and as it was last synced."""

    def __init__(self, data: bytes, *, synced: bool) -> None:
        self.now = bytearray(data)
        self.sure = bytes(data) if synced else b""

    def content(self, disk: str) -> bytes:
        """What a disk of that sort holds of it."""
        if disk == "calm":
            return bytes(self.now)
        if disk == "mixed" and len(self.now) > len(self.sure):
            fresh = bytes(self.now[len(self.sure) :])
            half = len(fresh) // 2
            return self.sure + bytes(half) + fresh[half:]
        return self.sure


class RecordingOs:
    """``os`` that does everything and keeps a model of the disk beside it; ``cuts`` are the folders a cut may leave."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.last_name = ""
        self.names: dict[str, Inode] = {}
        self.sure_names: dict[str, Inode] = {}
        self.open_files: dict[int, tuple[str, Inode, int]] = {}
        self.cuts: list[dict[str, dict[str, bytes]]] = []
        for place, _, names in os.walk(home):
            for name in names:
                path = os.path.join(place, name)
                with open(path, "rb") as file:
                    inode = Inode(file.read(), synced=True)
                self.names[path] = self.sure_names[path] = inode

    def __getattr__(self, name):
        real = getattr(os, name)
        own = getattr(type(self), f"do_{name}", None)
        if own is None:
            return real

        def call(*args, **options):
            result = own(self, real, *args, **options)
            self.note()
            return result

        return call

    def note(self) -> None:
        """Remember what a cut would leave now."""
        self.cuts.append(
            {disk: {path: inode.content(disk) for path, inode in self._names_on(disk).items()} for disk in DISKS}
        )

    def _names_on(self, disk: str) -> dict[str, Inode]:
        """The names that a disk of that sort holds."""
        if disk == "strict":
            return self.sure_names
        if disk == "last" and self.last_name in self.names:
            return {**self.sure_names, self.last_name: self.names[self.last_name]}
        return self.sure_names if disk == "last" else self.names

    def do_open(self, real, path, flags, mode=0o777):
        fd = real(path, flags, mode)
        if not os.path.isdir(path):
            if flags & os.O_CREAT:
                self.names[path] = Inode(b"", synced=False)
            self.open_files[fd] = (path, self.names[path], 0)
        else:
            self.open_files[fd] = (path, Inode(b"", synced=True), -1)
        return fd

    def do_lseek(self, real, fd, place, how):
        at = real(fd, place, how)
        if fd in self.open_files:
            path, inode, _ = self.open_files[fd]
            self.open_files[fd] = (path, inode, at)
        return at

    def do_write(self, real, fd, data):
        done = real(fd, data)
        path, inode, _ = self.open_files[fd]
        at = os.lseek(fd, 0, os.SEEK_CUR) - done
        inode.now[at : at + done] = data[:done]
        self.open_files[fd] = (path, inode, at + done)
        return done

    def do_fdatasync(self, real, fd):
        real(fd)
        inode = self.open_files[fd][1]
        inode.sure = bytes(inode.now)

    def do_fsync(self, real, fd):
        real(fd)
        path, inode, at = self.open_files[fd]
        if at < 0:
            here = {name: found for name, found in self.names.items() if os.path.dirname(name) == path}
            self.sure_names = {
                name: found for name, found in self.sure_names.items() if os.path.dirname(name) != path
            } | here
        else:
            inode.sure = bytes(inode.now)

    def do_ftruncate(self, real, fd, size):
        real(fd, size)
        del self.open_files[fd][1].now[size:]

    def do_replace(self, real, source, target):
        real(source, target)
        if source in self.names:
            self.names[target] = self.names.pop(source)
            self.last_name = target
            return
        for path in [path for path in self.names if path.startswith(source + os.sep)]:
            inode = self.names.pop(path)
            self.names[target + path[len(source) :]] = inode
            if path in self.sure_names:
                self.sure_names[target + path[len(source) :]] = self.sure_names.pop(path)

    def do_link(self, real, source, target):
        real(source, target)
        self.names[target] = self.names[source]
        self.last_name = target

    def do_unlink(self, real, path):
        real(path)
        self.names.pop(path, None)


def cuts_of(home: str, action) -> list[dict[str, dict[str, bytes]]]:
    """Run an action on a book and give what each power cut during it, and one right after, could leave."""
    recorder = RecordingOs(home)
    recorder.note()
    files.os = recorder
    try:
        action()
    finally:
        files.os = os
    return recorder.cuts


def lay_out(content: dict[str, bytes], home: str, target: str) -> None:
    """Make a folder hold what a cut left."""
    shutil.rmtree(target, ignore_errors=True)
    os.makedirs(target, mode=0o700)
    for path, data in content.items():
        place = os.path.join(target, os.path.relpath(path, home))
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        fd = os.open(place, os.O_WRONLY | os.O_CREAT, 0o600)
        os.write(fd, data)
        os.close(fd)
