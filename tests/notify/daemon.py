"""A notification service of the tests' own: owns ``org.freedesktop.Notifications`` and writes down what it is sent.

``python daemon.py FILE [hang]``: says ``ready`` when it owns the name, then adds a line of JSON to FILE for each
notification, and answers it; with ``hang`` it takes the call and never answers, as a desktop that has stopped does.
"""

from __future__ import annotations

import json
import sys

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call, new_method_return
from jeepney.io.blocking import open_dbus_connection

BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
ANSWERS = {
    "GetCapabilities": ("as", (["body", "body-markup"],)),
    "GetServerInformation": ("ssss", ("tests", "planner", "1", "1.2")),
    "CloseNotification": ("", ()),
}


def main(path: str, *, hang: bool) -> None:
    with open_dbus_connection("SESSION") as bus:
        asked = new_method_call(BUS, "RequestName", "su", ("org.freedesktop.Notifications", 4))
        assert bus.send_and_get_reply(asked).body == (1,)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        count = 0
        while True:
            call = bus.receive()
            member = call.header.fields.get(HeaderFields.member)
            if call.header.message_type is not MessageType.method_call:
                continue
            if member == "Notify":
                count += 1
                name, _, _, title, body, *_ = call.body
                with open(path, "a", encoding="utf-8") as file:
                    file.write(json.dumps({"name": name, "title": title, "body": body}) + "\n")
                if hang:
                    continue
                bus.send(new_method_return(call, "u", (count,)))
            elif member in ANSWERS and not hang:
                bus.send(new_method_return(call, *ANSWERS[member]))


if __name__ == "__main__":
    main(sys.argv[1], hang="hang" in sys.argv[2:])
