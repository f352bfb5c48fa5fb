"""The session's bus: where it is, also from cron, and whether somebody there shows notifications.

A D-Bus client of three calls (the specification's SASL EXTERNAL, ``Hello``, and one method of the bus itself), because
the Python packages for it are not everywhere, and ``notify-send`` does not say whether anybody listens before it waits.
"""

from __future__ import annotations

import os
import socket
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

__all__ = ["SERVICE", "BusError", "bus_address", "has_owner", "shows_notifications"]

SERVICE = "org.freedesktop.Notifications"

RUNTIME = "/run/user"
"""Where each user who is logged in has a folder."""

_SECONDS = 2.0
_CALL, _RETURN, _ERROR = 1, 2, 3
_PATH, _INTERFACE, _MEMBER, _REPLY_SERIAL, _DESTINATION, _SIGNATURE = 1, 2, 3, 5, 6, 8
_LARGEST = 1 << 20


class BusError(Exception):
    """The bus can't be reached, or does not answer as a bus does."""


def bus_address(env: Mapping[str, str] = os.environ) -> str | None:
    """The address of the session's bus: the environment's, else the socket in the user's run-time folder.

    cron and a login without a desktop have no such variable; systemd's user bus stands at ``/run/user/UID/bus``.
    """
    given = env.get("DBUS_SESSION_BUS_ADDRESS")
    if given:
        return given
    if not hasattr(os, "getuid"):
        return None
    for folder in (env.get("XDG_RUNTIME_DIR"), f"{RUNTIME}/{os.getuid()}"):
        path = os.path.join(folder, "bus") if folder else ""
        if path and os.path.exists(path):
            return f"unix:path={path}"
    return None


def shows_notifications(address: str) -> bool:
    """Whether somebody owns the name of the notification service, or would be started by asking for it.

    Raises ``BusError``.
    """
    with _Bus(address) as bus:
        return bus.asks("NameHasOwner", SERVICE) or SERVICE in bus.startable()


def has_owner(address: str) -> bool:
    """Whether somebody owns the name now. Raises ``BusError``."""
    with _Bus(address) as bus:
        return bus.asks("NameHasOwner", SERVICE)


class _Bus:
    """One connection."""

    def __init__(self, address: str) -> None:
        self._serial = 0
        self._left = b""
        try:
            self._socket = _connected(address)
            self._authenticate()
            self._call("Hello")
        except (OSError, struct.error) as error:
            raise BusError(str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def asks(self, method: str, name: str) -> bool:
        """A question of the bus that is answered by yes or no. Raises ``BusError``."""
        body = self._answered(method, name)
        return len(body) >= 4 and struct.unpack_from("<I", body)[0] == 1

    def startable(self) -> tuple[str, ...]:
        """The names that the bus starts a program for. Raises ``BusError``."""
        body = self._answered("ListActivatableNames")
        names = []
        at, end = 4, 4 + struct.unpack_from("<I", body)[0] if len(body) >= 4 else 4
        while at + 4 <= min(end, len(body)):
            (size,) = struct.unpack_from("<I", body, at)
            names.append(body[at + 4 : at + 4 + size].decode("utf-8", "replace"))
            at += (4 + size + 1 + 3) // 4 * 4
        return tuple(names)

    def _answered(self, method: str, name: str | None = None) -> bytes:
        """The body of the answer to a call."""
        try:
            return self._call(method, name)
        except (OSError, struct.error) as error:
            raise BusError(str(error)) from error

    def _authenticate(self) -> None:
        """Say who we are, by the socket's own credentials."""
        who = str(os.getuid()).encode().hex() if hasattr(os, "getuid") else ""
        self._socket.sendall(b"\0AUTH EXTERNAL " + who.encode() + b"\r\n")
        if not self._line().startswith(b"OK"):
            raise BusError("the bus refused")
        self._socket.sendall(b"BEGIN\r\n")

    def _line(self) -> bytes:
        """A line of the greeting."""
        while b"\r\n" not in self._left:
            self._more()
        line, _, self._left = self._left.partition(b"\r\n")
        return line

    def _more(self) -> None:
        """Read on. Raises ``BusError`` at the end."""
        data = self._socket.recv(65536)
        if not data or len(self._left) > _LARGEST:
            raise BusError("the bus hung up")
        self._left += data

    def _take(self, size: int) -> bytes:
        """So many bytes."""
        while len(self._left) < size:
            self._more()
        data, self._left = self._left[:size], self._left[size:]
        return data

    def _call(self, method: str, name: str | None = None) -> bytes:
        """Call a method of the bus itself with one text, or none; the body of the answer."""
        self._serial += 1
        body = b"" if name is None else _string(name)
        fields = [
            (_PATH, b"o", _string("/org/freedesktop/DBus")),
            (_INTERFACE, b"s", _string("org.freedesktop.DBus")),
            (_MEMBER, b"s", _string(method)),
            (_DESTINATION, b"s", _string("org.freedesktop.DBus")),
        ]
        if name is not None:
            fields.append((_SIGNATURE, b"g", b"\x01s\0"))
        array = b""
        for code, kind, value in fields:
            array += b"\0" * (-len(array) % 8) + bytes((code, 1)) + kind + b"\0" + value
        head = struct.pack("<cBBBIII", b"l", _CALL, 0, 1, len(body), self._serial, len(array)) + array
        self._socket.sendall(head + b"\0" * (-len(head) % 8) + body)
        while True:
            kind_of, reply_to, answer = self._message()
            if reply_to == self._serial and kind_of in (_RETURN, _ERROR):
                if kind_of == _ERROR:
                    raise BusError(method)
                return answer

    def _message(self) -> tuple[int, int | None, bytes]:
        """The next message: its type, the serial that it answers, its body."""
        start = self._take(16)
        order = "<" if start[:1] == b"l" else ">"
        body_size, _, fields_size = struct.unpack_from(order + "III", start, 4)
        if fields_size + body_size > _LARGEST:
            raise BusError("a message too long")
        fields = self._take((fields_size + 7) // 8 * 8)[:fields_size]
        return start[1], _reply_serial(fields, order), self._take(body_size)


def _reply_serial(fields: bytes, order: str) -> int | None:
    """The serial that a message answers, from its header's fields."""
    at = 0
    while at + 4 <= len(fields):
        code, signature = fields[at], fields[at + 2 : at + 2 + fields[at + 1]]
        at += 3 + fields[at + 1]
        if signature == b"g":
            at += 2 + fields[at]
        else:
            at = (at + 3) // 4 * 4
            (number,) = struct.unpack_from(order + "I", fields, at)
            if code == _REPLY_SERIAL:
                return int(number)
            at += 4 + (number + 1 if signature in (b"s", b"o") else 0)
        at = (at + 7) // 8 * 8
    return None


def _string(text: str) -> bytes:
    """A text, or a path, with its length, padded for what follows it within a header's field."""
    data = text.encode()
    return struct.pack("<I", len(data)) + data + b"\0"


def _connected(address: str) -> socket.socket:
    """A socket to the first Unix address among several. Raises OSError, ``BusError``."""
    if not hasattr(socket, "AF_UNIX"):
        raise BusError("no Unix sockets")
    last: OSError | None = None
    for one in address.split(";"):
        kind, _, rest = one.partition(":")
        keys = dict(part.partition("=")[::2] for part in rest.split(","))
        if kind != "unix":
            continue
        path = _unescaped(keys["path"]) if "path" in keys else "\0" + _unescaped(keys.get("abstract", ""))
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(_SECONDS)
        try:
            made.connect(path)
        except (OSError, ValueError) as error:
            made.close()
            last = error if isinstance(error, OSError) else OSError(str(error))
            continue
        return made
    raise last or BusError(address)


def _unescaped(text: str) -> str:
    """A value of an address, whose unusual bytes are written ``%20``."""
    from urllib.parse import unquote

    return unquote(text)
