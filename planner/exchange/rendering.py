"""PDF, made by whichever of LibreOffice and Chromium is on the machine.

The program runs in a process group of its own with a profile folder of its own, so that neither a window that is open
nor its settings play a part, has a time limit, and is ended with all that it started. What it stamps its files with is
replaced by the book's clock, so that the same document gives the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planner.domain.record import Problem, Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

__all__ = ["NoRendererError", "Renderer", "RenderingError", "pdf_of", "renderers"]

SECONDS = 120
"""How long a program may take: LibreOffice's first start on a slow machine is half a minute."""

_MAC = "/Applications/{0}.app/Contents/MacOS/{1}"
_PROGRAMS = (
    ("libreoffice", ("soffice", "libreoffice", _MAC.format("LibreOffice", "soffice"))),
    (
        "chromium",
        (
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "msedge",
            _MAC.format("Google Chrome", "Google Chrome"),
            _MAC.format("Chromium", "Chromium"),
        ),
    ),
)
"""LibreOffice first: it keeps the official layout of a DOCX."""
_STAMP = re.compile(rb"/(CreationDate|ModDate)( ?)\(D:[^)]*\)")
_ID = re.compile(rb"/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]")
_CHECKSUM = re.compile(rb"/DocChecksum ?/[0-9A-Fa-f]+")
_HEX = re.compile(rb"[0-9A-Fa-f]{16,}")


class NoRendererError(Problem):
    """No program that makes PDF is on the machine."""


class RenderingError(Problem):
    """A program did not make the file; ``program`` is its name, ``words`` the last that it said."""

    def __init__(self, program: str, words: str) -> None:
        super().__init__(program, words)
        self.program = program
        self.words = words


class Renderer(Record):
    """A program that makes PDF: which of the two it is, and where."""

    name: str
    path: str

    @property
    def source(self) -> str:
        """The format that it makes PDF of."""
        return "docx" if self.name == "libreoffice" else "html"


def renderers() -> tuple[Renderer, ...]:
    """The programs that are here, the better one first."""
    found = []
    for name, places in _PROGRAMS:
        path = next((path for place in places if (path := shutil.which(place)) is not None), None)
        if path is not None:
            found.append(Renderer(name=name, path=path))
    return tuple(found)


def pdf_of(make: Callable[[str], bytes], made: datetime, programs: tuple[Renderer, ...] | None = None) -> bytes:
    """A PDF of the document that ``make("docx")`` or ``make("html")`` gives, stamped with the time ``made``.

    When the first program fails the next one is tried. Raises ``NoRendererError``, ``RenderingError``.
    """
    chosen = renderers() if programs is None else programs
    failed: RenderingError | None = None
    for program in chosen:
        try:
            return _stamped(_rendered(program, make(program.source)), made)
        except RenderingError as error:
            failed = failed or error
    raise failed or NoRendererError


def _rendered(program: Renderer, source: bytes) -> bytes:
    """What a program makes of a source. Raises ``RenderingError``."""
    with tempfile.TemporaryDirectory(prefix="planner-pdf-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        file = place / f"document.{program.source}"
        file.write_bytes(source)
        target = place / "document.pdf"
        said = _run(program, _words(program, place, file, target), folder)
        try:
            data = target.read_bytes()
        except OSError:
            data = b""
    if not data.startswith(b"%PDF"):
        raise RenderingError(program.name, said)
    return data


def _words(program: Renderer, folder: Path, file: Path, target: Path) -> list[str]:
    """The command line."""
    profile = folder / "profile"
    if program.name == "libreoffice":
        options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"]
        place = f"-env:UserInstallation={profile.as_uri()}"
        return [program.path, *options, place, "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    options = [
        "--headless",
        "--no-sandbox",  # the page is ours, has no script, and may ask for nothing; root may not have a sandbox
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-extensions",
        "--no-pdf-header-footer",
    ]
    return [program.path, *options, f"--user-data-dir={profile}", f"--print-to-pdf={target}", file.as_uri()]


def _run(program: Renderer, words: list[str], folder: str) -> str:
    """Run it within its time; the last line that it said. Raises ``RenderingError``."""
    env = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder, "TMPDIR": folder}
    env["FC_LANG"] = "zh-cn"  # of a character that Chinese and Japanese draw otherwise, the Chinese form
    try:
        process = subprocess.Popen(  # noqa: S603 - the words are ours, and no shell reads them
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=env,
            start_new_session=True,
        )
    except OSError as error:
        raise RenderingError(program.name, error.strerror or str(error)) from error
    try:
        said, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise RenderingError(program.name, f"> {SECONDS} s") from None
    finally:
        _end(process)
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit {process.returncode}"


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it has started and left."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):  # macOS says the latter of a group that is gone
            os.killpg(process.pid, signal.SIGKILL)
    if process.stdout is not None:
        process.stdout.close()
    process.wait()


def _stamped(data: bytes, made: datetime) -> bytes:
    """The file with its stamps replaced by ones of the same length, so that every offset in it holds."""
    stamp = f"{made:%Y%m%d%H%M%S}".encode("ascii")

    def time(match: re.Match[bytes]) -> bytes:
        head = b"/" + match[1] + match[2] + b"(D:" + stamp
        return (head + b"Z").ljust(len(match[0]) - 1, b" ")[: len(match[0]) - 1] + b")"

    def blank(match: re.Match[bytes]) -> bytes:
        return _HEX.sub(lambda digits: b"0" * len(digits[0]), match[0])

    plain = _CHECKSUM.sub(blank, _ID.sub(blank, _STAMP.sub(time, data)))
    digest = hashlib.sha256(plain).hexdigest().upper().encode("ascii")

    def named(match: re.Match[bytes]) -> bytes:
        return _HEX.sub(lambda digits: digest[: len(digits[0])].ljust(len(digits[0]), b"0"), match[0])

    return _ID.sub(named, plain)
